import { kilometres as between } from '@isnad/lexicon';
import type { PlaceMention, RecordedPlace } from '@isnad/model';
import type { RecordLexicon } from '../lexicon/record-lexicon.js';
import { type Extent, hasEdge, placeExtent } from './extent.js';

/** A place of a claim, as far as it could be resolved. */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly nameAr: string | null;
  readonly ancestors: readonly string[];
  readonly extent: Extent;
  /** Kilometres. */
  readonly radius: number;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly precision: PlaceMention['precision'];
  /** Whether its border tells what is outside it. */
  readonly edged: boolean;
  /** Whether the gazetteer holds it; otherwise it is known by its wording only. */
  readonly listed: boolean;
}

/** Resolves a mention through the lexicon; what the lexicon does not hold stands as the claim gives it. */
export const resolvePlace = (mention: PlaceMention, lexicon: RecordLexicon): Place => {
  const known = lexicon.place(mention);
  const [extent, radius] = placeExtent(known?.kind ?? null, mention.precision);
  return {
    id: known?.id ?? mention.id,
    name: known?.name ?? mention.name,
    nameAr: known?.nameAr ?? (/[\u0600-\u06ff]/.test(mention.text) ? mention.text : null),
    ancestors: known?.ancestors ?? [],
    extent,
    radius,
    lat: known?.lat ?? mention.lat,
    lon: known?.lon ?? mention.lon,
    precision: mention.precision,
    edged: hasEdge(known?.kind ?? null),
    listed: known !== null,
  };
};

const hasPoint = (place: Place): place is Place & { readonly lat: number; readonly lon: number } =>
  place.lat !== null && place.lon !== null;

/** Great-circle distance in kilometres; null when a point is missing. */
export const kilometres = (a: Place, b: Place): number | null => (hasPoint(a) && hasPoint(b) ? between(a, b) : null);

/**
 * How two places stand to each other. `inside`: one contains the other, by the gazetteer or because the
 * wider one is an area that reaches so far. `near`: as near as their precision can tell. `unknown`: one of
 * them has no point and nothing relates them.
 */
export type PlaceRelation = 'same' | 'inside' | 'near' | 'apart' | 'unknown';

/** A region without a border may go on for so many times its usual radius. */
const EDGELESS = 4;

export const relatePlaces = (a: Place, b: Place): PlaceRelation => {
  // The same wording of a place that no gazetteer holds (the market, the main road) may be another town's.
  if (a.id === b.id) return a.listed ? 'same' : 'near';
  if (a.ancestors.includes(b.id) || b.ancestors.includes(a.id)) return 'inside';
  const away = kilometres(a, b);
  if (away === null) return 'unknown';
  const areas = Number(a.extent === 'area') + Number(b.extent === 'area');
  if (areas > 0) {
    const reach = Math.max(a.radius, b.radius);
    if (away <= (areas === 2 ? reach / 2 : reach)) return areas === 2 ? 'near' : 'inside';
    const edgeless = [a, b].some((place) => place.extent === 'area' && !place.edged);
    return edgeless && away <= reach * EDGELESS ? 'unknown' : 'apart';
  }
  const vague = (a.precision ?? 1) > 1 || (b.precision ?? 1) > 1;
  return vague && away <= a.radius + b.radius ? 'near' : 'apart';
};

/** The places that are not merely the surroundings of another one in the list. */
export const mostSpecific = (places: readonly Place[]): readonly Place[] => {
  const distinct = [...new Map(places.map((place) => [place.id, place])).values()];
  return distinct.filter(
    (outer) =>
      !distinct.some(
        (inner) =>
          inner.id !== outer.id &&
          (inner.ancestors.includes(outer.id) ||
            (outer.extent === 'area' && inner.extent !== 'area' && relatePlaces(inner, outer) === 'inside')),
      ),
  );
};

/** As the record shows it. */
export const recordedPlace = (place: Place): RecordedPlace => ({
  id: place.id,
  name: place.name,
  lat: place.lat,
  lon: place.lon,
  precision: place.precision,
  ...(place.nameAr ? { nameAr: place.nameAr } : {}),
});
