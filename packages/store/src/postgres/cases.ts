import { caseIn, nameOfSchema, type PostgresAddress, type PostgresCase } from '../case/address.js';
import { StoreError } from '../errors.js';
import { shortHash } from '../record/items.js';
import { openConnection, quoted } from './connection.js';

/** Names of the cases of a database, in order; not of those that are still being copied there. */
export const casesOf = async (address: PostgresAddress): Promise<readonly string[]> => {
  const sql = openConnection(address.connection, 'public', address.shown);
  try {
    const rows = await sql.all<{ nspname: string }>(
      `SELECT n.nspname FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = 'meta'
       ORDER BY n.nspname COLLATE "C"`,
    );
    const schemas = rows.map(({ nspname }) => nspname).filter((schema) => nameOfSchema(schema) !== null);
    if (schemas.length === 0) return [];
    // One that is still being copied there has no facts yet.
    const facts = schemas.map((schema, at) => `SELECT ${at} AS at FROM ${quoted(schema)}.meta WHERE key = 'case'`);
    const whole = await sql.all<{ at: number }>(`${facts.join(' UNION ALL ')} ORDER BY at`);
    return whole.map(({ at }) => nameOfSchema(schemas[at]!)!);
  } finally {
    await sql.close();
  }
};

/**
 * What each case of a database has on its shelf under a key, as JSON values by the name of the case; those that have
 * nothing there are left out.
 */
export const onShelves = async (address: PostgresAddress, key: string): Promise<ReadonlyMap<string, unknown>> => {
  const names = await casesOf(address);
  if (names.length === 0) return new Map();
  const sql = openConnection(address.connection, 'public', address.shown);
  try {
    const asked = names.map(
      (name, at) => `SELECT ${at} AS at, value FROM ${quoted(caseIn(address, name).schema)}.shelf WHERE key_hash = $1`,
    );
    const rows = await sql.all<{ at: number; value: string }>(asked.join(' UNION ALL '), shortHash(key));
    return new Map(rows.map(({ at, value }) => [names[at]!, JSON.parse(value) as unknown]));
  } finally {
    await sql.close();
  }
};

/** The case that an address means: the one it names, else the only one there is. */
export const caseMeant = async (address: PostgresAddress): Promise<PostgresCase> => {
  if (address.name !== null) return caseIn(address, address.name);
  const names = await casesOf(address);
  if (names.length === 1) return caseIn(address, names[0]!);
  throw names.length === 0
    ? new StoreError('store/no-case', `${address.shown} holds no case`, 'Begin one with isnad init.')
    : new StoreError(
        'store/which-case',
        `${address.shown} holds ${names.length} cases: ${names.join(', ')}`,
        'Name one behind ?case=.',
      );
};
