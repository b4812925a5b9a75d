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
  // Row by row in the order of the keys (`OFFSET 0` keeps a part by itself): a page must not cost a walk over all texts, which
  // is what the server chooses for tables of which it has no figures yet.
  documents: async ({ after = 0, limit = 200, until = Number.MAX_SAFE_INTEGER, unreadBy = null } = {}) =>
    (
      await sql.all<Omit<DocumentRow, 'text'> & { text: Uint8Array }>(
        `SELECT a.key, r.id AS report, a.input, a.path, a.facts, t.text, t.masked FROM appearances a
         CROSS JOIN LATERAL (SELECT id FROM reports WHERE key = a.report AND state = 'kept' OFFSET 0) r
         CROSS JOIN LATERAL (SELECT text, masked FROM texts WHERE report = a.report OFFSET 0) t
         WHERE a.key > $1 AND a.key <= $2 AND ($3::text IS NULL OR NOT EXISTS (
           SELECT 1 FROM readings WHERE appearance = a.key AND reader = $3 OFFSET 0))
         ORDER BY a.key LIMIT $4`,
        after,
        until,
        unreadBy,
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
