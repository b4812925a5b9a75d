import { type Act, type CustodyEntry, chainedOnto } from '../custody/entry.js';
import type { Stamp } from '../stamp.js';
import type { Custody } from '../store.js';
import { insertAll } from './bulk.js';
import type { Connection, Rows, Writing } from './connection.js';

export const CUSTODY_COLUMNS = {
  number: 'bigint',
  at: 'text',
  by: 'text',
  what: 'text',
  subject: 'text',
  input: 'text',
  output: 'text',
  tool: 'text',
  version: 'text',
  previous: 'text',
  hash: 'text',
} as const;
const COLUMNS = Object.keys(CUSTODY_COLUMNS) as (keyof typeof CUSTODY_COLUMNS)[];

const lastOf = async (sql: Rows): Promise<CustodyEntry | undefined> =>
  sql.one<CustodyEntry>(`SELECT ${COLUMNS.join(', ')} FROM custody ORDER BY number DESC LIMIT 1`);

/** Writes lines behind the last one, each with who did it and with what. */
export const logAll = async (
  sql: Writing,
  done: readonly { readonly acts: readonly Act[]; readonly stamp: Stamp }[],
): Promise<void> => {
  let last = (sql.chain.last === undefined ? await lastOf(sql) : sql.chain.last) ?? undefined;
  const entries: CustodyEntry[] = [];
  for (const { acts, stamp } of done) {
    entries.push(...chainedOnto(last, acts, stamp));
    last = entries.at(-1) ?? last;
  }
  const rows = entries.map((entry) => COLUMNS.map((column) => entry[column]));
  await insertAll(sql, 'custody', CUSTODY_COLUMNS, rows);
  sql.chain.last = last ?? null;
  if (entries.length > 0) sql.chain.isLonger = true;
};

export const logActs = (sql: Writing, acts: readonly Act[], stamp: Stamp): Promise<void> =>
  logAll(sql, [{ acts, stamp }]);

export const custodyIn = (sql: Connection): Custody => ({
  append: (acts, stamp) => sql.write((rows) => logActs(rows, acts, stamp)),
  list: ({ after = 0, limit = 1000 } = {}) =>
    sql.all<CustodyEntry>(
      `SELECT ${COLUMNS.join(', ')} FROM custody WHERE number > $1 ORDER BY number LIMIT $2`,
      after,
      limit,
    ),
  last: async () => (await lastOf(sql)) ?? null,
});
