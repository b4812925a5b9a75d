import type { Reading } from '@isnad/model';
import { toldBy } from '../reports/wording.js';
import type { Readings } from '../store.js';
import { readAct } from './arrival.js';
import { evenly, listOf, portions } from './bulk.js';
import type { Connection, Value } from './connection.js';

const GIVEN = {
  place: 'int',
  appearance: 'bigint',
  reading: 'text',
  output: 'text',
  subject: 'text',
  title: 'text',
  outlet: 'text',
  day: 'text',
} as const;

/**
 * One statement that keeps what is new of these readings, tells it of the reports that came in unread, and chains a line
 * for each onto the custody log as `chained` does. The server does it all, so that writers wait for it alone.
 */
const keeping = (count: number): string => `
  WITH RECURSIVE given (${Object.keys(GIVEN).join(', ')}) AS (VALUES ${listOf(Object.values(GIVEN), count, 5)}),
  fresh AS MATERIALIZED (
    SELECT row_number() OVER (ORDER BY g.place) AS n, g.*, a.report, r.text_hash AS input FROM given g
    CROSS JOIN LATERAL (SELECT report FROM appearances WHERE key = g.appearance OFFSET 0) a
    CROSS JOIN LATERAL (SELECT text_hash FROM reports WHERE key = a.report OFFSET 0) r
    WHERE NOT EXISTS (SELECT 1 FROM readings WHERE reader = $1 AND appearance = g.appearance OFFSET 0)
  ), told AS (
    UPDATE reports r SET title = coalesce(f.title, r.title), outlet = coalesce(f.outlet, r.outlet), day = coalesce(f.day, r.day)
    FROM fresh f
    WHERE r.key = f.report
      AND (r.title, r.outlet, r.day) IS DISTINCT FROM
        (coalesce(f.title, r.title), coalesce(f.outlet, r.outlet), coalesce(f.day, r.day))
      AND NOT EXISTS (SELECT 1 FROM appearances b WHERE b.report = f.report AND b.key < f.appearance OFFSET 0)
      AND NOT EXISTS (SELECT 1 FROM readings WHERE appearance = f.appearance AND reader <> $1 OFFSET 0)
  ), kept AS (
    INSERT INTO readings (key, appearance, reader, reading)
    SELECT (SELECT coalesce(max(key), 0) FROM readings) + n, appearance, $1, reading FROM fresh
  ), acts AS MATERIALIZED (
    SELECT array_agg(
      concat_ws(',', to_json($2::text), to_json($3::text), '"read"', to_json(subject), to_json(input), to_json(output),
        to_json($4::text), to_json($5::text)) ORDER BY n) AS told
    FROM fresh
  ), chain (n, number, previous, hash) AS (
    (SELECT 0, number, previous, hash FROM custody ORDER BY number DESC LIMIT 1)
    UNION ALL
    SELECT c.n + 1, c.number + 1, c.hash,
      encode(sha256(convert_to(concat('[', c.number + 1, ',', a.told[c.n + 1], ',"', c.hash, '"]'), 'UTF8')), 'hex')
    FROM chain c CROSS JOIN acts a WHERE c.n < cardinality(a.told)
  )
  INSERT INTO custody (number, at, by, what, subject, input, output, tool, version, previous, hash)
  SELECT c.number, $2, $3, 'read', f.subject, f.input, f.output, $4, $5, c.previous, c.hash
  FROM chain c JOIN fresh f ON f.n = c.n`;

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
  put: async (reader, readings, { at, by }) => {
    const seen = new Set<number>();
    const once = readings.filter(({ appearance }) => !seen.has(appearance) && seen.add(appearance));
    const rows = once.map(({ appearance, reading }, place): readonly Value[] => {
      const text = JSON.stringify(reading);
      const { subject, output } = readAct(reading, text, '');
      const { title, outlet, day } = toldBy(reading);
      return [place, appearance, text, output, subject, title, outlet, day];
    });
    const statements = [...portions(rows)]
      .flatMap((portion) => [...evenly(portion)])
      .map((portion) => ({
        text: keeping(portion.length),
        name: `keeping ${portion.length}`,
        values: [reader, at, by, 'isnad reader', reader, ...portion.flat()],
      }));
    await sql.writeAtOnce(statements);
  },
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
