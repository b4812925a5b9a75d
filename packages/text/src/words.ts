import { type Segmentation, segment } from '@isnad/arabic';
import type { Remembering } from '@isnad/lexicon';

/** A distinct written word, analysed once and shared by all its tokens, with what the stages know of it. */
export interface Word extends Remembering {
  readonly id: number;
  /** Folded form. */
  readonly form: string;
  readonly cuts: readonly Segmentation[];
}

/**
 * The words met so far. Bounded, so that memory does not grow with the number of reports read: when
 * full it starts a new generation, and whoever keeps arrays by word id must key them by generation.
 */
export class Vocabulary {
  readonly #words = new Map<string, Word>();
  readonly #limit: number;
  /** Grows when the vocabulary starts anew; ids of different generations must not be mixed. */
  generation = 0;

  constructor(limit = 250_000) {
    this.#limit = limit;
  }

  word(form: string): Word {
    const known = this.#words.get(form);
    if (known) return known;
    const word: Word = { id: this.#words.size, form, cuts: segment(form), memo: [] };
    this.#words.set(form, word);
    return word;
  }

  /** To be called between reports, never within one. */
  trim(): void {
    if (this.#words.size < this.#limit) return;
    this.#words.clear();
    this.generation++;
  }
}
