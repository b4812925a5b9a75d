import type { Account, TeamAudience, TeamOperation } from '@isnad/api';
import { type Person, type Team, TeamError } from '@isnad/team';
import { badRequest, forbidden, unauthorized } from '../http/refused.js';
import type { TeamCases } from './cases.js';
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
  readonly cases: Pick<TeamCases, 'names' | 'titles'>;
  /** RFC 3339. */
  readonly now: () => string;
}

const accountOf = async (signed: Signed, { names, titles }: TeamScene['cases']): Promise<Account> => {
  const [all, called] = await Promise.all([names(), titles?.()]);
  return {
    name: signed.person.name,
    shown: signed.person.shown,
    hasPassword: signed.person.hasPassword,
    cases: all.flatMap((name) => {
      const role = roleIn(signed, name);
      return role ? { name, title: called?.get(name) ?? null, role } : [];
    }),
  };
};

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

/** Refuses whom a route is not for, before anything else of the request is looked at. */
export const admit = (signed: Signed | null, audience: TeamAudience): void => {
  if (audience === 'signed-in') known(signed);
  if (audience === 'session') present(signed);
};

/** Counts a try at an account's password; refused when there were too many. */
const counted = async (account: string, from: string, { team: { limits } }: TeamScene): Promise<string> => {
  const pair = `${account}\n${from}`;
  const waits = [await limits.address.take(from), await limits.pair.take(pair), await limits.account.take(account)];
  const wait = Math.max(...waits);
  if (wait > 0) throw new TooMany(wait, 'Too many tries to sign in');
  return pair;
};

/** A new session, and the end of the one that the browser held: what somebody planted there is not taken over. */
const begun = async (
  person: Person,
  request: Request,
  { team, cookies, now, cases }: TeamScene,
): Promise<TeamAnswer> => {
  const before = cookieOf(request, cookies.session);
  const deed = { by: person.name, at: now() };
  if (before !== null) await team.sessions.end(before, deed);
  const secret = await team.sessions.begin(person, 'password', deed);
  return {
    value: await accountOf({ person, token: null }, cases),
    cookies: [cookies.set(cookies.session, secret)],
  };
};

const signIn = async ({ request, body, from }: TeamAsked, scene: TeamScene): Promise<TeamAnswer> => {
  const { name, password } = body as { readonly name: string; readonly password: string };
  const pair = await counted(name.normalize('NFKC').trim().toLowerCase(), from, scene);
  const { people, limits } = scene.team;
  const person = await people.withPassword(name, password, { by: 'isnad', at: scene.now() });
  if (!person) throw wrong();
  await limits.pair.forget(pair);
  return begun(person, request, scene);
};

/** One's own password, by whoever still knows the one before: a screen left open is not enough. */
const changePassword = async ({ request, body, signed, from }: TeamAsked, scene: TeamScene): Promise<TeamAnswer> => {
  const { person } = present(signed);
  const { password, next } = body as { readonly password: string; readonly next: string };
  const pair = await counted(person.name, from, scene);
  const { people, limits } = scene.team;
  if (!(await people.withPassword(person.name, password, { by: 'isnad', at: scene.now() }))) throw wrong();
  await limits.pair.forget(pair);
  try {
    await people.setPassword(person.name, next, { by: person.name, at: scene.now() });
  } catch (error) {
    if (error instanceof TeamError && error.code === 'team/weak-password')
      throw badRequest(error.code, 'The new password is too easy to guess', `${error.what}. ${error.todo}`);
    throw error;
  }
  return begun(person, request, scene);
};

/** What each route of the team answers. */
export const teamHandlers: Readonly<
  Record<TeamOperation, (asked: TeamAsked, scene: TeamScene) => Promise<TeamAnswer>>
> = {
  signInWays: async ({ signed }, { provider }) => ({
    value: { signedIn: signed !== null, password: true, provider },
  }),
  signIn,
  account: async ({ signed }, { cases }) => ({ value: await accountOf(known(signed), cases) }),
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
  changePassword,
};
