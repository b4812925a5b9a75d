import { fold, readLetters, segment } from '@isnad/arabic';
import type { Span } from '@isnad/model';
import type { PublishInput } from '../input.js';
import { arabicConsonants, latinConsonants } from './latin.js';

interface Word extends Span {
  readonly form: string;
}

/** عبد, with a name of God behind it: one name, whether it is written as one word or as two. */
const SERVANT = /^[وفبكل]{0,2}عبد$/;

const wordsOf = (text: string): readonly Word[] => {
  const { view, at } = readLetters(text);
  const words: Word[] = [];
  for (const { 0: form, index } of view.matchAll(/[\p{L}\p{N}]+/gu)) {
    const end = at[index + form.length]!;
    const before = words.at(-1);
    if (before && SERVANT.test(before.form)) words[words.length - 1] = { ...before, form: before.form + form, end };
    else words.push({ form: form.toLowerCase(), start: at[index]!, end });
  }
  return words;
};

const SHORTEST_SINGLE_NAME = 3;
/** Consonants of a whole name, by which it is told in Latin letters from other words: in what belongs to its report, and elsewhere. */
const SHORTEST_IN_LATIN = { own: 3, other: 5 };
const LATIN_WORD = /^[a-z\u00c0-\u024f\u1e00-\u1eff]+$/;

/** Finds private persons' names, however written and wherever they stand. */
export interface NameFinder {
  /** Spans of names in a text of the report (or in a text of no report). */
  readonly find: (text: string, report: string | null) => readonly Span[];
}

/** A name by its words behind the first; of one word alone, the one report that it is looked for in. */
interface Rest {
  readonly rest: readonly string[];
  readonly report: string | null;
}

/** Names to be found. */
interface Names {
  readonly byFirstWord: ReadonlyMap<string, readonly Rest[]>;
  /** Reports that name someone with these consonants. */
  readonly inLatin: ReadonlyMap<string, ReadonlySet<string>>;
  /** Words of the longest name. */
  readonly mostWords: number;
}

/**
 * Collects the names of private persons from the readings. A name of several words is looked for in
 * every text of the case; a single word only in its own report and in texts that the record composed,
 * because it may be a common word elsewhere. A name of several words is found in Latin letters too.
 * Words for groups of people (طفل, child) and descriptions (زوجته, his wife) are no names.
 */
export const nameFinder = (
  given: Pick<PublishInput, 'readings'> & { readonly words: Pick<PublishInput['words'], 'groups'> },
): NameFinder => {
  const names = gatherNames(given);
  if (names.byFirstWord.size === 0) return { find: () => [] };
  const stemsOf = stemsThatBegin(names);
  return {
    find: (text, report) => {
      const tokens = wordsOf(text);
      const spans: Span[] = [];
      for (let at = 0; at < tokens.length; at++) {
        for (const stem of stemsOf(tokens[at]!.form))
          spans.push(...arabicAt(names.byFirstWord.get(stem)!, tokens, at, report));
        spans.push(...latinAt(names, tokens, at, report));
      }
      return spans;
    },
  };
};

const gatherNames = ({ readings, words }: Parameters<typeof nameFinder>[0]): Names => {
  const common = new Set(
    [...words.groups.values()].flatMap(({ singular, dual, plural }) => [...singular, ...dual, ...plural]).map(fold),
  );
  const byFirstWord = new Map<string, Rest[]>();
  const inLatin = new Map<string, Set<string>>();
  const seen = new Set<string>();
  let mostWords = 0;
  for (const [report, reading] of readings)
    for (const name of namesIn(reading)) {
      const forms = wordsOf(name).map(({ form }) => form);
      const [first, ...rest] = forms;
      if (first === undefined || forms.every((form) => common.has(form))) continue;
      if (rest.length === 0 && first.length < SHORTEST_SINGLE_NAME) continue;
      if (rest.length > 0) mostWords = Math.max(mostWords, forms.length);
      for (const consonants of consonantsOf(forms))
        inLatin.set(consonants, (inLatin.get(consonants) ?? new Set()).add(report));
      const home = rest.length === 0 ? report : null;
      const key = `${home ?? ''}\n${forms.join(' ')}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const known = byFirstWord.get(first);
      if (known) known.push({ rest, report: home });
      else byFirstWord.set(first, [{ rest, report: home }]);
    }
  return { byFirstWord, inLatin, mostWords };
};

type Reading = PublishInput['readings'] extends ReadonlyMap<string, infer R> ? R : never;

/** The names of the private persons whom a reading names. */
const namesIn = ({ persons, report }: Reading): readonly string[] => [
  ...persons.flatMap((person) => (person.public || person.described ? [] : person.text)),
  ...(report.namesBeside ?? []),
];

/** How a name of several words may be written in Latin letters; of three words or more, its first and last too: samer-darwishi. */
const consonantsOf = (forms: readonly string[]): readonly string[] =>
  forms.length < 2
    ? []
    : [forms, [forms[0]!, forms.at(-1)!]]
        .flatMap(arabicConsonants)
        .filter(({ length }) => length >= SHORTEST_IN_LATIN.own);

/** The words with which some name begins that a word may be, without what is written together with it; remembered. */
const stemsThatBegin = ({ byFirstWord }: Names): ((form: string) => readonly string[]) => {
  const known = new Map<string, readonly string[]>();
  return (form) => {
    let stems = known.get(form);
    if (!stems) {
      stems = [...new Set(segment(form).map(({ definite, stem }) => (definite ? `ال${stem}` : stem)))]
        .concat(form)
        .filter((stem) => byFirstWord.has(stem));
      known.set(form, stems);
    }
    return stems;
  };
};

const arabicAt = (
  names: readonly Rest[],
  tokens: readonly Word[],
  at: number,
  report: string | null,
): readonly Span[] =>
  names.flatMap((name) => {
    if (name.report !== null && report !== null && name.report !== report) return [];
    if (!name.rest.every((word, k) => tokens[at + 1 + k]?.form === word)) return [];
    return [{ start: tokens[at]!.start, end: tokens[at + name.rest.length]!.end }];
  });

/** The name that begins at a word, in any transcription. */
const latinAt = (
  { inLatin, mostWords }: Names,
  tokens: readonly Word[],
  at: number,
  report: string | null,
): readonly Span[] => {
  const first = tokens[at]!;
  if (inLatin.size === 0 || !LATIN_WORD.test(first.form) || latinConsonants(first.form) === '') return [];
  let consonants = '';
  for (let k = at; k < tokens.length && k < at + 2 * mostWords; k++) {
    const { form, end } = tokens[k]!;
    if (!LATIN_WORD.test(form)) return [];
    consonants += latinConsonants(form);
    const homes = k > at ? inLatin.get(consonants) : undefined;
    if (homes && (consonants.length >= SHORTEST_IN_LATIN.other || (report !== null && homes.has(report))))
      return [{ start: first.start, end }];
  }
  return [];
};
