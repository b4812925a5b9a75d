import { StoreError } from '../errors.js';
import type { Rows } from './connection.js';
import { sql as first } from './migrations/0001-case.js';

/** The stored shapes in their order; the number of a shape is its place, from 1. */
export const migrations: readonly string[] = [first];

const SHAPE = 'schema';
/** Debian 12's; older ones are not tested. */
const OLDEST = 150_000;

/** Refuses a server that is too old. */
export const checkServer = async (sql: Rows, shown: string): Promise<void> => {
  const { version } = (await sql.one<{ version: number }>(
    "SELECT current_setting('server_version_num')::int AS version",
  ))!;
  if (version < OLDEST)
    throw new StoreError(
      'store/server',
      `${shown}: PostgreSQL ${Math.floor(version / 10_000)} is too old`,
      'Use PostgreSQL 15 or newer.',
    );
};

/** Number of the stored shape of the schema; 0 where there is none. */
export const versionOf = async (sql: Rows): Promise<number> => {
  const { there } = (await sql.one<{ there: string | null }>(
    "SELECT to_regclass(quote_ident(current_schema()) || '.meta')::text AS there",
  ))!;
  if (there === null) return 0;
  const row = await sql.one<{ value: string }>('SELECT value FROM meta WHERE key = $1', SHAPE);
  return Number(row?.value ?? 0);
};

/** Refuses the shape of a newer program. */
export const checkVersion = (version: number, shown: string): void => {
  if (version > migrations.length)
    throw new StoreError(
      'store/newer',
      `${shown} was written by a newer version of isnad`,
      'Open it with that version.',
    );
};

/** Brings a schema to the newest of the shapes; called within a write, so that it is whole or not at all. */
export const migrate = async (sql: Rows, shown: string, shapes: readonly string[] = migrations): Promise<number> => {
  const version = await versionOf(sql);
  checkVersion(version, shown);
  for (const migration of shapes.slice(version)) await sql.run(migration);
  await sql.run(
    'INSERT INTO meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    SHAPE,
    String(shapes.length),
  );
  return shapes.length;
};
