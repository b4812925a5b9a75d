import type { Span } from '@isnad/model';
import { stemsOf, stemsSought } from './stems.js';
import { type Token, tokensOf } from './tokens.js';

/** One thing that a search asks for. */
export type Wanted =
  | { readonly is: 'word'; readonly stems: readonly string[] }
  | { readonly is: 'beginning'; readonly of: string }
  | { readonly is: 'phrase'; readonly words: readonly string[] };

/** What is asked for: all of `all`, and nothing of `none`. */
export interface Query {
  readonly all: readonly Wanted[];
  readonly none: readonly Wanted[];
}

const PART = /(-?)(?:["«“]([^"»”]*)["»”]|(\S+))/g;

const wantedOf = (text: string, isPhrase: boolean): readonly Wanted[] => {
  const words = tokensOf(text).map(({ word }) => word);
  if (words.length === 0) return [];
  if (isPhrase) return [{ is: 'phrase', words }];
  const last = words.length - 1;
  return words.map(
    (word, index): Wanted =>
      text.endsWith('*') && index === last ? { is: 'beginning', of: word } : { is: 'word', stems: stemsSought(word) },
  );
};

/**
 * A search as people type it: words that must all be there in any of their forms, "words in a row" as they are
 * written, beginn* of words, and -words that must not be there.
 */
export const parseQuery = (text: string): Query => {
  const [all, none]: [Wanted[], Wanted[]] = [[], []];
  for (const [, minus, phrase, word] of text.matchAll(PART))
    (minus ? none : all).push(...wantedOf(phrase ?? word!, phrase !== undefined));
  return { all, none };
};

const fits = (token: Token, wanted: Exclude<Wanted, { is: 'phrase' }>): boolean =>
  wanted.is === 'beginning'
    ? token.word.startsWith(wanted.of)
    : stemsOf(token.word).some((stem) => wanted.stems.includes(stem));

/** A word comes many times in a text, and is looked at once. */
const fitting = (tokens: readonly Token[], wanted: Exclude<Wanted, { is: 'phrase' }>): readonly Span[] => {
  const known = new Map<string, boolean>();
  return tokens.flatMap((token) => {
    let does = known.get(token.word);
    if (does === undefined) {
      does = fits(token, wanted);
      known.set(token.word, does);
    }
    return does ? [{ start: token.start, end: token.end }] : [];
  });
};

const rowsOf = (tokens: readonly Token[], words: readonly string[]): readonly Span[] =>
  tokens.flatMap((token, at) =>
    words.every((word, step) => tokens[at + step]?.word === word)
      ? [{ start: token.start, end: tokens[at + words.length - 1]!.end }]
      : [],
  );

/** Where a text answers a query: places in the original, in their order, not overlapping. */
export const marksOf = (query: Query, tokens: readonly Token[]): readonly Span[] => {
  const found = query.all.flatMap((wanted) =>
    wanted.is === 'phrase' ? rowsOf(tokens, wanted.words) : fitting(tokens, wanted),
  );
  let end = 0;
  return [...found]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((span) => {
      const isNew = span.start >= end;
      if (isNew) end = span.end;
      return isNew;
    });
};

const hasWanted = (wanted: Wanted, tokens: readonly Token[]): boolean =>
  (wanted.is === 'phrase' ? rowsOf(tokens, wanted.words) : fitting(tokens, wanted)).length > 0;

/** Whether a text answers a query, where no index can tell. */
export const answers = (query: Query, tokens: readonly Token[]): boolean =>
  query.all.every((wanted) => hasWanted(wanted, tokens)) && !query.none.some((wanted) => hasWanted(wanted, tokens));
