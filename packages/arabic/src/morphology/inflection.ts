export type Part = 'perfect' | 'imperfect' | 'masdar' | 'active-participle' | 'passive-participle' | 'noun';
export type Voice = 'active' | 'passive' | 'either';
export type Mood = 'indicative' | 'subjunctive' | 'jussive';
export type Gender = 'm' | 'f';
export type GrammaticalNumber = 's' | 'd' | 'p';

/**
 * One written form of a word, folded and without clitics, with everything that its spelling tells.
 * Features that the unvowelled spelling leaves open are `'either'`, `null` or several moods.
 */
export interface Inflection {
  readonly form: string;
  readonly part: Part;
  /** قتل is killed or was killed: `either`. Nouns are `either`. */
  readonly voice: Voice;
  readonly person: 1 | 2 | 3 | null;
  readonly gender: Gender | null;
  readonly number: GrammaticalNumber | null;
  /** Moods of an imperfect that are written so; empty for everything else. */
  readonly moods: readonly Mood[];
  /** Construct forms (مقاتلو, قتيلا) need a noun or pronoun behind; free ones (مقاتلون) bear none. */
  readonly state: 'free' | 'construct' | 'either';
  /** Nominative (ون, ان) and the accusative ا never follow a preposition; null when the spelling is silent. */
  readonly case: 'nominative' | 'accusative' | 'oblique' | null;
  /** Whether the article may stand before it. */
  readonly article: boolean;
  /** قتلوا stands alone, قتلو only before a pronoun (قتلوهم). */
  readonly stands: 'alone' | 'before-pronoun' | 'either';
}

/** A form before equal spellings are merged. */
export type Reading = Omit<Inflection, 'stands'> & { readonly stands: 'alone' | 'before-pronoun' };

/** What readings that become one have in common, beside their form. */
const keyOf = ({ form, part, person, gender, number, state, case: ending, article }: Inflection): string =>
  `${form} ${part} ${person} ${gender} ${number} ${state} ${ending} ${article}`;

/** A reading with what a later one of the same key adds; most later ones say the same once more. */
const joined = (known: Inflection, { voice, stands, moods }: Inflection): Inflection => {
  const isNew = moods.some((mood) => !known.moods.includes(mood));
  if (!isNew && known.voice === voice && known.stands === stands) return known;
  return {
    ...known,
    voice: known.voice === voice ? voice : 'either',
    stands: known.stands === stands ? stands : 'either',
    moods: isNew ? [...new Set([...known.moods, ...moods])] : known.moods,
  };
};

/**
 * Readings that differ only in what unvowelled spelling cannot show become one: voices to `either`,
 * moods to their union. Order of first appearance is kept.
 */
export const mergeReadings = (readings: readonly Reading[]): readonly Inflection[] => {
  const merged = new Map<string, Inflection>();
  for (const reading of readings) {
    const key = keyOf(reading);
    const known = merged.get(key);
    merged.set(key, known ? joined(known, reading) : reading);
  }
  return [...merged.values()];
};
