import { createHash } from 'node:crypto';
import type { Document } from '@isnad/model';
import { searchedWords } from '../reports/wording.js';
import { insertAll } from './bulk.js';
import type { Rows, Value } from './connection.js';

/** So many letters of a word are indexed; an index takes 2,046 bytes. */
export const LONGEST = 400;
/** Bytes of all words of a text together; an index takes 1 MB. */
const MOST = 900_000;

/** A word as the index has it; one that is too long for it stands under its beginning and its hash. */
export const lexemeOf = (word: string): string =>
  word.length <= LONGEST
    ? word
    : `${word.slice(0, LONGEST)}${createHash('sha256').update(word).digest('hex').slice(0, 32)}`;

const lexemesOf = (words: readonly string[]): readonly string[] => [...new Set(words)].map(lexemeOf);

/** Bytes that words take in the index: their own, and what goes with each. */
const sizeOf = (words: readonly string[]): number => words.reduce((sum, word) => sum + Buffer.byteLength(word) + 2, 0);

/** Words of a text in a row, each between spaces, so that words in a row are found in it. */
export const rowOf = (words: readonly string[]): string => ` ${words.join(' ')} `;

/**
 * A report as the search keeps it. Where its words are too many for an index (a book of a million different words), the
 * columns of the index are empty, and the text itself is asked.
 */
export interface SearchRow {
  readonly words: readonly string[] | null;
  readonly stems: readonly string[] | null;
  readonly wording: string;
}

export const searchRow = (document: Pick<Document, 'text' | 'masked'>): SearchRow => {
  const { words, stems } = searchedWords(document);
  const [ofWords, ofStems] = [lexemesOf(words), lexemesOf(stems)];
  if (sizeOf(ofWords) > MOST || sizeOf(ofStems) > MOST) return { words: null, stems: null, wording: '' };
  return { words: ofWords, stems: ofStems, wording: rowOf(words) };
};

/** Puts the prepared words of reports into the search. */
export const indexWords = async (
  sql: Rows,
  reports: readonly { readonly key: number; readonly document: Pick<Document, 'text' | 'masked'> }[],
): Promise<void> => {
  const rows = reports.map(({ key, document }): readonly Value[] => {
    const { words, stems, wording } = searchRow(document);
    return [key, words, stems, wording];
  });
  const values = { report: 'bigint', words: 'text[]', stems: 'text[]', wording: 'text' };
  await insertAll(
    sql,
    'search',
    values,
    rows,
    '',
    'report, array_to_tsvector(words), array_to_tsvector(stems), wording',
  );
};
