import pg from 'pg';
import { TeamError } from './errors.js';
import { STEPS } from './schema.js';

/** Runs SQL; each value is a parameter. */
export interface Sql {
  readonly rows: <Row extends object>(text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;
  readonly run: (text: string, values?: readonly unknown[]) => Promise<number>;
}

export interface Database extends Sql {
  /** All of it happens, or nothing. */
  readonly whole: <T>(work: (sql: Sql) => Promise<T>) => Promise<T>;
  readonly pool: pg.Pool;
  readonly close: () => Promise<void>;
}

const sqlOf = (client: Pick<pg.Pool, 'query'> | Pick<pg.ClientBase, 'query'>): Sql => ({
  rows: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
    (await (client as pg.ClientBase).query<Row>(text, [...values])).rows,
  run: async (text, values = []) => (await (client as pg.ClientBase).query(text, [...values])).rowCount ?? 0,
});

/** Whoever comes first makes the schema; the others wait for it. */
const LOCK = "SELECT pg_advisory_xact_lock(hashtext('isnad_team'))";

const bringUp = async (sql: Sql): Promise<void> => {
  await sql.run(LOCK);
  await sql.run('CREATE SCHEMA IF NOT EXISTS isnad_team');
  await sql.run('REVOKE ALL ON SCHEMA isnad_team FROM PUBLIC');
  await sql.run('CREATE TABLE IF NOT EXISTS isnad_team.step (number integer PRIMARY KEY)');
  const [{ last } = { last: null }] = await sql.rows<{ last: number | null }>(
    'SELECT max(number) AS last FROM isnad_team.step',
  );
  if ((last ?? 0) > STEPS.length)
    throw new TeamError(
      'team/newer',
      'a newer version of the program has kept this team',
      'Use that version, or a copy of the database from before.',
    );
  for (let step = last ?? 0; step < STEPS.length; step++) {
    await sql.run(STEPS[step]!);
    await sql.run('INSERT INTO isnad_team.step (number) VALUES ($1)', [step + 1]);
  }
};

/** Address without the case that it may name, which is ours and not the database's. */
const plainAddress = (address: string): string => {
  const url = new URL(address);
  url.searchParams.delete('case');
  return url.href;
};

const unreachable = (cause: unknown): TeamError =>
  new TeamError(
    'team/unreachable',
    `the database cannot be used: ${cause instanceof Error ? cause.message || String((cause as { code?: string }).code) : String(cause)}`,
    'Check the address, the name and the password; PGPASSWORD or ~/.pgpass may hold the password.',
    { cause },
  );

/** Opens the database of a team, `postgres://…`, and brings its schema up to date. */
export const openDatabase = async (address: string): Promise<Database> => {
  const pool = new pg.Pool({ connectionString: plainAddress(address), max: 5, application_name: 'isnad' });
  // An idle connection that breaks is replaced when one is next asked for.
  pool.on('error', () => undefined);
  const whole = async <T>(work: (sql: Sql) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      const done = await work(sqlOf(client));
      await client.query('COMMIT');
      client.release();
      return done;
    } catch (error) {
      const broken = await client.query('ROLLBACK').then(
        () => false,
        () => true,
      );
      client.release(broken);
      throw error;
    }
  };
  try {
    await whole(bringUp);
  } catch (error) {
    await pool.end();
    throw error instanceof TeamError ? error : unreachable(error);
  }
  return { ...sqlOf(pool), whole, pool, close: () => pool.end() };
};
