import { type Act, type CustodyEntry, chainedOnto } from '../custody/entry.js';
import type { Page, Stamp } from '../stamp.js';
import type { Custody } from '../store.js';
import type { Sql } from './database.js';

const COLUMNS = 'number, at, by, what, subject, input, output, tool, version, previous, hash';

const lastOf = (sql: Sql): CustodyEntry | undefined =>
  sql.one<CustodyEntry>(`SELECT ${COLUMNS} FROM custody ORDER BY number DESC LIMIT 1`);

/** Writes lines behind the last one; called within a write, so that nobody else writes between. */
export const logActs = (sql: Sql, acts: readonly Act[], stamp: Stamp): void => {
  for (const entry of chainedOnto(lastOf(sql), acts, stamp)) {
    const { number, at, by, what, subject, input, output, tool, version, previous, hash } = entry;
    sql.run(
      `INSERT INTO custody (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[number, at, by, what, subject, input, output, tool, version, previous, hash],
    );
  }
};

export const custodyIn = (sql: Sql): Custody => ({
  append: async (acts, stamp) => sql.write(() => logActs(sql, acts, stamp)),
  list: async ({ after = 0, limit = 1000 }: Page = {}) =>
    sql.all<CustodyEntry>(`SELECT ${COLUMNS} FROM custody WHERE number > ? ORDER BY number LIMIT ?`, after, limit),
  last: async () => lastOf(sql) ?? null,
});
