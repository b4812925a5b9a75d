import { fold } from '@isnad/arabic';
import { Memo } from '@isnad/lexicon';
import type { Word } from '@isnad/text';
import type { RetellingWords } from './schema.js';

/** A folded text as its words alone, whatever marks stand between them, each with a space on both sides. */
export const asWords = (text: string): string => ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ')} `;

/** Whether one of several phrases stands among words (`asWords`). */
export type Says = (words: string) => boolean;

const longestWord = (phrase: string): string => phrase.split(' ').reduce((a, b) => (b.length > a.length ? b : a));

const saying = (phrases: readonly string[]): Says => {
  const spaced = phrases.map((phrase) => ` ${phrase} `);
  return (words) => spaced.some((phrase) => words.includes(phrase));
};

/** Phrases by their first word. */
export type Openings = ReadonlyMap<string, readonly string[]>;

const byFirstWord = (phrases: readonly string[]): Openings => {
  const openings = new Map<string, string[]>();
  for (const phrase of phrases) {
    const first = phrase.split(' ')[0]!;
    openings.set(first, [...(openings.get(first) ?? []), phrase]);
  }
  return openings;
};

/** Words that say whether an event was told before, folded. */
export interface Retelling {
  /** Stands behind a word of an event told before. */
  readonly said: ReadonlySet<string>;
  /** Stands behind a word of another event. */
  readonly another: ReadonlySet<string>;
  /** Stands before or behind a word of an event that comes on top of those told before. */
  readonly also: ReadonlySet<string>;
  /** Stands before one more word of a list. */
  readonly listed: ReadonlySet<string>;
  /** Stands before or behind a word of an event that began before. */
  readonly 'going-on': ReadonlySet<string>;
  /** Tells of what happens again and again, and of several events together. */
  readonly often: Says;
  readonly scattered: Says;
  /** Tells of months together; and points to the clause that does. */
  readonly long: Says;
  readonly within: Says;
  /** Whether a phrase of these four may hold a word; few clauses have such a word, which is quickly seen. */
  readonly maySay: Memo<Word, boolean>;
  /** Open sentences. */
  readonly turn: Openings;
  readonly more: Openings;
  readonly background: Openings;
  /** First words of these three. */
  readonly mayOpen: ReadonlySet<string>;
}

/** Folds the words once. */
export const buildRetelling = (words: RetellingWords): Retelling => {
  const folded = (list: readonly string[]): readonly string[] => list.map(fold);
  const [often, scattered, long, within] = [words.often, words.scattered, words.long, words.within].map(folded);
  const longest = new Set([...often!, ...scattered!, ...long!, ...within!].map(longestWord));
  const [turn, more, background] = [words.turn, words.more, words.background].map((list) => byFirstWord(folded(list)));
  return {
    said: new Set(folded(words.said)),
    another: new Set(folded(words.another)),
    also: new Set(folded(words.also)),
    listed: new Set(folded(words.listed)),
    'going-on': new Set(folded(words['going-on'])),
    often: saying(often!),
    scattered: saying(scattered!),
    long: saying(long!),
    within: saying(within!),
    maySay: new Memo(({ form }) => longest.has(form)),
    turn: turn!,
    more: more!,
    background: background!,
    mayOpen: new Set([...turn!.keys(), ...more!.keys(), ...background!.keys()]),
  };
};
