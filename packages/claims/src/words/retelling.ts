import { fold } from '@isnad/arabic';
import type { RetellingWords } from './schema.js';

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
  readonly often: readonly string[];
  readonly scattered: readonly string[];
  /** Tells of months together; and points to the clause that does. */
  readonly long: readonly string[];
  readonly within: readonly string[];
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
    often: folded(words.often),
    scattered: folded(words.scattered),
    long: folded(words.long),
    within: folded(words.within),
    turn: folded(words.turn),
    more: folded(words.more),
    background: folded(words.background),
  };
};
