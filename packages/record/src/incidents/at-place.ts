import { byText } from '../order.js';
import type { Happening } from './happening.js';

/** Incidents by the places where they happened and by the settlements around these, in order of time. */
export interface ByPlace {
  /** What began at a place, or inside it, from one day to another (both inclusive). */
  within(place: string, first: number, last: number): readonly Happening[];
  /** The same for what names the place itself. */
  at(place: string, first: number, last: number): readonly Happening[];
}

/** Indexes what has a window; what has no day at all stands beside nothing. */
export const indexByPlace = (happenings: readonly Happening[]): ByPlace => {
  const at = new Map<string, Happening[]>();
  const within = new Map<string, Happening[]>();
  const enter = (index: Map<string, Happening[]>, id: string, one: Happening) => {
    const known = index.get(id);
    if (known) known.push(one);
    else index.set(id, [one]);
  };
  for (const one of [...happenings].filter(({ window }) => window).sort(inTime)) {
    const own = new Set(one.units.flatMap((unit) => unit.places.map(({ place }) => place.id)));
    const around = new Set(one.units.flatMap((unit) => unit.places.flatMap(({ place }) => place.ancestors)));
    for (const id of own) enter(at, id, one);
    for (const id of new Set([...own, ...around])) enter(within, id, one);
  }
  return {
    within: (place, first, last) => between(within.get(place), first, last),
    at: (place, first, last) => between(at.get(place), first, last),
  };
};

const inTime = (a: Happening, b: Happening): number =>
  (a.window!.first === b.window!.first ? 0 : a.window!.first - b.window!.first) || byText(a.id, b.id);

const between = (ordered: readonly Happening[] = [], first: number, last: number): readonly Happening[] => {
  const from = lowerBound(ordered, first);
  let to = from;
  while (to < ordered.length && ordered[to]!.window!.first <= last) to++;
  return ordered.slice(from, to);
};

const lowerBound = (ordered: readonly Happening[], day: number): number => {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ordered[middle]!.window!.first >= day) high = middle;
    else low = middle + 1;
  }
  return low;
};
