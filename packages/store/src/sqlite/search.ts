import type { Span } from '@isnad/model';
import { LISTED } from '../reports/rows.js';
import { marksOf, parseQuery, type Query, type Wanted } from '../search/query.js';
import { stemsOf } from '../search/stems.js';
import { tokensOf } from '../search/tokens.js';
import type { Hit, ListedReport, Search } from '../store.js';
import { type Sql, textOf } from './database.js';

/** Tokens hold letters and digits only, so nothing in them needs escaping. */
const termOf = (wanted: Wanted): string => {
  switch (wanted.is) {
    case 'word':
      return `stems : (${wanted.stems.map((stem) => `"${stem}"`).join(' OR ')})`;
    case 'beginning':
      return `words : "${wanted.of}" *`;
    case 'phrase':
      return `words : "${wanted.words.join(' ')}"`;
  }
};

const matchOf = ({ all, none }: Query): string => {
  const wanted = all.map((one) => `(${termOf(one)})`).join(' AND ');
  return none.length === 0 ? wanted : `(${wanted}) NOT (${none.map((one) => `(${termOf(one)})`).join(' OR ')})`;
};

type Row = ListedReport & { readonly text: unknown; readonly masked: string };

const hitOf = (query: Query, { text, masked, total: _, ...report }: Row & { readonly total: number }): Hit => ({
  report,
  marks: marksOf(query, tokensOf(textOf(text), JSON.parse(masked) as readonly Span[])),
});

/** How often each word and stem stands in the texts, by column of the index. */
const wordsOfTexts = (sql: Sql): Map<string, number> => {
  const counts = new Map<string, number>();
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (let after = 0; ; ) {
    const rows = sql.all<{ key: number; text: unknown; masked: string }>(
      `SELECT r.key, t.text, t.masked FROM reports r JOIN texts t ON t.report = r.key
       WHERE r.state = 'kept' AND r.key > ? ORDER BY r.key LIMIT 200`,
      after,
    );
    for (const { text, masked } of rows)
      for (const { word } of tokensOf(textOf(text), JSON.parse(masked) as readonly Span[])) {
        count(`words ${word}`);
        for (const stem of stemsOf(word)) count(`stems ${stem}`);
      }
    if (rows.length === 0) return counts;
    after = rows.at(-1)!.key;
  }
};

const faultOf = (sql: Sql): string | null => {
  const expected = wordsOfTexts(sql);
  const kept = sql.all<{ term: string; col: string; cnt: number }>(
    'SELECT term, col, cnt FROM search_terms ORDER BY term, col',
  );
  for (const { term, col, cnt } of kept) {
    if (expected.get(`${col} ${term}`) !== cnt) return term;
    expected.delete(`${col} ${term}`);
  }
  const [first] = expected.keys();
  return first === undefined ? null : first.split(' ')[1]!;
};

export const searchIn = (sql: Sql): Search => ({
  find: async (text, { offset = 0, limit = 20 } = {}) => {
    const query = parseQuery(text);
    if (query.all.length === 0) return { total: 0, hits: [] };
    const match = matchOf(query);
    // The index of days gives the newest first, and ends with the page: frequent words cost no sorting.
    const rows = sql.all<Row & { readonly total: number }>(
      `WITH f AS MATERIALIZED (SELECT rowid AS key FROM search WHERE search MATCH ?),
       page AS MATERIALIZED (SELECT r.key FROM reports r INDEXED BY reports_by_day WHERE r.key IN (SELECT key FROM f)
         ORDER BY r.day DESC, r.id LIMIT ? OFFSET ?)
       SELECT ${LISTED}, t.text, t.masked, (SELECT count(*) FROM f) AS total FROM page
       JOIN reports r ON r.key = page.key JOIN texts t ON t.report = r.key ORDER BY r.day DESC, r.id`,
      match,
      limit,
      offset,
    );
    const count = () => sql.one<{ total: number }>('SELECT count(*) AS total FROM search WHERE search MATCH ?', match)!;
    const { total } = rows[0] ?? count();
    return { total, hits: rows.map((row) => hitOf(query, row)) };
  },
  fault: async () => faultOf(sql),
});
