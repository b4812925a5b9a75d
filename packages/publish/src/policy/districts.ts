import type { Precision, RecordedPlace } from '@isnad/model';
import type { Words } from '../input.js';
import type { Policy } from './policy.js';

type Coarse = RecordedPlace & { readonly nameAr: string; readonly precision: Precision | null };

/** Stands for a place of which not even the district is known. */
export const WITHHELD_PLACE: Coarse = {
  id: 'withheld',
  name: 'place withheld',
  nameAr: 'مكان محجوب',
  lat: null,
  lon: null,
  precision: null,
};

/** Gives the place to be published for a sensitive one; null when the place itself is large enough. */
export type Coarsen = (place: Pick<RecordedPlace, 'id' | 'precision'>) => Coarse | null;

/**
 * Coarsens to the district, or failing that the larger area, that a place lies in by the lexicon's parents.
 * A place that is a district or larger is left alone; one that the lexicon cannot place is withheld.
 */
export const coarsener =
  (words: Words, policy: Policy): Coarsen =>
  ({ id, precision }) => {
    const seen = new Set<string>();
    for (let here = words.places.get(id); here && !seen.has(here.id); here = words.places.get(here.parent ?? '')) {
      seen.add(here.id);
      if (!policy.coarsenTo.includes(here.kind)) continue;
      const { name, nameAr, lat, lon } = here;
      return here.id === id
        ? null
        : { id: here.id, name, nameAr, lat, lon, precision: here.kind === 'district' ? 3 : 4 };
    }
    return precision !== null && precision >= 3 ? null : WITHHELD_PLACE;
  };

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Gives the function that replaces, in a composed sentence, the names of coarsened places by those of what
 * they were coarsened to: an Arabic name by the Arabic one, a Latin by the Latin.
 */
export const coarseNames = (
  coarse: Iterable<{ readonly from: readonly string[]; readonly to: Coarse }>,
): ((text: string) => string) => {
  const names = new Map<string, string>();
  for (const { from, to } of coarse)
    for (const name of from) if (name !== '') names.set(name, /\p{Script=Arabic}/u.test(name) ? to.nameAr : to.name);
  if (names.size === 0) return (text) => text;
  const longestFirst = [...names.keys()].sort((a, b) => b.length - a.length);
  const any = new RegExp(longestFirst.map(escaped).join('|'), 'gu');
  return (text) => text.replace(any, (name) => names.get(name)!);
};
