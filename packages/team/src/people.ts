import type { Role } from '@isnad/model';
import { type Deed, logAct } from './audit.js';
import type { Database, Sql } from './database.js';
import { TeamError } from './errors.js';
import { isPassword, passwordHash } from './password.js';
import {
  checkedName,
  checkedShown,
  isName,
  PERSON,
  type Person,
  type PersonRow,
  personOf,
  plainName,
  rowNamed,
} from './person.js';
import { newId } from './secrets.js';

export interface NewPerson {
  readonly name: string;
  readonly shown?: string | undefined;
  readonly email?: string | undefined;
  /** Without one an account is signed in to through the identity provider only. */
  readonly password?: string | undefined;
}

/** Who an identity provider says that somebody is. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** Only where the provider says that it is that person's. */
  readonly email: string | null;
}

/** The accounts of a team. */
export interface People {
  readonly list: () => Promise<readonly Person[]>;
  readonly add: (person: NewPerson, deed: Deed) => Promise<Person>;
  /** Gives a role in a case in place of the one before; null takes it away. */
  readonly setRole: (name: string, caseName: string, role: Role | null, deed: Deed) => Promise<void>;
  /** Sets a password and ends all sessions. */
  readonly setPassword: (name: string, password: string, deed: Deed) => Promise<void>;
  /** Nobody signs in to a blocked account, and nothing that it had works. */
  readonly setBlocked: (name: string, isBlocked: boolean, deed: Deed) => Promise<void>;
  /** Whoever has that name and password; null for anything else, after as much time. */
  readonly withPassword: (name: string, password: string, deed: Deed) => Promise<Person | null>;
  /** Whoever the provider tells of; known by e-mail the first time, by the provider's own id from then on. */
  readonly withIdentity: (identity: Identity, deed: Deed) => Promise<Person | null>;
}

const endSessions = (sql: Sql, person: string): Promise<number> =>
  sql.run('DELETE FROM isnad_team.session WHERE person = $1', [person]);

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error as { code?: unknown }).code === '23505';

const insert = async (
  sql: Sql,
  { name, shown, email }: Required<Omit<NewPerson, 'password'>>,
  password: string | null,
  at: string,
) => {
  const id = newId();
  try {
    await sql.run(
      `INSERT INTO isnad_team.person (id, name, shown, email, password, made_at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, name, shown, email ?? null, password, at],
    );
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new TeamError('team/taken', `somebody has that name or address already: ${name}`, 'Choose another.', {
      cause: error,
    });
  }
};

const plainEmail = (email: string | null | undefined): string | undefined =>
  email ? email.normalize('NFKC').trim().toLowerCase() : undefined;

export const peopleIn = (database: Database): People => ({
  list: async () =>
    (await database.rows<PersonRow>(`SELECT ${PERSON} FROM isnad_team.person p ORDER BY p.name`)).map(personOf),
  add: async (person, deed) => {
    const name = checkedName(person.name);
    const shown = checkedShown(person.shown ?? person.name);
    const email = plainEmail(person.email);
    const password = person.password === undefined ? null : await passwordHash(person.password, name);
    return database.whole(async (sql) => {
      await insert(sql, { name, shown, email }, password, deed.at);
      const details = { shown, password: password !== null };
      await logAct(sql, { what: 'add', subject: name, case: null, details }, deed);
      return personOf(await rowNamed(sql, name));
    });
  },
  setRole: (named, caseName, role, deed) =>
    database.whole(async (sql) => {
      const { id, name, roles } = await rowNamed(sql, named);
      await sql.run('DELETE FROM isnad_team.role WHERE person = $1 AND case_name = $2', [id, caseName]);
      if (role !== null) await sql.run('INSERT INTO isnad_team.role VALUES ($1, $2, $3)', [id, caseName, role]);
      const details = { before: roles?.[caseName] ?? null, role };
      await logAct(sql, { what: 'role', subject: name, case: caseName, details }, deed);
    }),
  setPassword: async (named, password, deed) => {
    const kept = await passwordHash(password, plainName(named));
    await database.whole(async (sql) => {
      const { id, name } = await rowNamed(sql, named);
      await sql.run('UPDATE isnad_team.person SET password = $2 WHERE id = $1', [id, kept]);
      const sessions = await endSessions(sql, id);
      await logAct(sql, { what: 'password', subject: name, case: null, details: { sessions } }, deed);
    });
  },
  setBlocked: (named, isBlocked, deed) =>
    database.whole(async (sql) => {
      const { id, name } = await rowNamed(sql, named);
      await sql.run('UPDATE isnad_team.person SET blocked = $2 WHERE id = $1', [id, isBlocked]);
      const sessions = await endSessions(sql, id);
      await logAct(
        sql,
        { what: isBlocked ? 'block' : 'unblock', subject: name, case: null, details: { sessions } },
        deed,
      );
    }),
  withPassword: async (name, password, deed) => {
    const plain = plainName(name);
    const [row] = isName(plain)
      ? await database.rows<PersonRow>(`SELECT ${PERSON} FROM isnad_team.person p WHERE p.name = $1`, [plain])
      : [];
    const is = await isPassword(row?.password ?? null, password);
    if (row && is && !row.blocked) return personOf(row);
    // Not waited for: it would tell by the time it takes that there is such an account.
    if (row)
      database
        .whole((sql) => logAct(sql, { what: 'sign-in-refused', subject: row.name, case: null, details: {} }, deed))
        .catch(() => {});
    return null;
  },
  withIdentity: ({ issuer, subject, email }, deed) =>
    database.whole(async (sql) => {
      const key = `${issuer}\n${subject}`;
      const find = (where: string, value: string) =>
        sql.rows<PersonRow>(`SELECT ${PERSON} FROM isnad_team.person p WHERE ${where} AND NOT p.blocked`, [value]);
      const [known] = await find('p.subject = $1', key);
      if (known) return personOf(known);
      const address = plainEmail(email);
      const [invited] = address ? await find('p.subject IS NULL AND p.email = $1', address) : [];
      if (!invited) return null;
      await sql.run('UPDATE isnad_team.person SET subject = $2 WHERE id = $1', [invited.id, key]);
      await logAct(sql, { what: 'link', subject: invited.name, case: null, details: { issuer } }, deed);
      return personOf({ ...invited, subject: key });
    }),
});
