import type { Given, Note } from '@isnad/model';
import { canonical } from '../canonical.js';
import type { InputFile, InputState, Inputs, KeptInput } from '../store.js';
import { logActs } from './custody.js';
import type { Sql } from './database.js';

interface Row {
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly facts: string;
  readonly state: InputState;
  readonly at: string;
  readonly by: string;
}

const keptInput = ({ facts, ...row }: Row): KeptInput => ({
  ...row,
  ...(JSON.parse(facts) as { given: Given; url?: string; columns?: Readonly<Record<string, unknown>> }),
});

const factsOf = ({ given, url, columns }: InputFile): string =>
  canonical({ given, ...(url === undefined ? {} : { url }), ...(columns === undefined ? {} : { columns }) });

/** Inputs whose bytes were expunged are not taken in again, whatever their name. */
const isExpunged = (sql: Sql, id: string): boolean =>
  sql.one("SELECT 1 AS yes FROM tombstones WHERE what = 'input' AND subject = ?", id) !== undefined;

export const inputsIn = (sql: Sql): Inputs => ({
  begin: async (file, stamp) =>
    sql.write(() => {
      const known = sql.one<Row>('SELECT * FROM inputs WHERE id = ? AND name = ?', file.id, file.name);
      if (known) return { key: known.key, state: known.state };
      // Not even the name is written down again.
      if (isExpunged(sql, file.id)) return { key: 0, state: 'expunged' as const };
      const { key } = sql.run(
        'INSERT INTO inputs (id, name, size, facts, state, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)',
        file.id,
        file.name,
        file.size,
        factsOf(file),
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
      const { id } = sql.one<Row>('SELECT * FROM inputs WHERE key = ?', key)!;
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
    sql.all<Row>('SELECT * FROM inputs WHERE key > ? ORDER BY key LIMIT ?', after, limit).map(keptInput),
  get: async (key) => {
    const row = sql.one<Row>('SELECT * FROM inputs WHERE key = ?', key);
    return row ? keptInput(row) : null;
  },
});
