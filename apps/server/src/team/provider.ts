import type { Identity } from '@isnad/team';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';

export interface ProviderSettings {
  /** As the page of signing in names it. */
  readonly name: string;
  /** Address of the provider: `https://…`, or `http://` on this machine. */
  readonly issuer: string;
  readonly client: string;
  readonly secret: string;
}

/** What is kept of somebody who is at the provider, until they come back. */
export interface Pending {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** A provider of identities, spoken to in OpenID Connect: authorization code, PKCE, signed identity. */
export interface Provider {
  readonly name: string;
  /** Where somebody is to be sent, and what is to be known when they come back. */
  readonly begin: (callback: string) => Promise<{ readonly address: string; readonly pending: Pending }>;
  /** Who came back; throws whenever anything is not as it was asked for. */
  readonly finish: (current: URL, pending: Pending) => Promise<Identity>;
}

/** Seconds that the provider may take to answer. */
const PATIENCE = 10;

const isLoopback = ({ hostname }: URL): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);

export const openIdProvider = ({ name, issuer, client, secret }: ProviderSettings): Provider => {
  let found: Promise<Configuration> | null = null;
  const configuration = (): Promise<Configuration> => {
    if (found) return found;
    const address = new URL(issuer);
    const plain = isLoopback(address) ? [allowInsecureRequests] : [];
    const asked = discovery(address, client, secret, undefined, {
      execute: [enableNonRepudiationChecks, ...plain],
      timeout: PATIENCE,
    });
    found = asked;
    // One that did not answer may the next time.
    asked.catch(() => {
      found = null;
    });
    return asked;
  };
  return {
    name,
    begin: async (callback) => {
      const pending = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const address = buildAuthorizationUrl(await configuration(), {
        redirect_uri: callback,
        scope: 'openid email',
        response_type: 'code',
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await calculatePKCECodeChallenge(pending.verifier),
        code_challenge_method: 'S256',
      });
      return { address: address.href, pending };
    },
    finish: async (current, { state, nonce, verifier }) => {
      const tokens = await authorizationCodeGrant(await configuration(), current, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims()!;
      const { iss, sub, email, email_verified: isVerified } = claims;
      // An address that the provider does not vouch for could be anybody's.
      return { issuer: iss, subject: sub, email: isVerified === true && typeof email === 'string' ? email : null };
    },
  };
};
