import type { Gazetteer } from '@isnad/lexicon';
import type { Token } from '@isnad/text';
import { classOf, spelling } from '../words/classes.js';

/** Letters of the shortest name of a place that nobody lists. */
export const SHORTEST_NAME = 3;

/** Words that begin a person's second name. */
export const NAME_PARTS = classOf('scan/name-parts');

/** Whether something else claims the token, which may be a word of a name as well. */
type IsOther = (at: number, asName?: boolean) => boolean;

/** «العسكرية», «المجاور» (military, nearby): what kind of place it is, or where. */
const NO_PART = spelling('scan/no-part-of-name', 'ال', '(?:ه|ين)?');

/** How many words the name of a place that nobody lists has. */
export const nameLength = (
  { words }: Gazetteer,
  tokens: readonly Token[],
  at: number,
  end: number,
  isOther: IsOther,
): number => {
  const isWord = (k: number): boolean => k <= end && tokens[k]!.kind === 'word';
  let last = at;
  // «جامع عبد الرحمن», «تل الذهب»: a word that begins a name takes the next.
  const begins = ({ form }: Token['word']): boolean => words.compound.has(form) || NAME_PARTS.has(form);
  if (begins(tokens[at]!.word) && isWord(at + 1)) last++;
  // «خالد بن الوليد», «عبد الرحمن بن عوف»
  while (isWord(last + 2) && NAME_PARTS.has(tokens[last + 1]!.word.form)) last += 2;
  // «أبي بكر الصديق», «بنات الرمال», «خزان المياه»: with the article behind what has none.
  const next = tokens[last + 1];
  const goesOn =
    isWord(last + 1) &&
    !tokens[last]!.word.form.startsWith('ال') &&
    /^ال.../.test(next!.word.form) &&
    !words.notNames.has(next!.word.form) &&
    !NO_PART.test(next!.word.form) &&
    !isOther(last + 1, true);
  return last - at + (goesOn ? 2 : 1);
};

/** «حي رأس الأحمر», «دير علي» (no Deir ez-Zor): a word with which names begin, and one that nothing else claims behind it. */
export const beginsName = (
  { words }: Gazetteer,
  tokens: readonly Token[],
  at: number,
  end: number,
  isOther: IsOther,
): boolean => {
  const next = tokens[at + 1];
  return (
    words.compound.has(tokens[at]!.word.form) &&
    at < end &&
    next?.kind === 'word' &&
    next.word.form.length >= SHORTEST_NAME &&
    !words.notNames.has(next.word.form) &&
    !/^(?:و|بال|لل)/.test(next.word.form) &&
    !isOther(at + 1, true)
  );
};
