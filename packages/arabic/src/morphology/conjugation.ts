import type { Gender, GrammaticalNumber, Mood, Reading } from './inflection.js';
import type { Form } from './root.js';
import { pattern, spellings } from './spelling.js';
import type { Stems } from './stems.js';
import type { Wanted } from './verb.js';
import { settle } from './weak.js';

type Person = readonly [ending: string, person: 1 | 2 | 3, gender: Gender | null, number: GrammaticalNumber];

const PERFECT: readonly Person[] = (
  [
    ['a', 3, 'm', 's'],
    ['at', 3, 'f', 's'],
    ['A', 3, 'm', 'd'],
    ['atA', 3, 'f', 'd'],
    ['U*', 3, 'm', 'p'],
    ['na', 3, 'f', 'p'],
    ['tu', 1, null, 's'],
    ['nA', 1, null, 'p'],
    ['ta', 2, null, 's'],
    ['tumA', 2, null, 'd'],
    ['tum', 2, 'm', 'p'],
    ['tunna', 2, 'f', 'p'],
  ] as const
).map(([ending, ...rest]) => [pattern(ending), ...rest] as const);

/** Prefix consonant and ending in the three moods. */
const IMPERFECT: readonly (readonly [
  prefix: string,
  endings: Readonly<Record<Mood, string>>,
  person: 1 | 2 | 3,
  gender: Gender | null,
  number: GrammaticalNumber,
])[] = (
  [
    ['y', '', 3, 'm', 's'],
    ['t', '', 3, 'f', 's'],
    ['y', 'A', 3, 'm', 'd'],
    ['t', 'A', 3, 'f', 'd'],
    ['y', 'U', 3, 'm', 'p'],
    ['y', 'na', 3, 'f', 'p'],
    ["'", '', 1, null, 's'],
    ['n', '', 1, null, 'p'],
    ['t', '', 2, 'm', 's'],
    ['t', 'I', 2, 'f', 's'],
    ['t', 'A', 2, null, 'd'],
    ['t', 'U', 2, 'm', 'p'],
    ['t', 'na', 2, 'f', 'p'],
  ] as const
).map(([prefix, ending, ...rest]) => {
  const short = ending === 'U' ? 'U*' : ending;
  const endings: Record<Mood, string> =
    ending === ''
      ? { indicative: 'u', subjunctive: 'a', jussive: '' }
      : ending === 'na'
        ? { indicative: 'na', subjunctive: 'na', jussive: 'na' }
        : { indicative: `${ending}n${ending === 'A' ? 'i' : 'a'}`, subjunctive: short, jussive: short };
  for (const mood of Object.keys(endings) as Mood[]) endings[mood] = pattern(endings[mood]);
  return [pattern(prefix), endings, ...rest] as const;
});

const PREFIX_U: ReadonlySet<Form> = new Set<Form>([2, 3, 4, 'q1']);

/** Sounds that a pronoun behind them changes in writing: ى, the silent alef, a last hamza. */
const CHANGES_WHEN_BOUND = /[E*]|'[aiu]?$/;

const readings = (
  sounds: readonly string[],
  features: Pick<Reading, 'part' | 'voice' | 'person' | 'gender' | 'number' | 'moods'>,
): Reading[] => {
  const found: Reading[] = [];
  const push = (form: string, stands: Reading['stands']): void => {
    const { part, voice, person, gender, number, moods } = features;
    found.push({
      form,
      part,
      voice,
      person,
      gender,
      number,
      moods,
      state: 'either',
      case: null,
      article: false,
      stands,
    });
  };
  for (const word of sounds) {
    const alone = spellings(word);
    for (const form of alone) push(form, 'alone');
    for (const form of CHANGES_WHEN_BOUND.test(word) ? spellings(word, true) : alone) push(form, 'before-pronoun');
  }
  return found;
};

/** Every finite form of a verb: perfect and imperfect, in both voices unless it has no passive. */
export const conjugate = (stems: Stems, form: Form, hasPassive: boolean, wanted: Wanted): readonly Reading[] => {
  const found: Reading[] = [];
  const rootClass = stems.root.class;
  for (const voice of hasPassive ? (['active', 'passive'] as const) : (['active'] as const)) {
    const active = voice === 'active';
    for (const [ending, person, gender, number] of PERFECT) {
      if (!wanted('perfect', person)) continue;
      const stem = active ? stems.perfect : stems.passivePerfect;
      const features = { part: 'perfect', voice, person, gender, number, moods: [] } as const;
      found.push(...readings(settle(`${stem}-${ending}`, rootClass, form), features));
    }
    const vowel = !active || PREFIX_U.has(form) ? 'u' : 'a';
    for (const [prefix, endings, person, gender, number] of IMPERFECT) {
      if (!wanted('imperfect', person)) continue;
      for (const mood of ['indicative', 'subjunctive', 'jussive'] as const) {
        const stem = active ? stems.imperfect : stems.passiveImperfect;
        const features = { part: 'imperfect', voice, person, gender, number, moods: [mood] } as const;
        found.push(...readings(settle(`${prefix}${vowel}${stem}-${endings[mood]}`, rootClass, form), features));
      }
    }
  }
  return found;
};
