import type { Span } from '@isnad/model';
import { LISTED } from '../reports/rows.js';
import { answers, marksOf, parseQuery, type Query, type Wanted } from '../search/query.js';
import { tokensOf } from '../search/tokens.js';
import type { Hit, ListedReport, Search } from '../store.js';
import { textOf } from './arrival.js';
import type { Connection, Value } from './connection.js';
import { LONGEST, lexemeOf, rowOf, searchRow } from './words.js';

interface TextRow {
  readonly text: Uint8Array;
  readonly masked: string;
}

const documentOf = ({ text, masked }: TextRow) => ({
  text: textOf(text),
  masked: JSON.parse(masked) as readonly Span[],
});

/** Tokens hold letters and digits only, so nothing in them needs escaping. */
const termOf = (word: string): string => `'${lexemeOf(word)}'`;

/** One thing that a search asks for, as a condition on a row of the search; its values go into the list. */
const conditionOf = (wanted: Wanted, values: Value[]): string => {
  const put = (value: Value): string => `$${values.push(value)}`;
  switch (wanted.is) {
    case 'word':
      return `s.stems @@ ${put(wanted.stems.map(termOf).join(' | '))}::tsquery`;
    case 'beginning':
      return `s.words @@ ${put(`'${wanted.of.slice(0, LONGEST)}':*`)}::tsquery`;
    case 'phrase':
      return `(s.words @@ ${put([...new Set(wanted.words)].map(termOf).join(' & '))}::tsquery
        AND strpos(s.wording, ${put(rowOf(wanted.words))}) > 0)`;
  }
};

/** Reports whose words no index holds, asked one by one. */
const unfitAnswering = async (sql: Connection, query: Query): Promise<readonly number[]> => {
  const keys = await sql.all<{ report: number }>('SELECT report FROM search WHERE stems IS NULL');
  const found: number[] = [];
  for (const { report } of keys) {
    const row = await sql.one<TextRow>('SELECT text, masked FROM texts WHERE report = $1', report);
    if (!row) continue;
    const { text, masked } = documentOf(row);
    if (answers(query, tokensOf(text, masked))) found.push(report);
  }
  return found;
};

const find = async (
  sql: Connection,
  query: Query,
  offset: number,
  limit: number,
): Promise<{ readonly total: number; readonly hits: readonly Hit[] }> => {
  const values: Value[] = [];
  const all = query.all.map((wanted) => conditionOf(wanted, values));
  const none = query.none.map((wanted) => conditionOf(wanted, values));
  const unfit = `$${values.push(await unfitAnswering(sql, query))}::bigint[]`;
  const condition = [...all, ...(none.length > 0 ? [`NOT (${none.join(' OR ')})`] : [])].join(' AND ');
  const found = `WITH f AS MATERIALIZED (SELECT s.report FROM search s WHERE ${condition} UNION ALL SELECT unnest(${unfit}))`;
  const page = [...values, limit, offset];
  const rows = await sql.all<ListedReport & TextRow & { readonly total: number }>(
    `${found},
     page AS MATERIALIZED (SELECT r.key FROM reports r WHERE r.key IN (SELECT report FROM f)
       ORDER BY r.day DESC NULLS LAST, r.id LIMIT $${values.length + 1} OFFSET $${values.length + 2})
     SELECT ${LISTED}, t.text, t.masked, (SELECT count(*) FROM f) AS total FROM page
     JOIN reports r ON r.key = page.key JOIN texts t ON t.report = r.key ORDER BY r.day DESC NULLS LAST, r.id`,
    ...page,
  );
  const counted = rows[0] ?? (await sql.one<{ total: number }>(`${found} SELECT count(*) AS total FROM f`, ...values))!;
  return {
    total: counted.total,
    hits: rows.map(({ text, masked, total: _, ...report }) => {
      const document = documentOf({ text, masked });
      return { report, marks: marksOf(query, tokensOf(document.text, document.masked)) };
    }),
  };
};

/** A word that one of two lists has and the other has not. */
const oddOne = (a: readonly string[] | null, b: readonly string[] | null): string | null => {
  const [left, right] = [new Set(a ?? []), new Set(b ?? [])];
  for (const word of left) if (!right.has(word)) return word;
  for (const word of right) if (!left.has(word)) return word;
  return null;
};

const faultOf = async (sql: Connection): Promise<string | null> => {
  const stray = await sql.one<{ wording: string }>(
    `SELECT s.wording FROM search s JOIN reports r ON r.key = s.report WHERE r.state <> 'kept'`,
  );
  if (stray) return stray.wording.trim().split(' ', 1)[0]!;
  for (let after = 0; ; ) {
    const rows = await sql.all<
      TextRow & { key: number; words: string[] | null; stems: string[] | null; wording: string | null }
    >(
      `SELECT r.key, t.text, t.masked, tsvector_to_array(s.words) AS words, tsvector_to_array(s.stems) AS stems, s.wording
       FROM reports r JOIN texts t ON t.report = r.key LEFT JOIN search s ON s.report = r.key
       WHERE r.state = 'kept' AND r.key > $1 ORDER BY r.key LIMIT 200`,
      after,
    );
    for (const { text, masked, ...kept } of rows) {
      const expected = searchRow(documentOf({ text, masked }));
      const odd = oddOne(expected.words, kept.words) ?? oddOne(expected.stems, kept.stems);
      if (odd !== null) return odd;
      if (expected.wording !== kept.wording) return expected.wording.trim().split(' ', 1)[0]!;
    }
    if (rows.length === 0) return null;
    after = rows.at(-1)!.key;
  }
};

export const searchIn = (sql: Connection): Search => ({
  find: async (text, { offset = 0, limit = 20 } = {}) => {
    const query = parseQuery(text);
    return query.all.length === 0 ? { total: 0, hits: [] } : find(sql, query, offset, limit);
  },
  fault: () => faultOf(sql),
});
