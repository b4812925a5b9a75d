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

/** Codes of the system and of PostgreSQL (classes 08 and 57P, a restart and the like) for a connection that is gone. */
const LOST = /^(?:E(?:CONNRESET|CONNREFUSED|CONNABORTED|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH)|08...|57P0[1-5])$/;
/** What the driver says of a connection that ended, without a code. */
const ENDED = /connection terminated|connection ended|timeout exceeded|not queryable|connection error/i;

const isLost = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return LOST.test(code) || (code === '' && ENDED.test(error.message));
};

const unreachable = (cause: unknown): TeamError =>
  new TeamError(
    'team/unreachable',
    `the database cannot be used: ${cause instanceof Error ? cause.message || String((cause as { code?: string }).code) : String(cause)}`,
    'Check the address, the name and the password; PGPASSWORD or ~/.pgpass may hold the password.',
    { cause },
  );

/** Asks; a database that is away is told as such, so that whoever waits can be told to. */
const asked = async <T>(ask: () => Promise<T>): Promise<T> => {
  try {
    return await ask();
  } catch (error) {
    throw isLost(error) ? unreachable(error) : error;
  }
};

const sqlOf = (client: Pick<pg.Pool, 'query'> | Pick<pg.ClientBase, 'query'>): Sql => ({
  rows: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
    (await asked(() => (client as pg.ClientBase).query<Row>(text, [...values]))).rows,
  run: async (text, values = []) =>
    (await asked(() => (client as pg.ClientBase).query(text, [...values]))).rowCount ?? 0,
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

/** How long a connection may take to come, ms. */
const PATIENCE = 10_000;

/** Opens the database of a team, `postgres://…`, and brings its schema up to date. */
export const openDatabase = async (address: string): Promise<Database> => {
  const pool = new pg.Pool({
    connectionString: plainAddress(address),
    max: 5,
    application_name: 'isnad',
    connectionTimeoutMillis: PATIENCE,
  });
  // An idle connection that breaks is replaced when one is next asked for.
  pool.on('error', () => undefined);
  const whole = async <T>(work: (sql: Sql) => Promise<T>): Promise<T> => {
    const client = await asked(() => pool.connect());
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
