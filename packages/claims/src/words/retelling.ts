import { fold } from '@isnad/arabic';
import type { RetellingWords } from './schema.js';

/** Words that say whether an event was told before, folded. */
export interface Retelling {
  /** Stand before a word of an event told before, or behind it. */
  readonly this: ReadonlySet<string>;
  readonly said: ReadonlySet<string>;
  /** Stands behind a word of another event. */
  readonly another: ReadonlySet<string>;
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
    turn: folded(words.turn),
    more: folded(words.more),
    background: folded(words.background),
  };
};
