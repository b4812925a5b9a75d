import type { Role } from '@isnad/model';
import type { Sql } from './database.js';
import { TeamError } from './errors.js';

/** Somebody with an account. Accounts are blocked, never removed: the audit trail names them. */
export interface Person {
  readonly id: string;
  /** With which one signs in; lower case. */
  readonly name: string;
  /** As colleagues see it, and as decisions are signed. */
  readonly shown: string;
  readonly email: string | null;
  readonly hasPassword: boolean;
  /** Has signed in through the identity provider. */
  readonly isLinked: boolean;
  readonly isBlocked: boolean;
  /** By name of the case. */
  readonly roles: Readonly<Record<string, Role>>;
}

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly shown: string;
  readonly email: string | null;
  readonly password: string | null;
  readonly subject: string | null;
  readonly blocked: boolean;
  readonly roles: Readonly<Record<string, Role>> | null;
}

/** Columns of a person `p`. */
export const PERSON = `p.id, p.name, p.shown, p.email, p.password, p.subject, p.blocked,
  (SELECT json_object_agg(r.case_name, r.role ORDER BY r.case_name) FROM isnad_team.role r WHERE r.person = p.id) AS roles`;

export const personOf = ({ password, subject, blocked, roles, ...row }: PersonRow): Person => ({
  id: row.id,
  name: row.name,
  shown: row.shown,
  email: row.email,
  hasPassword: password !== null,
  isLinked: subject !== null,
  isBlocked: blocked,
  roles: Object.assign(Object.create(null) as Record<string, Role>, roles),
});

/** A name as it is kept and compared. */
export const plainName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._@-]{1,63}$/u;

export const isName = (plain: string): boolean => NAME.test(plain);

export const checkedName = (name: string): string => {
  const plain = plainName(name);
  if (isName(plain)) return plain;
  throw new TeamError(
    'team/bad-name',
    'a name to sign in with has 2 to 64 letters, digits, and . _ @ - between them',
    'Choose another.',
  );
};

// Controls and marks of direction would let one name look like another.
const HIDDEN = /[\p{Cc}\p{Cf}]/u;

export const checkedShown = (shown: string): string => {
  const plain = shown.normalize('NFC').trim();
  if (plain !== '' && plain.length <= 120 && !HIDDEN.test(plain)) return plain;
  throw new TeamError('team/bad-name', 'a name to be shown has 1 to 120 letters', 'Choose another.');
};

/** The row of whoever has a name; refused where nobody has. */
export const rowNamed = async (sql: Sql, name: string): Promise<PersonRow> => {
  const [row] = await sql.rows<PersonRow>(`SELECT ${PERSON} FROM isnad_team.person p WHERE p.name = $1`, [
    plainName(name),
  ]);
  if (row) return row;
  throw new TeamError('team/no-person', `there is no account ${name.slice(0, 64)}`, 'See isnad team list.');
};
