import type { Span } from '@isnad/model';
import { marksOf, parseQuery, type Query, type Wanted } from '../search/query.js';
import { tokensOf } from '../search/tokens.js';
import type { Hit, ListedReport, Search } from '../store.js';
import { type Sql, textOf } from './database.js';
import { LISTED } from './reports.js';

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

const hitOf = (query: Query, { text, masked, ...report }: Row): Hit => ({
  report,
  marks: marksOf(query, tokensOf(textOf(text), JSON.parse(masked) as readonly Span[])),
});

export const searchIn = (sql: Sql): Search => ({
  find: async (text, { offset = 0, limit = 20 } = {}) => {
    const query = parseQuery(text);
    if (query.all.length === 0) return { total: 0, hits: [] };
    const match = matchOf(query);
    const { total } = sql.one<{ total: number }>('SELECT count(*) AS total FROM search WHERE search MATCH ?', match)!;
    const rows = sql.all<Row>(
      `SELECT ${LISTED}, t.text, t.masked FROM
         (SELECT r.key FROM search w JOIN reports r ON r.key = w.rowid WHERE search MATCH ?
          ORDER BY r.day DESC NULLS LAST, r.id LIMIT ? OFFSET ?) f
       JOIN reports r ON r.key = f.key JOIN texts t ON t.report = r.key ORDER BY r.day DESC NULLS LAST, r.id`,
      match,
      limit,
      offset,
    );
    return { total, hits: rows.map((row) => hitOf(query, row)) };
  },
});
