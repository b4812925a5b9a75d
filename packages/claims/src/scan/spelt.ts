import { Memo } from '@isnad/lexicon';
import type { Word } from '@isnad/text';

/** What begins with a written word: a token, an item. */
export interface Worded {
  readonly word: Word;
}

/** As many patterns as there are bits in a number that the engine keeps without an object of its own. */
const PATTERNS_EACH = 30;

/**
 * Patterns whose answers a word keeps together, a bit each: one slot on the word instead of one for each pattern.
 * All of them are asked when the first is; a distinct word is asked once however often it is read.
 */
class Patterns {
  readonly #patterns: RegExp[] = [];
  /** Made by the first question; no pattern is added behind it. */
  #answers: Memo<Word, number> | null = null;

  get isOpen(): boolean {
    return this.#answers === null && this.#patterns.length < PATTERNS_EACH;
  }

  /** The bit of a pattern. */
  add(pattern: RegExp): number {
    this.#patterns.push(pattern);
    return 1 << (this.#patterns.length - 1);
  }

  answersOf(word: Word): number {
    this.#answers ??= new Memo(({ form }) => this.#askAll(form));
    return this.#answers.of(word);
  }

  #askAll(form: string): number {
    let bits = 0;
    this.#patterns.forEach((pattern, at) => {
      if (pattern.test(form)) bits |= 1 << at;
    });
    return bits;
  }
}

let latest = new Patterns();

/**
 * Whether the first word of an item, or a token, is spelt by a pattern of folded letters; nothing is spelt by none.
 * For tests that are put to many items: each distinct word is matched once. To be called where a module is loaded.
 */
export const spelt = (pattern: RegExp): ((one: Worded | undefined) => boolean) => {
  if (!latest.isOpen) latest = new Patterns();
  const patterns = latest;
  const bit = patterns.add(pattern);
  return (one) => one !== undefined && (patterns.answersOf(one.word) & bit) !== 0;
};
