import type { Place } from '../entries.js';
import { kilometres } from './distance.js';
import { isWide } from './kinds.js';
import type { PlaceContext } from './resolve.js';

/** Settlements whose names many countries share. A city abroad is named for itself, unless it is also a common word. */
const SMALL: ReadonlySet<Place['kind']> = new Set<Place['kind']>(['town', 'village', 'quarter', 'camp']);
/** Farther from all else that a report names than reports of one war reach. */
const FAR_KM = 1000;

const isCommonWord = ({ needsHead, forms, weakForms = [] }: Place, form: string): boolean =>
  needsHead === true ||
  weakForms.includes(form) ||
  (!forms.includes(form) && weakForms.some((weak) => form.endsWith(` ${weak}`)));

/** How many places elsewhere speak against a name: one against a common word, two against a settlement. */
const neededAgainst = (place: Place, form: string): number =>
  isCommonWord(place, form) ? 1 : SMALL.has(place.kind) ? 2 : Infinity;

/**
 * Whether a place is a namesake in a country that the report has nothing to do with: خربة سمرا beside Yatta is no town of
 * Ethiopia. No side of that country is named, no other place in it, and all that is named lies far away.
 */
export const isFarAbroad = (place: Place, form: string, { nearby, sidesIn }: PlaceContext): boolean => {
  const needed = neededAgainst(place, form);
  if (needed > nearby.length || place.lat === null || place.lon === null || sidesIn?.has(place.country)) return false;
  const here = { lat: place.lat, lon: place.lon };
  let elsewhere = 0;
  for (const other of nearby) {
    if (other === place || other.forms.includes(form)) continue;
    if (other.country === place.country) return false;
    if (isWide(other.kind) || other.lat === null || other.lon === null) continue;
    if (kilometres(here, { lat: other.lat, lon: other.lon }) <= FAR_KM) return false;
    elsewhere++;
  }
  return elsewhere >= needed;
};
