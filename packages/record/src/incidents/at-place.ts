import type { Happening } from './happening.js';

/** Incidents by the places where they happened and by the settlements around these. */
export interface ByPlace {
  /** What happened at a place or inside it, in order of time. */
  within(place: string): readonly Happening[];
  /** What names the place itself. */
  at(place: string): readonly Happening[];
}

export const indexByPlace = (happenings: readonly Happening[]): ByPlace => {
  const at = new Map<string, Set<Happening>>();
  const within = new Map<string, Set<Happening>>();
  const enter = (index: Map<string, Set<Happening>>, id: string, one: Happening) => {
    const known = index.get(id);
    if (known) known.add(one);
    else index.set(id, new Set([one]));
  };
  for (const one of happenings) {
    for (const unit of one.units) {
      for (const { place } of unit.places) {
        enter(at, place.id, one);
        for (const id of [place.id, ...place.ancestors]) enter(within, id, one);
      }
    }
  }
  const inTime = (found: Set<Happening> | undefined) =>
    [...(found ?? [])].sort(
      (a, b) => (a.window?.first ?? Infinity) - (b.window?.first ?? Infinity) || (a.id < b.id ? -1 : 1),
    );
  return { within: (place) => inTime(within.get(place)), at: (place) => inTime(at.get(place)) };
};
