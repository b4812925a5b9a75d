import { type Deed, logAct } from './audit.js';
import type { Database } from './database.js';
import { PERSON, type Person, type PersonRow, personOf, rowNamed } from './person.js';
import { hashOf, newSecret } from './secrets.js';

const HOUR = 3_600_000;
/** A session that nobody used for so long is over, ms. */
const IDLE = 12 * HOUR;
/** However much it is used, one signs in again after, ms. */
const LONGEST = 7 * 24 * HOUR;
/** How long somebody has to come back from the identity provider, ms. */
const PENDING = HOUR / 6;

/** Who is signed in where. Only the hash of what a browser holds is kept. */
export interface Sessions {
  /** Begins a session; gives what the browser is to hold. */
  readonly begin: (person: Person, how: 'password' | 'provider', deed: Deed) => Promise<string>;
  readonly find: (secret: string, at: string) => Promise<Person | null>;
  readonly end: (secret: string, deed: Deed) => Promise<void>;
  /** Ends all sessions of somebody; gives their number. */
  readonly endAll: (name: string, deed: Deed) => Promise<number>;
  /** Keeps what is to be known when somebody comes back from the identity provider. */
  readonly await: (secret: string, asked: object, at: string) => Promise<void>;
  /** What was kept, once; null the second time or too late. */
  readonly awaited: (secret: string, at: string) => Promise<object | null>;
}

const later = (at: string, milliseconds: number): string => new Date(Date.parse(at) + milliseconds).toISOString();

export const sessionsIn = (database: Database): Sessions => ({
  begin: async (person, how, deed) => {
    const secret = newSecret();
    await database.whole(async (sql) => {
      await sql.run('DELETE FROM isnad_team.session WHERE ends_at < $1 OR seen_at < $2', [
        deed.at,
        later(deed.at, -IDLE),
      ]);
      await sql.run('INSERT INTO isnad_team.session VALUES ($1, $2, $3, $3, $4)', [
        hashOf(secret),
        person.id,
        deed.at,
        later(deed.at, LONGEST),
      ]);
      await logAct(sql, { what: 'sign-in', subject: person.name, case: null, details: { how } }, deed);
    });
    return secret;
  },
  find: async (secret, at) => {
    const hash = hashOf(secret);
    const [row] = await database.rows<PersonRow & { readonly seen_at: Date }>(
      `SELECT ${PERSON}, s.seen_at FROM isnad_team.session s JOIN isnad_team.person p ON p.id = s.person
       WHERE s.hash = $1 AND s.ends_at > $2 AND s.seen_at > $3 AND NOT p.blocked`,
      [hash, at, later(at, -IDLE)],
    );
    if (!row) return null;
    if (Date.parse(at) - row.seen_at.getTime() > 60_000)
      await database.run('UPDATE isnad_team.session SET seen_at = greatest(seen_at, $2) WHERE hash = $1', [hash, at]);
    return personOf(row);
  },
  end: (secret, deed) =>
    database.whole(async (sql) => {
      const [gone] = await sql.rows<{ name: string }>(
        `DELETE FROM isnad_team.session s USING isnad_team.person p WHERE s.hash = $1 AND p.id = s.person RETURNING p.name`,
        [hashOf(secret)],
      );
      if (gone) await logAct(sql, { what: 'sign-out', subject: gone.name, case: null, details: {} }, deed);
    }),
  endAll: (named, deed) =>
    database.whole(async (sql) => {
      const { id, name } = await rowNamed(sql, named);
      const sessions = await sql.run('DELETE FROM isnad_team.session WHERE person = $1', [id]);
      await logAct(sql, { what: 'end-sessions', subject: name, case: null, details: { sessions } }, deed);
      return sessions;
    }),
  await: async (secret, asked, at) => {
    await database.run('DELETE FROM isnad_team.sign_in WHERE ends_at < $1', [at]);
    await database.run('INSERT INTO isnad_team.sign_in VALUES ($1, $2, $3)', [
      hashOf(secret),
      JSON.stringify(asked),
      later(at, PENDING),
    ]);
  },
  awaited: async (secret, at) => {
    const [row] = await database.rows<{ asked: string; ends_at: Date }>(
      'DELETE FROM isnad_team.sign_in WHERE hash = $1 RETURNING asked, ends_at',
      [hashOf(secret)],
    );
    return row && row.ends_at.getTime() > Date.parse(at) ? (JSON.parse(row.asked) as object) : null;
  },
});
