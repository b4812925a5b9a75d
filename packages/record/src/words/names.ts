import type { Bilingual } from '@isnad/model';
import type { RecordLexicon } from '../lexicon/record-lexicon.js';
import type { Place } from '../places/place.js';

const asItStands = (id: string): Bilingual => ({ ar: id, en: id });

/** The name of a side, a group or a source; the id where the lexicon holds none. */
export const nameOf = (id: string, lexicon: RecordLexicon): Bilingual =>
  lexicon.actor(id)?.name ?? lexicon.group(id)?.name ?? lexicon.source(id)?.name ?? asItStands(id);

export const measureName = (id: string, lexicon: RecordLexicon): Bilingual =>
  lexicon.measure(id)?.name ?? asItStands(id);

export const placeName = (place: Pick<Place, 'name' | 'nameAr'>): Bilingual => ({
  ar: place.nameAr ?? place.name,
  en: place.name,
});

/** Names joined as a list: commas and a last "and" / و. */
export const listNames = (names: readonly Bilingual[]): Bilingual => ({
  ar: names.map(({ ar }) => ar).join(' و'),
  en:
    names.length > 1
      ? `${names
          .slice(0, -1)
          .map(({ en }) => en)
          .join(', ')} and ${names.at(-1)!.en}`
      : (names[0]?.en ?? ''),
});

/** Sides in words; "no one named" / «جهة لم تُسمَّ» for none. */
export const sidesInWords = (sides: readonly string[], lexicon: RecordLexicon): Bilingual =>
  sides.length === 0 ? { ar: 'جهة لم تُسمَّ', en: 'no one named' } : listNames(sides.map((side) => nameOf(side, lexicon)));

/** A count in words: `5`, `20–99`, `more than 20`, `about 115`; «غير معلوم» (unknown) where there is none. */
export const countInWords = (count: {
  readonly min: number | null;
  readonly max: number | null;
  readonly approximate?: boolean;
}): Bilingual => {
  const { min, max } = count;
  if (min === null && max === null) return { ar: 'غير معلوم', en: 'unknown' };
  if (max === null) return { ar: `${min} على الأقل`, en: `at least ${min}` };
  if (min === null) return { ar: `${max} على الأكثر`, en: `at most ${max}` };
  const exact = min === max ? `${min}` : `${min}–${max}`;
  return count.approximate ? { ar: `نحو ${exact}`, en: `about ${exact}` } : { ar: exact, en: exact };
};
