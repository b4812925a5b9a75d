import type { PhraseHit } from '@isnad/lexicon';
import { entryAt } from '../entry-at.js';
import type { Token } from '../tokens.js';
import type { Meaning } from './meaning.js';
import { type DateWord, type DayPart, dateWordsAt, type FoundWord, type Role } from './words.js';

/** How a date expression is made; for readers of claims, who weigh them differently. */
export type Sense =
  | 'calendar'
  | 'weekday'
  | 'relative'
  | 'since'
  | 'until'
  | 'window'
  | 'range'
  | 'ongoing'
  | 'anaphoric'
  | 'duration'
  | 'repeated';

/** A date expression as parsed: its meaning, its last token, and what kind it is. */
export interface Phrase {
  readonly meaning: Meaning;
  readonly last: number;
  readonly sense: Sense;
  readonly part?: DayPart | undefined;
  /** Days from publication that a word such as اليوم tells beside a date of the calendar. */
  readonly offset?: number | undefined;
  /** Tokens that name what began, between «منذ» and its date: منذ بدء الهجوم في العاشر من أيلول. */
  readonly onset?: { readonly first: number; readonly last: number } | undefined;
}

/** A date word with the token behind it. */
export interface Found<R extends Role> {
  readonly word: Extract<DateWord, { role: R }>;
  readonly definite: boolean;
  readonly proclitics: string;
  /** Index of the first token behind the word or set phrase. */
  readonly next: number;
}

/** The tokens of one report while its dates are read. */
export class Context {
  readonly tokens: readonly Token[];
  readonly original: string;
  /** Meaning of the last day told, for "the same day" and its like. */
  previousDay: Meaning | null = null;
  /** Meaning of the last date of any kind, for "then". */
  previous: Meaning | null = null;
  readonly #hits: (readonly PhraseHit<FoundWord>[] | undefined)[] = [];

  constructor(tokens: readonly Token[], original: string) {
    this.tokens = tokens;
    this.original = original;
  }

  /** All date words that begin at a token. */
  hits(index: number): readonly PhraseHit<FoundWord>[] {
    let hits = this.#hits[index];
    if (hits === undefined) {
      hits = dateWordsAt(this.tokens, index);
      this.#hits[index] = hits;
    }
    return hits;
  }

  /** The longest date word of a role at a token; `bare` refuses proclitics. */
  word<R extends Role>(index: number, role: R, bare = false): Found<R> | null {
    for (const hit of this.hits(index)) {
      const { word, definite } = hit.value;
      if (word.role !== role || (bare && hit.proclitics !== '') || hit.proclitics.includes('س')) continue;
      return {
        word: word as Extract<DateWord, { role: R }>,
        definite,
        proclitics: hit.proclitics,
        next: index + hit.length,
      };
    }
    return null;
  }

  /** Folded form of a token; empty outside the report and at a line break. */
  form(index: number): string {
    const token = entryAt(this.tokens, index);
    return token === undefined || token.kind === 'break' ? '' : token.word.form;
  }

  isDigits(index: number): boolean {
    return entryAt(this.tokens, index)?.kind === 'digits';
  }

  /** Whether tokens touch, nothing but dropped marks between them. */
  touches(index: number): boolean {
    return this.tokens[index]?.spaced === false;
  }
}

/** Index behind an opening bracket, comma or dash that may stand inside a date; the same index otherwise. */
export const pastJoint = (context: Context, index: number): number =>
  ['(', '،', ',', '-', '"'].includes(context.form(index)) ? index + 1 : index;
