import { readLetters } from '@isnad/arabic';
import type { Span } from '@isnad/model';

/** A word of a text, folded, with its place in the original (UTF-16 offsets, end exclusive). */
export interface Token extends Span {
  readonly word: string;
}

const WORD = /[\p{L}\p{N}]+/gu;
/** Vowel marks and tatweel that end a word belong to it. */
const TRAILING = /[\p{M}\u0640]/u;

const endOf = (original: string, last: number): number => {
  let end = last + 1;
  while (end < original.length && TRAILING.test(original[end]!)) end++;
  return end;
};

/** Letters that the view leaves as they are and that have one form only: nearly all. */
const PLAIN = /^[\u0621-\u064a0-9a-z]+$/;

/** The words of a text in their order: spelling variants folded, broken-up words whole, what is masked read over. */
export const tokensOf = (original: string, masked: readonly Span[] = []): readonly Token[] => {
  const { view, at } = readLetters(original, masked);
  return [...view.matchAll(WORD)].map(({ 0: word, index }) => ({
    word: PLAIN.test(word) ? word : word.normalize('NFKC').toLowerCase(),
    start: at[index]!,
    end: endOf(original, at[index + word.length - 1]!),
  }));
};
