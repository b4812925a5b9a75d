import { fold } from '@isnad/arabic';
import type { Token } from '../tokens.js';

/** A set of folded phrases by their first word, with what each means. */
export type PhraseIndex<T> = ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly value: T }[]>;

/** Splits a phrase as the tokens of a text are split. */
const wordsOf = (phrase: string): readonly string[] => fold(phrase.toLowerCase()).match(/[0-9]+|[^\s0-9.]+|\./g) ?? [];

/** Indexes phrases; the longest of those with one first word stands first. */
export const indexPhrases = <T>(entries: readonly (readonly [phrase: string, value: T])[]): PhraseIndex<T> => {
  const index = new Map<string, { words: readonly string[]; value: T }[]>();
  for (const [phrase, value] of entries) {
    const words = wordsOf(phrase);
    const list = index.get(words[0]!) ?? [];
    index.set(
      words[0]!,
      [...list, { words, value }].sort((a, b) => b.words.length - a.words.length),
    );
  }
  return index;
};

const formOf = (token: Token | undefined): string | undefined =>
  token?.kind === 'latin' ? token.word.form.toLowerCase() : token?.word.form;

/** The longest phrase that begins at a token; null when none does. */
export const phraseAt = <T>(
  phrases: PhraseIndex<T>,
  tokens: readonly Token[],
  index: number,
): { readonly value: T; readonly last: number } | null => {
  const candidates = phrases.get(formOf(tokens[index]) ?? '');
  if (!candidates) return null;
  for (const { words, value } of candidates)
    if (words.every((word, k) => formOf(tokens[index + k]) === word)) return { value, last: index + words.length - 1 };
  return null;
};
