import KDBush from 'kdbush';
import { isTelling } from '../figures/agree.js';
import { byText } from '../order.js';
import { kilometres, type Place } from '../places/place.js';
import type { Unit } from '../units/unit.js';
import { WIDE_DAYS, width } from '../windows/window.js';

/**
 * Which units are held against each other at all. Units meet in blocks of one type family, one place and
 * one stretch of days: at home in the block of each of their own places, as guests in those of the places
 * around them; and in blocks of one count, wherever in an area they are. In a block each unit is compared with the next few in order of time, so that the cost grows
 * with the units and not with their pairs.
 */
export interface Block {
  readonly homes: readonly number[];
  readonly guests: readonly number[];
}

/** The family of its kind; of harm, those of all words for it. */
const familiesOf = ({ kind, kinds }: Unit): ReadonlySet<string> =>
  new Set([kind.family, ...kinds.filter(({ harms }) => harms !== null).map(({ family }) => family)]);

const BUCKET_DAYS = 4;
/** A window is laid in at most so many buckets; a wider one is compared across all days of its place. */
const MAX_BUCKETS = 6;
/** Units with which each is compared in one block. */
const NEXT = 48;

/** Index of units by type family and place, and by days within that. */
export const candidateBlocks = (units: readonly Unit[]): ReadonlyMap<string, Block> => {
  const around = surroundings(units);
  const blocks = new Map<string, { homes: number[]; guests: number[] }>();
  const enter = (key: string, who: 'homes' | 'guests', index: number) => {
    let block = blocks.get(key);
    if (!block) {
      block = { homes: [], guests: [] };
      blocks.set(key, block);
    }
    block[who].push(index);
  };
  const enterFamily = (unit: Unit, index: number, family: string) => {
    const own = new Set(unit.places.map(({ place }) => place.id));
    const outer = new Set(unit.places.flatMap(({ place }) => around.get(place.id) ?? []).filter((id) => !own.has(id)));
    const spots = own.size > 0 ? [...own] : [`sides ${[...unit.actors, ...unit.targets].join(' ')}`];
    const days = unit.campaign ? ['campaign'] : (bucketsOf(unit) ?? ['wide']);
    for (const spot of spots) for (const day of days) enter(`${family}|${spot}|${day}`, 'homes', index);
    for (const spot of outer) for (const day of days) enter(`${family}|${spot}|${day}`, 'guests', index);
    // What has no day of its own meets everything of its place; campaigns meet campaigns only.
    if (typeof days[0] === 'number')
      for (const spot of [...spots, ...outer]) enter(`${family}|${spot}|wide`, 'guests', index);
    // Tellings of one event that put it in two villages have its count in common.
    for (const count of countsOf(unit)) for (const day of days) enter(`${family}|${count}|${day}`, 'homes', index);
  };
  units.forEach((unit, index) => {
    for (const family of familiesOf(unit)) enterFamily(unit, index, family);
  });
  return blocks;
};

/** For each unit the later units with which it is to be compared, without repetition. */
export const eachCandidate = (units: readonly Unit[], visit: (a: number, b: number) => void): void => {
  const seen = new Int32Array(units.length).fill(-1);
  const byUnit: { key: string; home: boolean }[][] = units.map(() => []);
  const blocks = candidateBlocks(units);
  const ordered = new Map<string, { homes: readonly number[]; all: readonly number[] }>();
  const inTime = (a: number, b: number) => firstDay(units[a]!) - firstDay(units[b]!) || a - b;
  for (const [key, { homes, guests }] of blocks) {
    if (homes.length === 0 || homes.length + guests.length < 2) continue;
    const atHome = new Set(homes);
    const all = [...new Set([...homes, ...guests])].sort(inTime);
    ordered.set(key, { homes: [...homes].sort(inTime), all });
    for (const index of all) byUnit[index]!.push({ key, home: atHome.has(index) });
  }
  units.forEach((_, index) => {
    for (const { key, home } of byUnit[index]!) {
      const { homes, all } = ordered.get(key)!;
      const others = home ? all : homes;
      const from = lowerBound(others, (other) => inTime(other, index) > 0);
      for (const other of others.slice(from, from + NEXT)) {
        if (other === index || seen[other] === index) continue;
        seen[other] = index;
        visit(Math.min(index, other), Math.max(index, other));
      }
    }
  });
};

/** The exact counts of a unit, with the widest area that it is in. */
const countsOf = (unit: Unit): readonly string[] => {
  const area = unit.places[0]?.place.ancestors.at(-1);
  if (area === undefined) return [];
  return unit.figures.filter(isTelling).map(({ measure, group, min }) => `${area} ${measure} ${group} ${min}`);
};

const firstDay = (unit: Unit): number => unit.window?.first ?? -Infinity;

const bucketsOf = (unit: Unit): readonly number[] | null => {
  if (!unit.window || width(unit.window) > WIDE_DAYS) return null;
  // Two days on either side, so that tellings that differ by a day or two still meet.
  const first = Math.floor((unit.window.first - 1) / BUCKET_DAYS);
  const last = Math.floor((unit.window.last + 1) / BUCKET_DAYS);
  if (last - first + 1 > MAX_BUCKETS) return null;
  return Array.from({ length: last - first + 1 }, (_, n) => first + n);
};

const lowerBound = <T>(items: readonly T[], after: (item: T) => boolean): number => {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (after(items[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** For each place the other places of the case that contain it, or that are areas reaching so far. */
const surroundings = (units: readonly Unit[]): ReadonlyMap<string, readonly string[]> => {
  const places = new Map<string, Place>();
  for (const unit of units) for (const { place } of unit.places) places.set(place.id, place);
  const list = [...places.values()].sort((a, b) => byText(a.id, b.id));
  const located = list.filter((place) => place.lat !== null && place.lon !== null);
  const around = new Map(list.map((place) => [place.id, new Set(place.ancestors.filter((id) => places.has(id)))]));
  if (located.length > 0) {
    const index = new KDBush(located.length);
    for (const place of located) index.add(place.lon!, place.lat!);
    index.finish();
    for (const outer of located) {
      // A degree of longitude is shorter than one of latitude: a box wide enough in both, then the true distance.
      const height = outer.radius / 111;
      const breadth = height / Math.max(0.1, Math.cos((outer.lat! * Math.PI) / 180));
      const box = index.range(outer.lon! - breadth, outer.lat! - height, outer.lon! + breadth, outer.lat! + height);
      for (const at of box) {
        const inner = located[at]!;
        if (inner.id === outer.id || (kilometres(inner, outer) ?? Infinity) > outer.radius) continue;
        if (outer.extent === 'area' || (inner.precision ?? 1) > 1) around.get(inner.id)!.add(outer.id);
      }
    }
  }
  return new Map([...around].map(([id, ids]) => [id, [...ids].sort(byText)]));
};
