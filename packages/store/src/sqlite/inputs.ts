import type { Note } from '@isnad/model';
import { canonical } from '../canonical.js';
import { type InputRow, inputFacts, keptInput } from '../inputs/rows.js';
import type { Inputs } from '../store.js';
import { logActs } from './custody.js';
import type { Sql } from './database.js';

/** Inputs whose bytes were expunged are not taken in again, whatever their name. */
const isExpunged = (sql: Sql, id: string): boolean =>
  sql.one("SELECT 1 AS yes FROM tombstones WHERE what = 'input' AND subject = ?", id) !== undefined;

export const inputsIn = (sql: Sql): Inputs => ({
  begin: async (file, stamp) =>
    sql.write(() => {
      const known = sql.one<InputRow>('SELECT * FROM inputs WHERE id = ? AND name = ?', file.id, file.name);
      if (known) return { key: known.key, state: known.state };
      // Not even the name is written down again.
      if (isExpunged(sql, file.id)) return { key: 0, state: 'expunged' as const };
      const { key } = sql.run(
        'INSERT INTO inputs (id, name, size, facts, state, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)',
        file.id,
        file.name,
        file.size,
        inputFacts(file),
        'arriving',
        stamp.at,
        stamp.by,
      );
      logActs(sql, [{ what: 'preserve', subject: file.id, input: null, output: file.id }], stamp);
      return { key, state: 'new' as const };
    }),
  complete: async (key, stamp) =>
    sql.write(() => {
      const { changes } = sql.run("UPDATE inputs SET state = 'complete' WHERE key = ? AND state = 'arriving'", key);
      if (changes === 0) return;
      const { id } = sql.one<InputRow>('SELECT * FROM inputs WHERE key = ?', key)!;
      logActs(sql, [{ what: 'complete', subject: id, input: id, output: null }], stamp);
    }),
  remark: async (key, remarks) =>
    sql.write(() => {
      for (const { path, note } of remarks)
        sql.run(
          'INSERT INTO remarks (input, path, note) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
          key,
          path,
          canonical(note),
        );
    }),
  remarks: async ({ after = 0, limit = -1 } = {}) =>
    sql
      .all<{ key: number; input: number; path: string; note: string }>(
        'SELECT key, input, path, note FROM remarks WHERE key > ? ORDER BY key LIMIT ?',
        after,
        limit,
      )
      .map((row) => ({ ...row, note: JSON.parse(row.note) as Note })),
  list: async ({ after = 0, limit = -1 } = {}) =>
    sql.all<InputRow>('SELECT * FROM inputs WHERE key > ? ORDER BY key LIMIT ?', after, limit).map(keptInput),
  get: async (key) => {
    const row = sql.one<InputRow>('SELECT * FROM inputs WHERE key = ?', key);
    return row ? keptInput(row) : null;
  },
});
