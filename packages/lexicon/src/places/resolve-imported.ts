import type { Place } from '../entries.js';
import { kilometres } from './distance.js';
import type { Gazetteer } from './gazetteer.js';
import { isWide } from './kinds.js';
import type { PlaceContext, PlaceResolution } from './resolve.js';

/** A village that none but an import knows is believed where a place named beside it is at least this near. */
const BESIDE_KM = 40;
/** Namesakes nearer to each other than this are one neighbourhood: either will do. */
const ONE_KM = 5;

/** Kilometres to the nearest place named beside it that has a point of its own. */
const toNearest = (place: Place, nearby: readonly Place[]): number => {
  let best = Infinity;
  for (const other of nearby) {
    if (isWide(other.kind) || place.lat === null || place.lon === null || other.lat === null || other.lon === null)
      continue;
    best = Math.min(best, kilometres({ lat: place.lat, lon: place.lon }, { lat: other.lat, lon: other.lon }));
  }
  return best;
};

/**
 * Which imported place is meant, if any. Imports hold villages by the dozen for one name, so kind and prominence
 * decide nothing: the place must be the only one of its name near what is named beside it, or, behind a head noun,
 * the only one in the areas, or else in the country, that the report is about.
 */
export const resolveImported = (
  candidates: readonly Place[],
  context: PlaceContext,
  gazetteer: Gazetteer,
): PlaceResolution => {
  const head = context.head === undefined ? undefined : gazetteer.words.headOf(context.head);
  // «مناطق المعارضة»: what is called a region may be called after anything.
  const isVague = head !== undefined && isWide(head.kinds[0]!) && !context.form?.includes(' ');
  const fits = (place: Place): boolean =>
    head === undefined || (head.kinds.includes(place.kind) && !(isVague && !isWide(place.kind)));
  const left = candidates.filter(fits);
  const one = (places: readonly Place[], method: PlaceResolution['method']): PlaceResolution | null => {
    const [place, ...others] = places;
    if (place === undefined || others.some((other) => toNearest(other, [place]) > ONE_KM)) return null;
    const rejected = candidates
      .filter((other) => other !== place)
      .map((other) => ({ place: other, why: `an imported place less near or of another kind than ${place.id}` }));
    return { place, method, rejected };
  };
  const away = new Map(left.map((place) => [place, toNearest(place, context.nearby)]));
  const near = left.filter((place) => away.get(place)! <= BESIDE_KM).sort((a, b) => away.get(a)! - away.get(b)!);
  const beside = one(near, 'near');
  if (beside) return beside;
  if (head?.role === 'grammar') {
    const areas = context.nearby.filter(({ kind }) => isWide(kind) && kind !== 'country' && kind !== 'region');
    const inside = one(
      left.filter((place) => areas.some((area) => gazetteer.contains(area.id, place.id))),
      'vouched',
    );
    if (inside) return inside;
    const abroad = (place: Place): boolean => context.countries[0] === place.country;
    const only = candidates.length === 1 ? one(left.filter(abroad), 'country') : null;
    if (only) return only;
  }
  const why = 'imported, and neither a head noun nor a place close by says which of its name is meant';
  return { place: null, method: 'none', rejected: candidates.map((place) => ({ place, why })) };
};
