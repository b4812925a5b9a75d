import { kilometres } from '@isnad/lexicon';
import type { DayInterval } from '@isnad/model';
import type { TablePlace } from '../table/row.js';
import { plain } from './plain.js';
import type { Subject } from './subject.js';

/** Days between two times; 0 where they meet. */
export const daysApart = (a: DayInterval, b: DayInterval): number => Math.max(0, a.first - b.last, b.first - a.last);

export interface PlacesApart {
  /** Kilometres between the points; null where one of them is not known. */
  readonly km: number | null;
  /** How far apart the points of one place may lie, by the precision of both. */
  readonly reach: number;
  /** The names are the same, one lies in the other, they differ, or one has none. */
  readonly names: 'same' | 'within' | 'other' | 'unknown';
}

/** Names of towns repeat: the same name this far off is another place. */
export const NAMESAKE_KM = 60;

/** Kilometres between two latitudes a degree apart. */
const KM_A_DEGREE = 111;

/** Whether two places are known to lie further apart than this, by a glance at their degrees. */
export const areFar = ({ point: one }: TablePlace, { point: other }: Subject, km: number): boolean => {
  if (one === null || other === null) return false;
  if (Math.abs(one.lat - other.lat) * KM_A_DEGREE > km) return true;
  // Degrees of longitude are shortest at the place that lies nearer to a pole.
  const furthest = Math.max(Math.abs(one.lat), Math.abs(other.lat));
  const east = Math.abs(one.lon - other.lon);
  return Math.min(east, 360 - east) * KM_A_DEGREE * Math.cos((furthest * Math.PI) / 180) > km * SLACK;
};

/** The way along a circle of latitude is longer than the straight one. */
const SLACK = 1.1;

const comparable = new WeakMap<TablePlace, readonly string[]>();

/** The names of a row's place, made comparable once: it is held against many incidents. */
const namesOf = (place: TablePlace): readonly string[] => {
  const known = comparable.get(place);
  if (known) return known;
  const names = place.names.map(plain).filter((name) => name !== '');
  comparable.set(place, names);
  return names;
};

export const placesApart = (place: TablePlace, subject: Subject): PlacesApart => {
  const [main, ...areas] = namesOf(place);
  const names =
    main === undefined || subject.names.size === 0
      ? 'unknown'
      : subject.names.has(main)
        ? 'same'
        : subject.around.has(main) || areas.some((area) => subject.names.has(area))
          ? 'within'
          : 'other';
  return {
    km: place.point && subject.point ? kilometres(place.point, subject.point) : null,
    reach: place.radius + subject.radius + 5,
    names,
  };
};

/** Whether two places can be one: near enough, or of one name and not known to be far apart. */
export const canBeOne = ({ km, reach, names }: PlacesApart): boolean => {
  if (km !== null) return km <= reach || (names !== 'other' && names !== 'unknown' && km <= NAMESAKE_KM);
  return names !== 'other';
};
