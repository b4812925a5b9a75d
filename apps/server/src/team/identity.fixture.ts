import { createHash, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the provider says of whoever comes, and how it misbehaves. */
export interface Says {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  /** In place of the claim that was asked for. */
  readonly wrong?: Readonly<Record<string, unknown>>;
  /** Signed with a key that nobody published. */
  readonly forged?: boolean;
}

export interface IdentityProvider {
  readonly issuer: string;
  /** What it says from now on. */
  readonly say: (says: Says) => void;
  /** What it was asked with, newest last. */
  readonly asked: readonly URLSearchParams[];
  readonly end: () => Promise<void>;
}

const CLIENT = { id: 'isnad', secret: 'a secret of the client' } as const;

export { CLIENT };

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const bodyOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return new URLSearchParams(Buffer.concat(parts).toString());
};

/** A provider of identities that knows OpenID Connect's authorization code with PKCE, and lets everybody in. */
export const identityProvider = async (): Promise<IdentityProvider> => {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map<string, URLSearchParams>();
  const asked: URLSearchParams[] = [];
  let says: Says = { sub: '1' };
  const signed = (claims: object, key: KeyObject): string => {
    const text = `${encoded({ alg: 'RS256', kid: 'k', typ: 'JWT' })}.${encoded(claims)}`;
    return `${text}.${createSign('RSA-SHA256').update(text).sign(key).toString('base64url')}`;
  };
  const server = createServer((request, response) => {
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const url = new URL(request.url!, issuer);
    const json = (value: object, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    const token = async (): Promise<void> => {
      const body = await bodyOf(request);
      const authorization = codes.get(body.get('code') ?? '');
      codes.delete(body.get('code') ?? '');
      const challenge = createHash('sha256')
        .update(body.get('code_verifier') ?? '')
        .digest('base64url');
      if (
        !authorization ||
        challenge !== authorization.get('code_challenge') ||
        body.get('client_secret') !== CLIENT.secret
      )
        return void json({ error: 'invalid_grant' }, 400);
      const now = Math.floor(Date.now() / 1000);
      const { wrong, forged, ...claims } = says;
      const nonce = authorization.get('nonce');
      const whole = { iss: issuer, aud: CLIENT.id, iat: now, exp: now + 300, nonce, ...claims, ...wrong };
      const idToken = signed(whole, (forged ? other : keys).privateKey);
      json({ access_token: 'a', token_type: 'Bearer', expires_in: 300, id_token: idToken });
    };
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          code_challenge_methods_supported: ['S256'],
        });
      case '/keys':
        return json({ keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] });
      case '/authorize': {
        const code = `code-${asked.length}`;
        asked.push(url.searchParams);
        codes.set(code, url.searchParams);
        const back = new URL(url.searchParams.get('redirect_uri')!);
        back.searchParams.set('code', code);
        back.searchParams.set('state', url.searchParams.get('state')!);
        return response.writeHead(302, { location: back.href }).end();
      }
      case '/token':
        return void token();
      default:
        return json({}, 404);
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    say: (next) => {
      says = next;
    },
    end: () => new Promise((closed) => server.close(() => closed())),
  };
};
