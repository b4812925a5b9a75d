import type { Noun } from './noun.js';

/** A noun while it is put together. */
type NounDraft = { -readonly [K in keyof Noun]: Noun[K] };

const NO_MEASURES: readonly string[] = [];

/** A noun of which no more is known than where it stands and what it is of; all nouns are made here, in one shape. */
export const newNoun = (first: number, last: number, of: Noun['of'], group: string | null): NounDraft => ({
  first,
  last,
  of,
  group,
  side: null,
  measures: NO_MEASURES,
  number: null,
  construct: false,
  definite: false,
});
