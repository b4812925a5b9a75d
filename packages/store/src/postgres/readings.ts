import type { Reading } from '@isnad/model';
import { toldBy } from '../reports/wording.js';
import type { Readings } from '../store.js';
import { READING, readAct } from './arrival.js';
import { insertAll, nextKey, runOver } from './bulk.js';
import type { Connection, Rows } from './connection.js';
import { logActs } from './custody.js';

/** What lists say of reports that came in unread, now that their first appearance is read for the first time. */
const tellOfReports = (
  sql: Rows,
  reader: string,
  fresh: readonly { readonly appearance: number; readonly reading: Reading }[],
): Promise<void> =>
  runOver(
    sql,
    ['bigint', 'text', 'text', 'text', 'text'],
    fresh.map(({ appearance, reading }) => {
      const { title, outlet, day } = toldBy(reading);
      return [appearance, reader, title, outlet, day];
    }),
    (values) =>
      `UPDATE reports r SET title = coalesce(told.title, r.title), outlet = coalesce(told.outlet, r.outlet),
         day = coalesce(told.day, r.day)
       FROM (VALUES ${values}) AS told (appearance, reader, title, outlet, day)
       JOIN appearances a ON a.key = told.appearance
       WHERE r.key = a.report
         AND NOT EXISTS (SELECT 1 FROM appearances b WHERE b.report = a.report AND b.key < a.key)
         AND NOT EXISTS (SELECT 1 FROM readings x WHERE x.appearance = a.key AND x.reader <> told.reader)
         AND (r.title, r.outlet, r.day) IS DISTINCT FROM
           (coalesce(told.title, r.title), coalesce(told.outlet, r.outlet), coalesce(told.day, r.day))`,
  );

export const readingsIn = (sql: Connection): Readings => ({
  list: async (reader, { after = 0, limit = 200 } = {}) =>
    (
      await sql.all<{ appearance: number; reading: string }>(
        'SELECT appearance, reading FROM readings WHERE reader = $1 AND appearance > $2 ORDER BY appearance LIMIT $3',
        reader,
        after,
        limit,
      )
    ).map(({ appearance, reading }) => ({ appearance, reading: JSON.parse(reading) as Reading })),
  put: (reader, readings, stamp) =>
    sql.write(async (rows) => {
      const appearances = readings.map(({ appearance }) => appearance);
      const known = new Set(
        (
          await rows.all<{ appearance: number }>(
            'SELECT appearance FROM readings WHERE reader = $1 AND appearance = ANY ($2::bigint[])',
            reader,
            appearances,
          )
        ).map(({ appearance }) => appearance),
      );
      const texts = new Map(
        (
          await rows.all<{ key: number; text_hash: string }>(
            `SELECT a.key, r.text_hash FROM appearances a JOIN reports r ON r.key = a.report
             WHERE a.key = ANY ($1::bigint[])`,
            appearances,
          )
        ).map(({ key, text_hash }) => [key, text_hash]),
      );
      const first = await nextKey(rows, 'readings');
      const fresh = readings.filter(({ appearance }) => {
        const isNew = !known.has(appearance);
        known.add(appearance);
        return isNew;
      });
      await tellOfReports(rows, reader, fresh);
      const written = fresh.map(({ appearance, reading }) => ({
        appearance,
        reading,
        text: JSON.stringify(reading),
      }));
      await insertAll(
        rows,
        'readings',
        READING,
        written.map(({ appearance, text }, index) => [first + index, appearance, reader, text]),
      );
      await logActs(
        rows,
        written.map(({ appearance, reading, text }) => readAct(reading, text, texts.get(appearance)!)),
        { ...stamp, tool: 'isnad reader', version: reader },
      );
    }),
  readers: () =>
    sql.all<{ reader: string; count: number }>(
      'SELECT reader, count(*) AS count FROM readings GROUP BY reader ORDER BY max(key) DESC',
    ),
  missing: async (reader, { after = 0, limit } = {}) =>
    (
      await sql.all<{ key: number }>(
        `SELECT a.key FROM appearances a JOIN reports r ON r.key = a.report
         LEFT JOIN readings x ON x.appearance = a.key AND x.reader = $1
         WHERE x.key IS NULL AND r.state = 'kept' AND a.key > $2 ORDER BY a.key LIMIT $3`,
        reader,
        after,
        limit ?? null,
      )
    ).map(({ key }) => key),
});
