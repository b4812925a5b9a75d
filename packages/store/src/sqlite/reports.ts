import { type AppearanceRow, appearanceOf, type DocumentRow, documentOf, LISTED } from '../reports/rows.js';
import type { KeptReport, ListedReport, Reports, Version } from '../store.js';
import type { Change } from '../versions/changes.js';
import { keepArrival } from './arrival.js';
import { type Sql, textOf } from './database.js';

const get = (sql: Sql, id: string): KeptReport | null => {
  const row = sql.one<Omit<KeptReport, 'masked' | 'text'> & { masked: string; text: unknown }>(
    `SELECT r.key, r.id, r.state, r.text_hash AS textHash, r.extractor, r.encoding, r.form, t.text, t.masked
     FROM reports r JOIN texts t ON t.report = r.key WHERE r.id = ?`,
    id,
  );
  if (!row) return null;
  const appearances = sql
    .all<AppearanceRow>(
      `SELECT a.key, r.id AS report, a.input, a.path, a.facts FROM appearances a JOIN reports r ON r.key = a.report
       WHERE r.id = ? ORDER BY a.key`,
      id,
    )
    .map(appearanceOf);
  return { ...row, text: textOf(row.text), masked: JSON.parse(row.masked) as KeptReport['masked'], appearances };
};

export const reportsIn = (sql: Sql): Reports => ({
  add: async (input, arriving, how, stamp) =>
    sql.write(() => {
      const file = sql.one<{ key: number; id: string }>('SELECT key, id FROM inputs WHERE key = ?', input)!;
      let [reports, appearances] = [0, 0];
      for (const one of arriving) {
        const kept = keepArrival(sql, file, one, how, stamp);
        if (kept.report) reports++;
        if (kept.appearance) appearances++;
      }
      return { reports, appearances };
    }),
  count: async () => sql.one<{ count: number }>("SELECT count(*) AS count FROM reports WHERE state = 'kept'")!.count,
  list: async ({ after = 0, limit = -1 } = {}) =>
    sql.all<ListedReport>(`SELECT ${LISTED} FROM reports r WHERE r.key > ? ORDER BY r.key LIMIT ?`, after, limit),
  get: async (id) => get(sql, id),
  documents: async ({ after = 0, limit = 200, until = Number.MAX_SAFE_INTEGER, unreadBy = null } = {}) =>
    sql
      .all<Omit<DocumentRow, 'text'> & { text: unknown }>(
        `SELECT a.key, r.id AS report, a.input, a.path, a.facts, t.text, t.masked FROM appearances a
         JOIN reports r ON r.key = a.report JOIN texts t ON t.report = a.report
         WHERE a.key > ? AND a.key <= ? AND r.state = 'kept'
           AND (? IS NULL OR NOT EXISTS (SELECT 1 FROM readings x WHERE x.appearance = a.key AND x.reader = ?))
         ORDER BY a.key LIMIT ?`,
        after,
        until,
        unreadBy,
        unreadBy,
        limit,
      )
      .map((row) => ({ key: row.key, document: documentOf({ ...row, text: textOf(row.text) }) })),
  versions: async (url) =>
    sql
      .all<Omit<Version, 'changes'> & { changes: unknown }>(
        `SELECT v.url, v.number, r.id AS report, v.at, v.changes FROM versions v JOIN reports r ON r.key = v.report
         WHERE v.url = ? ORDER BY v.number`,
        url,
      )
      .map((row) => ({ ...row, changes: JSON.parse(textOf(row.changes)) as readonly Change[] })),
  edited: async () =>
    sql.all<{ url: string }>('SELECT DISTINCT url FROM versions WHERE number > 1 ORDER BY url').map(({ url }) => url),
  sameWording: async (id) =>
    sql
      .all<{ id: string }>(
        `SELECT b.id FROM reports a JOIN reports b ON b.wording_hash = a.wording_hash AND b.key <> a.key
         WHERE a.id = ? AND a.state = 'kept' AND b.state = 'kept' ORDER BY b.key`,
        id,
      )
      .map((row) => row.id),
});
