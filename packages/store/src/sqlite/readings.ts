import type { Reading } from '@isnad/model';
import { toldBy } from '../reports/wording.js';
import type { Readings } from '../store.js';
import { keepReading } from './arrival.js';
import { logActs } from './custody.js';
import { type Sql, textOf } from './database.js';

/** What lists say of a report that came in unread, now that its first appearance is read for the first time. */
const tellOfReport = (sql: Sql, appearance: number, reader: string, reading: Reading): void => {
  const { title, outlet, day } = toldBy(reading);
  sql.run(
    `UPDATE reports SET title = coalesce(?, title), outlet = coalesce(?, outlet), day = coalesce(?, day)
     WHERE key = (SELECT report FROM appearances WHERE key = ?)
       AND ? = (SELECT min(a.key) FROM appearances a WHERE a.report = reports.key)
       AND NOT EXISTS (SELECT 1 FROM readings x WHERE x.appearance = ? AND x.reader <> ?)`,
    title,
    outlet,
    day,
    appearance,
    appearance,
    appearance,
    reader,
  );
};

export const readingsIn = (sql: Sql): Readings => ({
  list: async (reader, { after = 0, limit = 200 } = {}) =>
    sql
      .all<{ appearance: number; reading: unknown }>(
        'SELECT appearance, reading FROM readings WHERE reader = ? AND appearance > ? ORDER BY appearance LIMIT ?',
        reader,
        after,
        limit,
      )
      .map(({ appearance, reading }) => ({ appearance, reading: JSON.parse(textOf(reading)) as Reading })),
  put: async (reader, readings, stamp) =>
    sql.write(() => {
      for (const { appearance, reading } of readings) {
        const act = keepReading(sql, appearance, reader, reading);
        if (!act) continue;
        tellOfReport(sql, appearance, reader, reading);
        const { text_hash: input } = sql.one<{ text_hash: string }>(
          'SELECT r.text_hash FROM appearances a JOIN reports r ON r.key = a.report WHERE a.key = ?',
          appearance,
        )!;
        logActs(sql, [{ ...act, input }], { ...stamp, tool: 'isnad reader', version: reader });
      }
    }),
  readers: async () =>
    sql.all<{ reader: string; count: number }>(
      'SELECT reader, count(*) AS count FROM readings GROUP BY reader ORDER BY max(key) DESC',
    ),
  missing: async (reader, { after = 0, limit = -1 } = {}) =>
    sql
      .all<{ key: number }>(
        `SELECT a.key FROM appearances a JOIN reports r ON r.key = a.report
         LEFT JOIN readings x ON x.appearance = a.key AND x.reader = ?
         WHERE x.key IS NULL AND r.state = 'kept' AND a.key > ? ORDER BY a.key LIMIT ?`,
        reader,
        after,
        limit,
      )
      .map(({ key }) => key),
});
