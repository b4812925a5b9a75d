import type { Role } from '@isnad/model';
import { type Deed, logAct } from './audit.js';
import type { Database } from './database.js';
import { TeamError } from './errors.js';
import { PERSON, type Person, type PersonRow, personOf, rowNamed } from './person.js';
import { hashOf, newId, newSecret } from './secrets.js';

/** What a program may do in somebody's name: no more than this, and no more than that person. */
export interface TokenScope {
  readonly role: Role;
  /** Names of cases; null for all of that person's. */
  readonly cases: readonly string[] | null;
}

export interface Token extends TokenScope {
  readonly id: string;
  /** Name of whose it is. */
  readonly person: string;
  /** What it is for. */
  readonly label: string;
  /** RFC 3339. */
  readonly endsAt: string;
  /** Day on which it was last used; null before. */
  readonly usedOn: string | null;
  readonly isRevoked: boolean;
}

/** Tokens for programs. Only the hash of each is kept; the token itself is shown once. */
export interface Tokens {
  /** @param days after which it ends */
  readonly make: (
    name: string,
    token: TokenScope & { readonly label: string; readonly days: number },
    deed: Deed,
  ) => Promise<{ readonly id: string; readonly token: string }>;
  readonly find: (
    token: string,
    at: string,
  ) => Promise<(TokenScope & { readonly id: string; readonly person: Person }) | null>;
  readonly revoke: (id: string, deed: Deed) => Promise<void>;
  readonly list: () => Promise<readonly Token[]>;
}

const FORM = /^isnad_([\w-]{12})_([\w-]{43})$/;
const DAY = 86_400_000;

interface Row {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly role: Role;
  readonly cases: readonly string[] | null;
  readonly ends_at: Date;
  readonly used_on: string | null;
  readonly revoked_at: Date | null;
}

export const tokensIn = (database: Database): Tokens => ({
  make: (named, { label, role, cases, days }, deed) =>
    database.whole(async (sql) => {
      const { id: person, name } = await rowNamed(sql, named);
      const [id, secret] = [newId(), newSecret()];
      const endsAt = new Date(Date.parse(deed.at) + days * DAY).toISOString();
      await sql.run(
        `INSERT INTO isnad_team.token (id, hash, person, label, role, cases, made_at, ends_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, hashOf(secret), person, label, role, cases, deed.at, endsAt],
      );
      const details = { id, label, role, cases, days };
      await logAct(sql, { what: 'token', subject: name, case: null, details }, deed);
      return { id, token: `isnad_${id}_${secret}` };
    }),
  find: async (token, at) => {
    const [, id, secret] = FORM.exec(token) ?? [];
    if (id === undefined || secret === undefined) return null;
    const [row] = await database.rows<PersonRow & Pick<Row, 'role' | 'cases'> & { readonly used: boolean }>(
      `SELECT ${PERSON}, t.role, t.cases, t.used_on IS NOT DISTINCT FROM ($3::timestamptz AT TIME ZONE 'UTC')::date AS used
       FROM isnad_team.token t JOIN isnad_team.person p ON p.id = t.person
       WHERE t.id = $1 AND t.hash = $2 AND t.revoked_at IS NULL AND t.ends_at > $3::timestamptz AND NOT p.blocked`,
      [id, hashOf(secret), at],
    );
    if (!row) return null;
    if (!row.used)
      await database.run('UPDATE isnad_team.token SET used_on = $2::date WHERE id = $1', [id, at.slice(0, 10)]);
    return { id, person: personOf(row), role: row.role, cases: row.cases };
  },
  revoke: (id, deed) =>
    database.whole(async (sql) => {
      const [gone] = await sql.rows<{ name: string }>(
        `UPDATE isnad_team.token t SET revoked_at = $2 FROM isnad_team.person p
         WHERE t.id = $1 AND t.revoked_at IS NULL AND p.id = t.person RETURNING p.name`,
        [id, deed.at],
      );
      if (!gone)
        throw new TeamError('team/no-token', `there is no token ${id.slice(0, 40)} to revoke`, 'See isnad team list.');
      await logAct(sql, { what: 'revoke-token', subject: gone.name, case: null, details: { id } }, deed);
    }),
  list: async () =>
    (
      await database.rows<Row>(
        `SELECT t.id, p.name, t.label, t.role, t.cases, t.ends_at, t.used_on::text, t.revoked_at
         FROM isnad_team.token t JOIN isnad_team.person p ON p.id = t.person ORDER BY t.made_at, t.id`,
      )
    ).map(({ id, name, label, role, cases, ends_at, used_on, revoked_at }) => ({
      id,
      person: name,
      label,
      role,
      cases,
      endsAt: ends_at.toISOString(),
      usedOn: used_on,
      isRevoked: revoked_at !== null,
    })),
});
