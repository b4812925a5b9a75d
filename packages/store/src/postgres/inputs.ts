import type { Note } from '@isnad/model';
import { canonical } from '../canonical.js';
import { type InputRow, inputFacts, keptInput } from '../inputs/rows.js';
import { shortHash } from '../record/items.js';
import type { Inputs } from '../store.js';
import { insertAll, nextKey } from './bulk.js';
import type { Connection, Rows } from './connection.js';
import { logActs } from './custody.js';

const COLUMNS = 'key, id, name, size, facts, state, at, by';

/** What a remark is known by. */
export const remarkHash = (path: string, note: string): string => shortHash(`${path}\n${note}`);

/** Inputs whose bytes were expunged are not taken in again, whatever their name. */
export const isExpunged = async (sql: Rows, id: string): Promise<boolean> =>
  (await sql.one("SELECT 1 AS yes FROM tombstones WHERE what = 'input' AND subject = $1", id)) !== undefined;

export const inputsIn = (sql: Connection): Inputs => ({
  begin: (file, stamp) =>
    sql.write(async (rows) => {
      const known = await rows.one<InputRow>(
        `SELECT ${COLUMNS} FROM inputs WHERE id = $1 AND name_hash = $2`,
        file.id,
        shortHash(file.name),
      );
      if (known) return { key: known.key, state: known.state };
      // Not even the name is written down again.
      if (await isExpunged(rows, file.id)) return { key: 0, state: 'expunged' as const };
      const key = await nextKey(rows, 'inputs');
      await rows.run(
        `INSERT INTO inputs (${COLUMNS}, name_hash) VALUES ($1, $2, $3, $4, $5, 'arriving', $6, $7, $8)`,
        key,
        file.id,
        file.name,
        file.size,
        inputFacts(file),
        stamp.at,
        stamp.by,
        shortHash(file.name),
      );
      await logActs(rows, [{ what: 'preserve', subject: file.id, input: null, output: file.id }], stamp);
      return { key, state: 'new' as const };
    }),
  complete: (key, stamp) =>
    sql.write(async (rows) => {
      const done = await rows.one<{ id: string }>(
        "UPDATE inputs SET state = 'complete' WHERE key = $1 AND state = 'arriving' RETURNING id",
        key,
      );
      if (done) await logActs(rows, [{ what: 'complete', subject: done.id, input: done.id, output: null }], stamp);
    }),
  remark: (input, remarks) =>
    sql.write(async (rows) => {
      const wanted = new Map(
        remarks.map(({ path, note }) => {
          const text = canonical(note);
          return [remarkHash(path, text), [path, text] as const];
        }),
      );
      const known = await rows.all<{ hash: string }>(
        'SELECT hash FROM remarks WHERE input = $1 AND hash = ANY ($2)',
        input,
        [...wanted.keys()],
      );
      for (const { hash } of known) wanted.delete(hash);
      const first = await nextKey(rows, 'remarks');
      await insertAll(
        rows,
        'remarks',
        { key: 'bigint', input: 'bigint', path: 'text', note: 'text', hash: 'text' },
        [...wanted].map(([hash, [path, note]], index) => [first + index, input, path, note, hash]),
      );
    }),
  remarks: async ({ after = 0, limit } = {}) =>
    (
      await sql.all<{ key: number; input: number; path: string; note: string }>(
        'SELECT key, input, path, note FROM remarks WHERE key > $1 ORDER BY key LIMIT $2',
        after,
        limit ?? null,
      )
    ).map((row) => ({ ...row, note: JSON.parse(row.note) as Note })),
  list: async ({ after = 0, limit } = {}) =>
    (
      await sql.all<InputRow>(
        `SELECT ${COLUMNS} FROM inputs WHERE key > $1 ORDER BY key LIMIT $2`,
        after,
        limit ?? null,
      )
    ).map(keptInput),
  get: async (key) => {
    const row = await sql.one<InputRow>(`SELECT ${COLUMNS} FROM inputs WHERE key = $1`, key);
    return row ? keptInput(row) : null;
  },
});
