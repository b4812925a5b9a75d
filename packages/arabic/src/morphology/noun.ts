import { fold } from '../letters.js';
import { attachWritten } from './attach-written.js';
import { decline } from './declension.js';
import { type Inflection, mergeReadings, type Reading } from './inflection.js';

/** A noun of the lexicon, spelled as people write it, with ة and ى. */
export interface NounEntry {
  /** `قتيل`, `غارة`, `مستشفى`, `سوري` (nisba), `قاضٍ`. */
  readonly singular: string;
  /** Plurals as written: broken ones (`قتلى`) as they are; one in ون or ات takes its further forms. */
  readonly plural?: readonly string[];
  readonly gender: 'm' | 'f';
  /**
   * `person`: has a feminine; `adjective`: likewise, plurals sound unless given; `thing`: no feminine,
   * plural in ات unless given; `mass`: neither dual nor plural.
   */
  readonly kind: 'person' | 'adjective' | 'thing' | 'mass';
}

const pluralReadings = (plural: string): Reading[] => {
  const form = fold(plural);
  const features = { part: 'noun', voice: 'either', person: null, moods: [], number: 'p' } as const;
  const reading = (written: string, own: Partial<Reading>): Reading => ({
    form: written,
    ...features,
    gender: null,
    state: 'either',
    case: null,
    article: true,
    stands: 'alone',
    ...own,
  });
  if (/[^ا]ون$/.test(form) && plural.length > 4) {
    const stem = form.slice(0, -2);
    return (['alone', 'before-pronoun'] as const).flatMap((stands) => [
      ...(stands === 'alone'
        ? [
            reading(form, { gender: 'm', state: 'free', case: 'nominative' }),
            reading(`${stem}ين`, { gender: 'm', state: 'free', case: 'oblique' }),
          ]
        : []),
      reading(`${stem}و`, { gender: 'm', state: 'construct', case: 'nominative', article: false, stands }),
      reading(`${stem}ي`, { gender: 'm', state: 'construct', case: 'oblique', article: false, stands }),
    ]);
  }
  const attach = attachWritten(plural);
  const bound = ['a', 'u', 'i'].flatMap((vowel) =>
    attach(vowel, true).map((written) => reading(written, { stands: 'before-pronoun' })),
  );
  const accusative = /[^هاي]$/.test(form) && !form.endsWith('اء') && !/ات$/.test(form);
  return [
    ...attach('', false).map((written) => reading(written, {})),
    ...bound,
    ...(accusative ? [reading(`${form}ا`, { state: 'free', case: 'accusative', article: false })] : []),
  ];
};

/** All written forms of a noun, with the plurals given or else the sound ones. `part` tells masdars apart. */
export const nounReadings = (entry: NounEntry, part: 'noun' | 'masdar' = 'noun'): readonly Reading[] => {
  const given = entry.plural ?? [];
  const isPerson = entry.kind === 'person' || entry.kind === 'adjective';
  const readings = [
    ...decline(attachWritten(entry.singular), {
      part,
      voice: 'either',
      gender: entry.gender,
      feminine: isPerson && !entry.singular.endsWith('ة') && entry.gender === 'm',
      dual: entry.kind !== 'mass',
      soundMasculine: isPerson && given.length === 0 && entry.gender === 'm',
      soundFeminine: isPerson || (entry.kind === 'thing' && given.length === 0),
    }),
    ...given.flatMap(pluralReadings),
  ];
  return readings.map((reading) => ({ ...reading, part }));
};

/** The written forms of a noun: number, state and case as far as spelling tells. */
export const inflectNoun = (entry: NounEntry): readonly Inflection[] => mergeReadings(nounReadings(entry));
