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

/** Replaces the names of coarsened places in a composed sentence by those of what they were coarsened to. */
export const nameCoarsely = (
  text: string,
  coarse: ReadonlyMap<string, { readonly from: readonly string[]; readonly to: Coarse }>,
): string => {
  const pairs = [...coarse.values()].flatMap(({ from, to }) =>
    from.map((name) => [name, /\p{Script=Arabic}/u.test(name) ? to.nameAr : to.name] as const),
  );
  return pairs.sort(([a], [b]) => b.length - a.length).reduce((said, [name, to]) => said.split(name).join(to), text);
};
