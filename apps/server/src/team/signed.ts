import { lowerRole, type Role } from '@isnad/model';
import type { Person, Team, TokenScope } from '@isnad/team';
import { unauthorized } from '../http/refused.js';
import type { Viewer } from '../security/viewer.js';
import { cookieOf } from './cookies.js';

/** Who sent a request: a person at a browser, or a program with that person's token. */
export interface Signed {
  readonly person: Person;
  readonly token: (TokenScope & { readonly id: string }) | null;
}

export const notSignedIn = (): Error =>
  unauthorized('api/sign-in', 'Nobody is signed in', 'Sign in, or send a token: Authorization: Bearer TOKEN.');

/**
 * Who sent a request; null where it says nobody. A token that is none is refused, whatever cookie comes with it: who
 * sends one means it.
 */
export const signedBy = async (request: Request, team: Team, cookie: string, now: string): Promise<Signed | null> => {
  const authorization = request.headers.get('authorization');
  if (authorization !== null) {
    const found = await team.tokens.find(/^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '', now);
    if (!found)
      throw unauthorized('api/token', 'This token does not hold', 'It may be revoked or have ended; make another.');
    const { person, ...token } = found;
    return { person, token };
  }
  const secret = cookieOf(request, cookie);
  const person = secret === null ? null : await team.sessions.find(secret, now);
  return person && { person, token: null };
};

/** What somebody may do in a case; null where it does not exist for them. */
export const roleIn = ({ person, token }: Signed, name: string): Role | null => {
  const role = person.roles[name];
  if (role === undefined || (token?.cases && !token.cases.includes(name))) return null;
  return token ? lowerRole(role, token.role) : role;
};

export const viewerIn = (signed: Signed, name: string): Viewer | null => {
  const role = roleIn(signed, name);
  const { person, token } = signed;
  return role && { name: person.shown, role, account: person.name, ...(token ? { token: token.id } : {}) };
};
