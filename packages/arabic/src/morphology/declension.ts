import type { Gender, GrammaticalNumber, Part, Reading, Voice } from './inflection.js';

/**
 * Writes a stem with an ending in sounds (`T`, `At`, `An`, `ayn`, `Un`, `In`, `A`, `ay`, `U`, `I`, a case
 * vowel, or nothing); `bound` when a pronoun follows. A stem may have more than one spelling.
 */
export type Attach = (ending: string, bound: boolean) => readonly string[];

/** Which parts of the paradigm a word has. */
export interface Paradigm {
  readonly part: Part;
  readonly voice: Voice;
  readonly gender: Gender;
  /** قتيل → قتيلة. */
  readonly feminine: boolean;
  readonly dual: boolean;
  /** مقاتلون, مقاتلين. */
  readonly soundMasculine: boolean;
  /** هجمات, مقاتلات. */
  readonly soundFeminine: boolean;
}

type Features = Pick<Reading, 'gender' | 'number' | 'state' | 'case' | 'article'>;

const FREE = { state: 'free', case: null, article: true } as const;

const singular = (
  attach: Attach,
  gender: Gender,
  features: Omit<Reading, 'form' | 'stands' | keyof Features>,
): Reading[] => {
  const found: Reading[] = [];
  const push = (forms: readonly string[], stands: Reading['stands'], own: Features) => {
    for (const form of forms) found.push({ form, ...features, ...own, stands });
  };
  push(attach('', false), 'alone', { gender, number: 's', state: 'either', case: null, article: true });
  for (const vowel of ['a', 'u', 'i'])
    push(attach(vowel, true), 'before-pronoun', { gender, number: 's', state: 'either', case: null, article: true });
  const bare = attach('', false);
  const endsInLongA = attach('a', true).every((form) => form.endsWith('ا'));
  for (const form of bare) {
    // No alef after ة, اء, ا or ى (غارةً، بناءً، ملقىً), and قاضٍ makes قاضياً.
    if (endsInLongA || /[ها]$|اء$/.test(form) || bare.includes(`${form}ي`)) continue;
    push([`${form}ا`], 'alone', { gender, number: 's', state: 'free', case: 'accusative', article: false });
  }
  return found;
};

const plurals = (
  number: GrammaticalNumber,
  gender: Gender,
  endings: readonly (readonly [ending: string, state: 'free' | 'construct', case_: Reading['case']])[],
  attach: Attach,
  features: Omit<Reading, 'form' | 'stands' | keyof Features>,
): Reading[] =>
  endings.flatMap(([ending, state, case_]) =>
    (state === 'free' ? (['alone'] as const) : (['alone', 'before-pronoun'] as const)).flatMap((stands) =>
      attach(ending, true).map(
        (form): Reading => ({
          form,
          ...features,
          gender,
          number,
          state,
          case: case_,
          article: state === 'free',
          stands,
        }),
      ),
    ),
  );

const DUAL = [
  ['An', 'free', 'nominative'],
  ['ayn', 'free', 'oblique'],
  ['A', 'construct', 'nominative'],
  ['ay', 'construct', 'oblique'],
] as const;
const MASCULINE = [
  ['Un', 'free', 'nominative'],
  ['In', 'free', 'oblique'],
  ['U', 'construct', 'nominative'],
  // Writers often give the construct plural the silent alef of a verb: مقاتلوا التنظيم.
  ['U*', 'construct', 'nominative'],
  ['I', 'construct', 'oblique'],
] as const;

/** The written forms of a noun or participle, from how its stem takes endings. */
export const decline = (attach: Attach, paradigm: Paradigm): readonly Reading[] => {
  const features = { part: paradigm.part, voice: paradigm.voice, person: null, moods: [] } as const;
  const found = singular(attach, paradigm.gender, features);
  const feminine: Attach = (ending, bound) => attach(ending === '' && !bound ? 'T' : `t${ending}`, bound);
  if (paradigm.feminine)
    for (const stands of ['alone', 'before-pronoun'] as const)
      for (const form of attach('T', false))
        found.push({ form, ...features, ...FREE, gender: 'f', number: 's', state: 'either', stands });
  if (paradigm.dual) {
    found.push(...plurals('d', paradigm.gender, DUAL, attach, features));
    if (paradigm.feminine) found.push(...plurals('d', 'f', DUAL, feminine, features));
  }
  if (paradigm.soundMasculine) found.push(...plurals('p', 'm', MASCULINE, attach, features));
  if (paradigm.soundFeminine)
    for (const stands of ['alone', 'before-pronoun'] as const)
      for (const form of attach('At', true))
        found.push({ form, ...features, ...FREE, gender: 'f', number: 'p', state: 'either', stands });
  return found;
};
