import { precisionOf } from '@isnad/lexicon';
import type { Grammar } from '../reader.js';

/** What is known of places and sides outside the report, for telling events apart. */
export interface World {
  readonly contains: (outer: string, inner: string) => boolean;
  readonly distanceKm: (a: string, b: string) => number | null;
  /** A region, district, desert or border rather than a place on the ground. */
  readonly isWide: (place: string) => boolean;
  /** The same side, a part of it, or an ally. */
  readonly akin: (a: string, b: string) => boolean;
  /** Whether an id is a side rather than a group of people. */
  readonly isSide: (id: string) => boolean;
}

/** The world as the lexicon and the gazetteer tell it. */
export const worldOf = ({ lexicon, gazetteer }: Pick<Grammar, 'lexicon' | 'gazetteer'>): World => {
  const related = (id: string): readonly string[] => {
    const side = lexicon.actors.get(id);
    return side ? [...side.allies, ...[side.parent, side.unitOf].filter((one) => one !== null)] : [];
  };
  return {
    contains: (outer, inner) => gazetteer.contains(outer, inner),
    distanceKm: (a, b) => gazetteer.distanceKm(a, b),
    isWide: (place) => {
      const known = gazetteer.byId(place);
      return known !== undefined && precisionOf(known, []) >= 3;
    },
    akin: (a, b) => a === b || related(a).includes(b) || related(b).includes(a),
    isSide: (id) => lexicon.actors.has(id),
  };
};
