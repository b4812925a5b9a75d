import { isAtLeast, type Role } from '@isnad/model';
import { badRequest, forbidden } from '../http/refused.js';

/** Who asks, and what they may do in this case. */
export interface Viewer {
  /** As colleagues see them; null where nobody has an account: a folder on one's own machine. */
  readonly name: string | null;
  readonly role: Role;
  /** Name with which they sign in, for the audit trail. */
  readonly account?: string;
  /** Id of the token that a program asks with. */
  readonly token?: string;
}

/** The person at this machine: it is their case, yet names stay covered until they ask for them. */
export const OWNER: Viewer = { name: null, role: 'administrator' };

const notForRole = (least: Role): Error =>
  forbidden(
    'api/not-allowed',
    'Not for your role',
    `It takes the role ${least}; an administrator of the case gives it.`,
  );

/** Refuses whoever has less than a role. */
export const guard = ({ role }: Viewer, least: Role): void => {
  if (!isAtLeast(role, least)) throw notForRole(least);
};

/** The least role that sees private persons' names. */
const NAMING: Role = 'coder';

export const mayName = ({ role }: Viewer): boolean => isAtLeast(role, NAMING);

/** Whether names are shown; refused to who may not see them. */
export const namesShown = (asked: 'covered' | 'shown', viewer: Viewer): boolean => {
  if (asked === 'shown' && !mayName(viewer))
    throw forbidden(
      'api/names-withheld',
      'Names are withheld',
      'Your role does not let you see private persons’ names.',
    );
  return asked === 'shown';
};

/** In whose name something is written: nobody who is signed in writes in another's. */
export const authorOf = ({ name }: Viewer, said: string | undefined): string => {
  const by = name ?? said;
  if (by !== undefined) return by;
  throw badRequest('api/bad-request', 'Nobody is named', 'Send your name as `by`.');
};
