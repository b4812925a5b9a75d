import type { Account, TeamOperation } from '@isnad/api';
import type { Team } from '@isnad/team';
import { forbidden, unauthorized } from '../http/refused.js';
import { type Cookies, cookieOf } from './cookies.js';
import { TooMany } from './limits.js';
import { notSignedIn, roleIn, type Signed } from './signed.js';

/** A request to a route of the team. */
export interface TeamAsked {
  readonly request: Request;
  readonly body: Readonly<Record<string, unknown>>;
  readonly signed: Signed | null;
  /** Network address of who asks. */
  readonly from: string;
}

/** An answer, and the cookies that go with it. */
export interface TeamAnswer {
  readonly value: object;
  readonly cookies?: readonly string[];
}

export interface TeamScene {
  readonly team: Team;
  readonly cookies: Cookies;
  readonly provider: string | null;
  /** Names of the cases that there are. */
  readonly cases: () => Promise<readonly string[]>;
  /** RFC 3339. */
  readonly now: () => string;
}

export const accountOf = (signed: Signed, names: readonly string[]): Account => ({
  name: signed.person.name,
  shown: signed.person.shown,
  cases: names.flatMap((name) => {
    const role = roleIn(signed, name);
    return role ? { name, role } : [];
  }),
});

const known = (signed: Signed | null): Signed => {
  if (!signed) throw notSignedIn();
  return signed;
};

/** Somebody at a browser: a token ends no session. */
const present = (signed: Signed | null): Signed => {
  const found = known(signed);
  if (found.token)
    throw forbidden('api/not-with-token', 'Not with a token', 'Sign in; tokens are revoked with isnad team revoke.');
  return found;
};

/** One answer for a wrong name and a wrong password: which of them it was is not told. */
const wrong = (): Error =>
  unauthorized(
    'api/wrong-password',
    'Name and password do not go together',
    'Type both again, or ask an administrator.',
  );

const signIn = async ({ request, body, from }: TeamAsked, scene: TeamScene): Promise<TeamAnswer> => {
  const { team, cookies, now } = scene;
  const { name, password } = body as { readonly name: string; readonly password: string };
  const account = name.normalize('NFKC').trim().toLowerCase();
  const pair = `${account}\n${from}`;
  const { limits } = team;
  const waits = [await limits.address.take(from), await limits.pair.take(pair), await limits.account.take(account)];
  const wait = Math.max(...waits);
  if (wait > 0) throw new TooMany(wait, 'Too many tries to sign in');
  const person = await team.people.withPassword(name, password, { by: 'isnad', at: now() });
  if (!person) throw wrong();
  await limits.pair.forget(pair);
  // What the browser held before is worth nothing from now on: a session that somebody planted there is not taken over.
  const before = cookieOf(request, cookies.session);
  const deed = { by: person.name, at: now() };
  if (before !== null) await team.sessions.end(before, deed);
  const secret = await team.sessions.begin(person, 'password', deed);
  return {
    value: accountOf({ person, token: null }, await scene.cases()),
    cookies: [cookies.set(cookies.session, secret)],
  };
};

/** What each route of the team answers. */
export const teamHandlers: Readonly<
  Record<TeamOperation, (asked: TeamAsked, scene: TeamScene) => Promise<TeamAnswer>>
> = {
  signInWays: async ({ signed }, { provider }) => ({
    value: { signedIn: signed !== null, password: true, provider },
  }),
  signIn,
  account: async ({ signed }, { cases }) => ({ value: accountOf(known(signed), await cases()) }),
  signOut: async ({ request, signed }, { team, cookies, now }) => {
    const { person } = present(signed);
    await team.sessions.end(cookieOf(request, cookies.session)!, { by: person.name, at: now() });
    return { value: { ended: 1 }, cookies: [cookies.clear(cookies.session)] };
  },
  signOutEverywhere: async ({ signed }, { team, cookies, now }) => {
    const { name } = present(signed).person;
    const ended = await team.sessions.endAll(name, { by: name, at: now() });
    return { value: { ended }, cookies: [cookies.clear(cookies.session)] };
  },
};
