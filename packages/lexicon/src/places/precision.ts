import type { Place } from '../entries.js';
import { PLACE_KINDS } from './kinds.js';

/**
 * How near the coordinates are to what is meant, 1–4 as in the contract: that of the kind of place, or
 * that of the words before the name (محيط هجين, around Hajin: 2) when these are vaguer. A place that is
 * not located stands at its parent's point, so it is at best 2.
 */
export const precisionOf = (
  place: Place,
  words: readonly { readonly precision: 1 | 2 | 3 | 4 }[] = [],
): 1 | 2 | 3 | 4 => {
  const own = PLACE_KINDS[place.kind].precision;
  const located = place.certainty === 'D' ? 2 : 1;
  return Math.max(own, located, ...words.map((word) => word.precision)) as 1 | 2 | 3 | 4;
};
