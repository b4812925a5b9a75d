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
const NAMESAKE_KM = 60;

export const placesApart = (place: TablePlace, subject: Subject): PlacesApart => {
  const [main, ...areas] = place.names.map(plain).filter((name) => name !== '');
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
