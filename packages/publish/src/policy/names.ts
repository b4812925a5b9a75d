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

/**
 * Collects the names of private persons from the readings. A name of several words is looked for in
 * every text of the case; a single word only in its own report and in texts that the record composed,
 * because it may be a common word elsewhere. A name of several words is found in Latin letters too. Words for groups of people (طفل, child) and descriptions (زوجته,
 * his wife) are no names.
 */
export const nameFinder = ({
  readings,
  words,
}: Pick<PublishInput, 'readings'> & { readonly words: Pick<PublishInput['words'], 'groups'> }): NameFinder => {
  const common = new Set(
    [...words.groups.values()].flatMap(({ singular, dual, plural }) => [...singular, ...dual, ...plural]).map(fold),
  );
  const byFirstWord = new Map<string, { readonly rest: readonly string[]; readonly report: string | null }[]>();
  const seen = new Set<string>();
  /** Reports that name someone with these consonants. */
  const inLatin = new Map<string, Set<string>>();
  let mostWords = 0;
  for (const [report, { persons, report: head }] of readings)
    for (const name of [
      ...persons.flatMap((person) => (person.public || person.described ? [] : person.text)),
      ...(head.namesBeside ?? []),
    ]) {
      const forms = wordsOf(name).map(({ form }) => form);
      const [first, ...rest] = forms;
      if (first === undefined || forms.every((form) => common.has(form))) continue;
      if (rest.length === 0 && first.length < SHORTEST_SINGLE_NAME) continue;
      if (rest.length > 0) {
        mostWords = Math.max(mostWords, forms.length);
        // Also the first and the last of three names or more: samer-darwishi.
        for (const consonants of [forms, [first, rest.at(-1)!]].flatMap(arabicConsonants))
          if (consonants.length >= SHORTEST_IN_LATIN.own)
            inLatin.set(consonants, (inLatin.get(consonants) ?? new Set()).add(report));
      }
      const home = rest.length === 0 ? report : null;
      const key = `${home ?? ''}\n${forms.join(' ')}`;
      if (seen.has(key)) continue;
      seen.add(key);
      byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { rest, report: home }]);
    }
  if (byFirstWord.size === 0) return { find: () => [] };

  const stems = new Map<string, readonly string[]>();
  const stemsOf = (form: string): readonly string[] => {
    let found = stems.get(form);
    if (!found) {
      found = [...new Set(segment(form).map(({ definite, stem }) => (definite ? `ال${stem}` : stem)))]
        .concat(form)
        .filter((stem) => byFirstWord.has(stem));
      stems.set(form, found);
    }
    return found;
  };
  /** The name that begins at a word, in any transcription. */
  const latinAt = (tokens: readonly Word[], at: number, report: string | null): readonly Span[] => {
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
  return {
    find: (text, report) => {
      const tokens = wordsOf(text);
      const spans: Span[] = [];
      tokens.forEach((token, i) => {
        for (const stem of stemsOf(token.form))
          for (const name of byFirstWord.get(stem)!) {
            if (name.report !== null && report !== null && name.report !== report) continue;
            if (!name.rest.every((word, k) => tokens[i + 1 + k]?.form === word)) continue;
            spans.push({ start: token.start, end: tokens[i + name.rest.length]!.end });
          }
        spans.push(...latinAt(tokens, i, report));
      });
      return spans;
    },
  };
};
