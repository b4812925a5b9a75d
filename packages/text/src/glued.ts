import type { Vocabulary, Word } from './words.js';

/** Whether a folded stem is a word that the caller knows. */
export type IsKnownWord = (stem: string) => boolean;

/** Letters that do not join the next one, as they are written: behind them a missing space is easily overlooked. */
const UNJOINED = new Set('اأإآدذرزوؤةىء');
const SHORTEST_HALF = 2;

const known = new WeakMap<IsKnownWord, WeakMap<Word, number>>();

const isKnownWord = (word: Word, isKnown: IsKnownWord): boolean => word.cuts.some(({ stem }) => isKnown(stem));

const lengthOfFirst = (word: Word, vocabulary: Vocabulary, isKnown: IsKnownWord): number => {
  const { form } = word;
  if (form.length < 2 * SHORTEST_HALF + 1 || isKnownWord(word, isKnown)) return 0;
  for (let length = form.length - SHORTEST_HALF; length >= SHORTEST_HALF; length--) {
    if (!/[ادذرزوهيء]/.test(form[length - 1]!)) continue;
    if (!isKnownWord(vocabulary.word(form.slice(0, length)), isKnown)) continue;
    if (isKnownWord(vocabulary.word(form.slice(length)), isKnown)) return length;
  }
  return 0;
};

/**
 * Length of the first of two words that are written as one («عناصرمن»: عناصر and من), 0 for a word that is
 * none. Both halves must be known to the caller and the whole must not; the longest first half is taken.
 * `letterAt` gives the original's letter at a place of the form.
 */
export const gluedLength = (
  word: Word,
  vocabulary: Vocabulary,
  isKnown: IsKnownWord,
  letterAt: (index: number) => string,
): number => {
  let lengths = known.get(isKnown);
  if (!lengths) {
    lengths = new WeakMap();
    known.set(isKnown, lengths);
  }
  let length = lengths.get(word);
  if (length === undefined) {
    length = lengthOfFirst(word, vocabulary, isKnown);
    lengths.set(word, length);
  }
  return length > 0 && UNJOINED.has(letterAt(length - 1)) ? length : 0;
};
