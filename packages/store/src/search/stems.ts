import { segment } from '@isnad/arabic';

/**
 * What a word is found by. A written word has several stems, because nobody can tell without reading whether the و of
 * وقصف is "and"; all are kept, and a search asks for the ways in which its own word may be meant. Endings are cut as
 * Larkey's light stemmers cut them (Larkey, Ballesteros, Connell, SIGIR 2002), of words folded beforehand.
 */
const ENDINGS = ['هما', 'يه', 'ها', 'هم', 'هن', 'نا', 'كم', 'ات', 'ون', 'ين', 'ه', 'ي'] as const;
const SHORTEST = 3;
/** لبنان (Lebanon), إيران (Iran): of short words ان is no ending. */
const DUAL = 'ان';
const SHORTEST_OF_TWO = 4;

const isArabic = (word: string): boolean => /^[\u0621-\u064a]+$/.test(word);

const withoutEnding = (word: string): string => {
  for (let stem = word; ; ) {
    const ending = ENDINGS.find((one) => stem.endsWith(one) && stem.length - one.length >= SHORTEST);
    if (ending !== undefined) stem = stem.slice(0, -ending.length);
    else if (stem.endsWith(DUAL) && stem.length - DUAL.length >= SHORTEST_OF_TWO) stem = stem.slice(0, -2);
    else return stem;
  }
};

const remembered = new Map<string, readonly string[]>();
const REMEMBERED = 50_000;

/** All stems under which a folded word is kept, the uncut first. */
export const stemsOf = (word: string): readonly string[] => {
  const known = remembered.get(word);
  if (known) return known;
  const stems = isArabic(word)
    ? [
        ...new Set(
          segment(word).flatMap(({ enclitic, stem }) =>
            enclitic === '' && (stem === word || stem.length >= SHORTEST) ? [withoutEnding(stem)] : [],
          ),
        ),
      ]
    : [word];
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(word, stems);
  return stems;
};

/** The stems that a searched word stands for: itself, and itself without the article. */
export const stemsSought = (word: string): readonly string[] => {
  if (!isArabic(word)) return [word];
  const cuts = segment(word).filter(({ enclitic, definite, stem }) => enclitic === '' && (definite || stem === word));
  return [...new Set(cuts.map(({ stem }) => withoutEnding(stem)))];
};
