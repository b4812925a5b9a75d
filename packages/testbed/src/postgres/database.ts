import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { addressOf } from './server.js';
import { sharedPort } from './shared.js';

/** False where a run was asked to go without PostgreSQL: `describe.skipIf(!isPostgresWanted)`. */
export const isPostgresWanted = !(process.env.ISNAD_WITHOUT ?? '').split(',').includes('postgres');

export interface EmptyDatabase {
  readonly name: string;
  /** `postgres://user:password@127.0.0.1:port/name`. */
  readonly url: string;
  /** Runs SQL beside the program that is tested. */
  readonly sql: <Row extends object>(text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;
  /** Drops it, whoever is connected. */
  readonly remove: () => Promise<void>;
}

const ask = async <Row extends object>(
  url: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
};

/** Somebody who reads for a while, and sees a database as it is now; gives what ends that. */
export const readForAWhile = async (url: string): Promise<() => Promise<void>> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY');
  await client.query('SELECT count(*) FROM pg_class');
  return () => client.end();
};

/** A new, empty database for one test or file, on the server that all files of a run share. */
export const emptyDatabase = async (): Promise<EmptyDatabase> => {
  const port = await sharedPort();
  const name = `test_${randomBytes(6).toString('hex')}`;
  const [maintenance, url] = [addressOf(port, 'postgres'), addressOf(port, name)];
  await ask(maintenance, `CREATE DATABASE ${name} STRATEGY file_copy`);
  return {
    name,
    url,
    sql: (text, values) => ask(url, text, values),
    remove: async () => void (await ask(maintenance, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
};
