import { fold, readLetters, segment } from '@isnad/arabic';
import type { Span } from '@isnad/model';
import type { PublishInput } from '../input.js';

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

/** Finds private persons' names, however written and wherever they stand. */
export interface NameFinder {
  /** Spans of names in a text of the report (or in a text of no report). */
  readonly find: (text: string, report: string | null) => readonly Span[];
}

/**
 * Collects the names of private persons from the readings. A name of several words is looked for in
 * every text of the case; a single word only in its own report and in texts that the record composed,
 * because it may be a common word elsewhere. Words for groups of people (طفل, child) and descriptions (زوجته,
 * his wife) are no names.
 */
export const nameFinder = ({ readings, words }: Pick<PublishInput, 'readings' | 'words'>): NameFinder => {
  const common = new Set(
    [...words.groups.values()].flatMap(({ singular, dual, plural }) => [...singular, ...dual, ...plural]).map(fold),
  );
  const byFirstWord = new Map<string, { readonly rest: readonly string[]; readonly report: string | null }[]>();
  const seen = new Set<string>();
  for (const [report, { persons }] of readings)
    for (const person of persons) {
      if (person.public || person.described) continue;
      const forms = wordsOf(person.text).map(({ form }) => form);
      const [first, ...rest] = forms;
      if (first === undefined || forms.every((form) => common.has(form))) continue;
      if (rest.length === 0 && first.length < SHORTEST_SINGLE_NAME) continue;
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
      });
      return spans;
    },
  };
};
