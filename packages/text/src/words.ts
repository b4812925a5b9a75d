import { type Segmentation, segment } from '@isnad/arabic';
import type { Remembering } from '@isnad/lexicon';

/** A distinct written word, analysed once and shared by all its tokens, with what the stages know of it. */
export interface Word extends Remembering {
  readonly id: number;
  /** Folded form. */
  readonly form: string;
  readonly cuts: readonly Segmentation[];
}

/** Slots of an empty table of words; a power of two, as it always is. */
const SLOTS = 1 << 12;

/**
 * The words met so far. Bounded, so that memory does not grow with the number of reports read: when
 * full it starts a new generation, and whoever keeps arrays by word id must key them by generation.
 */
export class Vocabulary {
  readonly #limit: number;
  #words: Word[] = [];
  /** By hash of the form: the word's id and one, 0 where no word is. A word that finds its slot taken has the next one free. */
  #slots = new Int32Array(SLOTS);
  /** Grows when the vocabulary starts anew; ids of different generations must not be mixed. */
  generation = 0;

  constructor(limit = 250_000) {
    this.#limit = limit;
  }

  word(form: string): Word {
    return this.wordAt(form, 0, form.length);
  }

  /** The word that stands between two places of a text. It is found without being cut out, as nearly all are known. */
  wordAt(text: string, first: number, end: number): Word {
    const slot = this.#slotOf(text, first, end);
    const known = this.#slots[slot]!;
    if (known > 0) return this.#words[known - 1]!;
    const form = text.slice(first, end);
    const word: Word = { id: this.#words.length, form, cuts: segment(form), memo: [] };
    this.#words.push(word);
    this.#slots[slot] = this.#words.length;
    if (this.#words.length * 2 > this.#slots.length) this.#grow();
    return word;
  }

  /** Where a word is, or is to be put. */
  #slotOf(text: string, first: number, end: number): number {
    let hash = 0;
    for (let at = first; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    const last = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & last;
    for (let known = this.#slots[slot]!; known > 0; known = this.#slots[slot]!) {
      if (isAt(this.#words[known - 1]!.form, text, first, end)) return slot;
      slot = (slot + 1) & last;
    }
    return slot;
  }

  #grow(): void {
    this.#slots = new Int32Array(2 * this.#slots.length);
    for (const { id, form } of this.#words) this.#slots[this.#slotOf(form, 0, form.length)] = id + 1;
  }

  /** To be called between reports, never within one. */
  trim(): void {
    if (this.#words.length < this.#limit) return;
    this.#words = [];
    this.#slots = new Int32Array(SLOTS);
    this.generation++;
  }
}

const isAt = (form: string, text: string, first: number, end: number): boolean => {
  if (form.length !== end - first) return false;
  for (let k = 0; k < form.length; k++) if (form.charCodeAt(k) !== text.charCodeAt(first + k)) return false;
  return true;
};
