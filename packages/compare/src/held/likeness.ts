import type { TableRow } from '../table/row.js';
import { areFar, canBeOne, daysApart, NAMESAKE_KM, type PlacesApart, placesApart } from './near.js';
import { plain } from './plain.js';
import type { Subject } from './subject.js';

/** How like a row and an incident are, each from 0 to 1; null where one of them does not say. */
export interface Likeness {
  readonly date: number;
  readonly place: number;
  readonly sides: number | null;
  readonly type: number | null;
  readonly counts: number | null;
  /** All of it, weighed. */
  readonly all: number;
}

const WEIGHT = { date: 3, place: 3, sides: 2, type: 2, counts: 1 } as const;
/** By days apart; further off, two are never one. */
const BY_DAYS = [1, 0.75, 0.55, 0.4, 0.2, 0.2, 0.2, 0.2] as const;
export const MOST_DAYS = BY_DAYS.length - 1;
/** A row and an incident this like are held to be one. */
export const ENOUGH = 0.62;
/** What a form would leave out is seldom what it holds. */
const LEFT_OUT = 0.85;
/** Times longer than this say little. */
const LONG = 31;

const dateLikeness = (row: TableRow, { days }: Subject): number | null => {
  if (row.days === null || days === null) return null;
  const apart = daysApart(row.days, days);
  if (apart > MOST_DAYS) return null;
  return apart === 0 && days.last - days.first > LONG ? 0.6 : BY_DAYS[apart]!;
};

const placeLikeness = (apart: PlacesApart): number | null => {
  if (!canBeOne(apart)) return null;
  if (apart.names === 'same') return 1;
  const byName = apart.names === 'within' ? 0.6 : 0;
  if (apart.km === null) return apart.names === 'unknown' ? 0.2 : byName;
  return Math.max(byName, 1 - 0.6 * Math.min(1, apart.km / apart.reach));
};

/** The sides of the record that a row names, by id. */
export const sharedSides = (row: TableRow, { sides }: Subject): ReadonlySet<string> => {
  const named = new Set(row.sides.map(plain));
  return new Set(sides.filter(({ names }) => [...names].some((name) => named.has(name))).map(({ id }) => id));
};

const sidesLikeness = (row: TableRow, subject: Subject): number | null => {
  if (row.sides.length === 0 || subject.sides.length === 0) return null;
  return Math.min(1, sharedSides(row, subject).size / Math.min(row.sides.length, subject.sides.length));
};

const typeLikeness = (row: TableRow, { types }: Subject): number | null => {
  if (types === null || row.types.length === 0) return null;
  return row.types.some((type) => types.has(plain(type))) ? 1 : 0;
};

const countLikeness = (row: TableRow, subject: Subject): number | null => {
  const each = row.counts.flatMap((count) => {
    const own = subject.count(count.measure, count.whom);
    if (own === null || (count.zeroIsUnknown && count.high === 0)) return [];
    if (own.low <= count.high && count.low <= own.high) return [1];
    const [far, near] = own.low > count.high ? [own.low, count.high] : [count.low, own.high];
    return [far - near <= Math.max(1, far * 0.2) ? 0.7 : 0];
  });
  return each.length === 0 ? null : each.reduce((sum, one) => sum + one, 0) / each.length;
};

/** How like a row and an incident are; null where date or place exclude that they are one. */
export const likeness = (row: TableRow, subject: Subject): Likeness | null => {
  const date = dateLikeness(row, subject);
  const reach = row.place.radius + subject.radius + 5;
  if (date === null || areFar(row.place, subject, Math.max(reach, NAMESAKE_KM))) return null;
  const apart = placesApart(row.place, subject);
  const place = placeLikeness(apart);
  if (place === null) return null;
  const [sides, type, counts] = [sidesLikeness(row, subject), typeLikeness(row, subject), countLikeness(row, subject)];
  // Without a place, only the same day and the same sides can tell.
  if (apart.names === 'unknown' && apart.km === null && (date < 1 || (sides ?? 0) < 0.5)) return null;
  const parts = { date, place, sides, type, counts };
  let [sum, weight] = [0, 0];
  for (const [part, value] of Object.entries(parts)) {
    if (value === null) continue;
    const weighs = WEIGHT[part as keyof typeof WEIGHT];
    sum += weighs * value;
    weight += weighs;
  }
  return { ...parts, all: (sum / weight) * (subject.leftOut === null ? 1 : LEFT_OUT) };
};
