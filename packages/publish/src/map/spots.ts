import type { Incident, RecordedPlace } from '@isnad/model';
import { extent } from 'd3-array';

/** All incidents given at one place. */
export interface Spot {
  readonly place: RecordedPlace;
  readonly lat: number;
  readonly lon: number;
  /** 1 the place itself · 2 near it · 3 a district · 4 a governorate or front; 2 when not told. */
  readonly precision: number;
  readonly incidents: readonly Incident[];
}

/** Gathers incidents by place, most first; what has no coordinates is left out. */
export const spotsOf = (incidents: readonly Incident[]): readonly Spot[] => {
  const spots = new Map<string, Spot & { incidents: Incident[] }>();
  for (const incident of incidents) {
    const { place } = incident;
    if (!place || place.lat === null || place.lon === null) continue;
    const precision = place.precision ?? 2;
    const key = `${place.lat} ${place.lon} ${precision >= 3}`;
    const spot = spots.get(key);
    if (spot) spot.incidents.push(incident);
    else spots.set(key, { place, lat: place.lat, lon: place.lon, precision, incidents: [incident] });
  }
  return [...spots.values()].sort(
    (a, b) => b.incidents.length - a.incidents.length || (a.place.id < b.place.id ? -1 : 1),
  );
};

/** West, south, east, north in degrees. */
export type Extent = readonly [number, number, number, number];

const SMALLEST_SPAN = 0.35;
/** A detail map is drawn when so large a share of the incidents lies in so small a part of the whole. */
const DETAIL_SHARE = 0.6;
const FEWEST_SPOTS = 3;
const DETAIL_PART = 0.35;

/** The extent of spots with a margin, never narrower than a small district. */
export const extentOf = (spots: readonly Spot[]): Extent => {
  const [west = 0, east = 0] = extent(spots, ({ lon }) => lon);
  const [south = 0, north = 0] = extent(spots, ({ lat }) => lat);
  const marginX = Math.max((east - west) * 0.12, (SMALLEST_SPAN - (east - west)) / 2, 0.06);
  const marginY = Math.max((north - south) * 0.12, (SMALLEST_SPAN - (north - south)) / 2, 0.06);
  return [west - marginX, south - marginY, east + marginX, north + marginY];
};

/**
 * The crowded part of a map that deserves one of its own: grown from the spot with most incidents by its
 * nearest neighbours until it holds most of them. Null when they are spread over the whole map.
 */
export const detailOf = (spots: readonly Spot[]): Extent | null => {
  const exact = spots.filter(({ precision }) => precision < 3);
  const centre = exact[0];
  if (!centre || exact.length <= FEWEST_SPOTS) return null;
  const total = exact.reduce((sum, { incidents }) => sum + incidents.length, 0);
  const byDistance = [...exact].sort(
    (a, b) => Math.hypot(a.lat - centre.lat, a.lon - centre.lon) - Math.hypot(b.lat - centre.lat, b.lon - centre.lon),
  );
  const [west, south, east, north] = extentOf(spots);
  const whole = Math.max(east - west, north - south);
  let held = 0;
  const near: Spot[] = [];
  for (const spot of byDistance) {
    near.push(spot);
    held += spot.incidents.length;
    if (near.length < FEWEST_SPOTS || held < total * DETAIL_SHARE) continue;
    const detail = extentOf(near);
    return Math.max(detail[2] - detail[0], detail[3] - detail[1]) <= whole * DETAIL_PART ? detail : null;
  }
  return null;
};
