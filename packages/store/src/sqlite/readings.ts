import type { Reading } from '@isnad/model';
import type { Readings } from '../store.js';
import { keepReading } from './arrival.js';
import { logActs } from './custody.js';
import { type Sql, textOf } from './database.js';

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
