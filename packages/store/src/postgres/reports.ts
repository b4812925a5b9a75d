import { shortHash } from '../record/items.js';
import { type AppearanceRow, appearanceOf, type DocumentRow, documentOf, LISTED } from '../reports/rows.js';
import type { KeptReport, ListedReport, Reports, Version } from '../store.js';
import type { Change } from '../versions/changes.js';
import { keepArrivals, textOf } from './arrival.js';
import type { Connection } from './connection.js';

const get = async (sql: Connection, id: string): Promise<KeptReport | null> => {
  const row = await sql.one<Omit<KeptReport, 'masked' | 'text'> & { masked: string; text: Uint8Array }>(
    `SELECT r.key, r.id, r.state, r.text_hash AS "textHash", r.extractor, r.encoding, r.form, t.text, t.masked
     FROM reports r JOIN texts t ON t.report = r.key WHERE r.id = $1`,
    id,
  );
  if (!row) return null;
  const appearances = await sql.all<AppearanceRow>(
    `SELECT a.key, r.id AS report, a.input, a.path, a.facts FROM appearances a JOIN reports r ON r.key = a.report
     WHERE r.id = $1 ORDER BY a.key`,
    id,
  );
  return {
    ...row,
    text: textOf(row.text),
    masked: JSON.parse(row.masked) as KeptReport['masked'],
    appearances: appearances.map(appearanceOf),
  };
};

export const reportsIn = (sql: Connection): Reports => ({
  add: (input, arriving, how, stamp) =>
    sql.write(async (rows) => {
      const file = (await rows.one<{ key: number; id: string }>('SELECT key, id FROM inputs WHERE key = $1', input))!;
      return keepArrivals(rows, file, arriving, how, stamp);
    }),
  count: async () =>
    (await sql.one<{ count: number }>("SELECT count(*) AS count FROM reports WHERE state = 'kept'"))!.count,
  list: ({ after = 0, limit } = {}) =>
    sql.all<ListedReport>(
      `SELECT ${LISTED} FROM reports r WHERE r.key > $1 ORDER BY r.key LIMIT $2`,
      after,
      limit ?? null,
    ),
  get: (id) => get(sql, id),
  documents: async ({ after = 0, limit = 200 } = {}) =>
    (
      await sql.all<Omit<DocumentRow, 'text'> & { text: Uint8Array }>(
        `SELECT a.key, r.id AS report, a.input, a.path, a.facts, t.text, t.masked FROM appearances a
         JOIN reports r ON r.key = a.report JOIN texts t ON t.report = a.report
         WHERE a.key > $1 AND r.state = 'kept' ORDER BY a.key LIMIT $2`,
        after,
        limit,
      )
    ).map((row) => ({ key: row.key, document: documentOf({ ...row, text: textOf(row.text) }) })),
  versions: async (url) =>
    (
      await sql.all<Omit<Version, 'changes'> & { changes: string }>(
        `SELECT v.url, v.number, r.id AS report, v.at, v.changes FROM versions v JOIN reports r ON r.key = v.report
         WHERE v.url_hash = $1 ORDER BY v.number`,
        shortHash(url),
      )
    ).map((row) => ({ ...row, changes: JSON.parse(row.changes) as readonly Change[] })),
  edited: async () =>
    (await sql.all<{ url: string }>('SELECT DISTINCT url FROM versions WHERE number > 1 ORDER BY url')).map(
      ({ url }) => url,
    ),
  sameWording: async (id) =>
    (
      await sql.all<{ id: string }>(
        `SELECT b.id FROM reports a JOIN reports b ON b.wording_hash = a.wording_hash AND b.key <> a.key
         WHERE a.id = $1 AND a.state = 'kept' AND b.state = 'kept' ORDER BY b.key`,
        id,
      )
    ).map((row) => row.id),
});
