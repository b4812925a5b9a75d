import { createHash, randomUUID } from 'node:crypto';
import type { PreservedBytes } from '../bytes/bytes.js';
import { inPieces, PIECE } from '../bytes/pieces.js';
import { StoreError } from '../errors.js';
import type { Connection, Rows } from './connection.js';
import { isExpunged } from './inputs.js';

const IDS = 1000;

const isKept = async (sql: Rows, id: string): Promise<boolean> =>
  (await sql.one('SELECT 1 AS yes FROM files WHERE id = $1', id)) !== undefined;

const gone = (shown: string, id: string): StoreError =>
  new StoreError('store/damaged', `${shown}: the bytes ${id} are not there`, 'Run isnad verify.');

/** A file of one piece, in one statement. */
const keepSmall = async (sql: Connection, id: string, data: Uint8Array): Promise<void> => {
  // What was expunged is not written again, not even to be deleted: a database keeps what it deletes for a while.
  if ((await isKept(sql, id)) || (await isExpunged(sql, id))) return;
  await sql.run(
    `WITH file AS (INSERT INTO files (id, size) VALUES ($1, $2::bigint) ON CONFLICT DO NOTHING RETURNING key)
     INSERT INTO pieces (file, number, data) SELECT key, 0, $3::bytea FROM file WHERE $2::bigint > 0`,
    id,
    data.length,
    data,
  );
};

/** A file of many, under its hash only once it is whole; a kill leaves nothing of it. */
const keepLarge = (
  sql: Connection,
  first: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): Promise<{ readonly id: string; readonly size: number }> =>
  sql.once(async (rows) => {
    const { key } = (await rows.one<{ key: number }>(
      'INSERT INTO files (id, size) VALUES ($1, 0) RETURNING key',
      `arriving ${randomUUID()}`,
    ))!;
    const hash = createHash('sha256');
    let [number, size] = [0, 0];
    const keep = async (data: Uint8Array): Promise<void> => {
      hash.update(data);
      size += data.length;
      await rows.run('INSERT INTO pieces (file, number, data) VALUES ($1, $2, $3)', key, number++, data);
    };
    await keep(first);
    for await (const piece of rest) await keep(piece);
    const id = `sha256:${hash.digest('hex')}`;
    // Two that keep the same file wait here for each other, and the later one lets go of its own.
    await rows.run('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', id);
    if (await isKept(rows, id)) await rows.run('DELETE FROM files WHERE key = $1', key);
    else await rows.run('UPDATE files SET id = $1, size = $2 WHERE key = $3', id, size, key);
    return { id, size };
  });

/** Preserved bytes as rows of a database, in pieces: they are never whole in memory. */
export const bytesInPostgres = (sql: Connection): PreservedBytes => {
  const size: PreservedBytes['size'] = async (id) =>
    (await sql.one<{ size: number }>('SELECT size FROM files WHERE id = $1', id))?.size ?? null;
  return {
    size,
    has: (id) => isKept(sql, id),
    put: async (stream) => {
      const pieces = inPieces(stream)[Symbol.asyncIterator]();
      const first = await pieces.next();
      const data = first.done ? new Uint8Array() : first.value;
      if (data.length === PIECE) return keepLarge(sql, data, { [Symbol.asyncIterator]: () => pieces });
      const id = `sha256:${createHash('sha256').update(data).digest('hex')}`;
      await keepSmall(sql, id, data);
      return { id, size: data.length };
    },
    stream: async function* (id) {
      const file = await sql.one<{ key: number; size: number }>('SELECT key, size FROM files WHERE id = $1', id);
      if (!file) throw gone(sql.shown, id);
      for (let number = 0; number * PIECE < file.size; number++) {
        const piece = await sql.one<{ data: Uint8Array }>(
          'SELECT data FROM pieces WHERE file = $1 AND number = $2',
          file.key,
          number,
        );
        if (!piece) throw gone(sql.shown, id);
        yield piece.data;
      }
    },
    read: async (id, start, length) => {
      const pieces = await sql.all<{ data: Uint8Array }>(
        `SELECT substring(p.data FROM greatest(1, $2::bigint - p.first + 1)::int
           FOR (least($3::bigint, p.first + ${PIECE}) - greatest($2::bigint, p.first))::int) AS data
         FROM (SELECT number, data, number * ${PIECE}::bigint AS first FROM pieces
               WHERE file = (SELECT key FROM files WHERE id = $1)
               AND number >= $2::bigint / ${PIECE} AND number * ${PIECE}::bigint < $3::bigint) p ORDER BY p.number`,
        id,
        start,
        start + length,
      );
      if (pieces.length === 0 && !(await isKept(sql, id))) throw gone(sql.shown, id);
      return Buffer.concat(pieces.map(({ data }) => data));
    },
    list: async function* () {
      for (let after = ''; ; ) {
        const rows = await sql.all<{ id: string }>(
          `SELECT id FROM files WHERE id > $1 AND id LIKE 'sha256:%' ORDER BY id LIMIT ${IDS}`,
          after,
        );
        for (const { id } of rows) yield id;
        if (rows.length < IDS) return;
        after = rows.at(-1)!.id;
      }
    },
    remove: async (id) => void (await sql.run('DELETE FROM files WHERE id = $1', id)),
  };
};
