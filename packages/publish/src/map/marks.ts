import type { Incident } from '@isnad/model';
import { max } from 'd3-array';
import type { Spot } from './spots.js';

/** A mark on the map: one place, or several that are too close to be told apart at this scale. */
export interface Mark {
  /** The place with most incidents first. */
  readonly spots: readonly Spot[];
  readonly count: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Radius of the area that is meant when no point is; null for a point. */
  readonly halo: number | null;
  readonly precision: number;
}

const SMALLEST = 4.5;
/** Two marks are one when their centres are nearer than this share of their radii together. */
const TOO_CLOSE = 0.72;

/** Radius of a mark: its area grows with the number of incidents. */
export const radiusOf = (count: number, most: number): number => {
  const largest = Math.min(24, 9 + Math.sqrt(most) * 2.2);
  return Math.max(SMALLEST, largest * Math.sqrt(count / most));
};

/** All incidents of a mark. */
export const incidentsOf = (mark: Mark): readonly Incident[] => mark.spots.flatMap(({ incidents }) => incidents);

/**
 * Marks for spots in the order given, larger first: a spot too close to a mark joins it. Areas and points
 * are never joined, because they do not mean the same.
 */
export const marksOf = (
  spots: readonly Spot[],
  at: (spot: Spot) => readonly [number, number],
  haloOf: (spot: Spot) => number | null,
): readonly Mark[] => {
  const most = max(spots, ({ incidents }) => incidents.length) ?? 1;
  const marks: Mark[] = [];
  for (const spot of spots) {
    const [x, y] = at(spot);
    const halo = haloOf(spot);
    const count = spot.incidents.length;
    const radius = radiusOf(count, most);
    const near = marks.findIndex(
      (other) =>
        (other.halo === null) === (halo === null) &&
        Math.hypot(other.x - x, other.y - y) < (other.radius + radius) * TOO_CLOSE,
    );
    const host = marks[near];
    if (!host) marks.push({ spots: [spot], count, x, y, radius, halo, precision: spot.precision });
    else
      marks[near] = {
        ...host,
        spots: [...host.spots, spot],
        count: host.count + count,
        radius: radiusOf(host.count + count, most),
        precision: Math.max(host.precision, spot.precision),
      };
  }
  return marks;
};
