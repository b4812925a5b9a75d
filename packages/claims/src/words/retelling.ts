import { fold } from '@isnad/arabic';
import type { RetellingWords } from './schema.js';

/** Whether a folded text says one of several phrases, word by word, whatever marks stand between. */
export type Says = (text: string) => boolean;

const longestWord = (phrase: string): string => phrase.split(' ').reduce((a, b) => (b.length > a.length ? b : a));

const saying = (phrases: readonly string[]): Says => {
  // Few texts hold even the letters of one word of a phrase, which is quickly seen.
  const letters = new RegExp(phrases.map(longestWord).join('|'));
  const spaced = phrases.map((phrase) => ` ${phrase} `);
  return (text) => {
    if (!letters.test(text)) return false;
    const words = ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
    return spaced.some((phrase) => words.includes(phrase));
  };
};

/** Words that say whether an event was told before, folded. */
export interface Retelling {
  /** Stand before a word of an event told before, or behind it. */
  readonly this: ReadonlySet<string>;
  readonly said: ReadonlySet<string>;
  /** Stands behind a word of another event. */
  readonly another: ReadonlySet<string>;
  /** Stands before or behind a word of an event that comes on top of those told before. */
  readonly also: ReadonlySet<string>;
  /** Stands before or behind a word of an event that began before. */
  readonly 'going-on': ReadonlySet<string>;
  /** Tells of what happens again and again, and of several events together. */
  readonly often: Says;
  readonly scattered: Says;
  /** Tells of months together; and points to the clause that does. */
  readonly long: Says;
  readonly within: Says;
  /** Open sentences. */
  readonly turn: readonly string[];
  readonly more: readonly string[];
  readonly background: readonly string[];
}

/** Folds the words once. */
export const buildRetelling = (words: RetellingWords): Retelling => {
  const folded = (list: readonly string[]): readonly string[] => list.map(fold);
  return {
    this: new Set(folded(words.this)),
    said: new Set(folded(words.said)),
    another: new Set(folded(words.another)),
    also: new Set(folded(words.also)),
    'going-on': new Set(folded(words['going-on'])),
    often: saying(folded(words.often)),
    scattered: saying(folded(words.scattered)),
    long: saying(folded(words.long)),
    within: saying(folded(words.within)),
    turn: folded(words.turn),
    more: folded(words.more),
    background: folded(words.background),
  };
};
