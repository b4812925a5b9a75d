import { caseIn, nameOfSchema, type PostgresAddress, type PostgresCase } from '../case/address.js';
import { StoreError } from '../errors.js';
import { openConnection } from './connection.js';

/** Names of the cases of a database, in order. */
export const casesOf = async (address: PostgresAddress): Promise<readonly string[]> => {
  const sql = openConnection(address.connection, 'public', address.shown);
  try {
    const rows = await sql.all<{ nspname: string }>(
      `SELECT n.nspname FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = 'custody'
       ORDER BY n.nspname COLLATE "C"`,
    );
    return rows.flatMap(({ nspname }) => nameOfSchema(nspname) ?? []);
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
