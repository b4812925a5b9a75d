import type { PlaceKind } from '../entries.js';

/**
 * All kinds of place, with their prominence (which namesake a bare name means when nothing else decides;
 * higher wins) and the precision that naming such a place gives (1 the place itself … 4 a governorate,
 * river or front; contract, `precision`).
 */
export const PLACE_KINDS: Readonly<
  Record<PlaceKind, { readonly prominence: number; readonly precision: 1 | 2 | 3 | 4 }>
> = {
  country: { prominence: 100, precision: 4 },
  city: { prominence: 90, precision: 1 },
  governorate: { prominence: 80, precision: 4 },
  region: { prominence: 75, precision: 3 },
  town: { prominence: 70, precision: 1 },
  camp: { prominence: 62, precision: 1 },
  district: { prominence: 60, precision: 3 },
  subdistrict: { prominence: 55, precision: 3 },
  quarter: { prominence: 50, precision: 1 },
  sea: { prominence: 48, precision: 4 },
  river: { prominence: 46, precision: 4 },
  field: { prominence: 44, precision: 1 },
  village: { prominence: 40, precision: 1 },
  base: { prominence: 38, precision: 1 },
  airport: { prominence: 38, precision: 1 },
  crossing: { prominence: 36, precision: 1 },
  port: { prominence: 36, precision: 1 },
  front: { prominence: 35, precision: 2 },
  mountain: { prominence: 34, precision: 3 },
  island: { prominence: 34, precision: 2 },
  valley: { prominence: 33, precision: 3 },
  lake: { prominence: 33, precision: 3 },
  desert: { prominence: 32, precision: 3 },
  border: { prominence: 31, precision: 4 },
  prison: { prominence: 30, precision: 1 },
  dam: { prominence: 30, precision: 1 },
  bridge: { prominence: 28, precision: 1 },
  hospital: { prominence: 28, precision: 1 },
  road: { prominence: 26, precision: 3 },
  facility: { prominence: 25, precision: 1 },
};

/** Whether a word of the tables is a kind of place. */
export const isPlaceKind = (word: string): word is PlaceKind => Object.hasOwn(PLACE_KINDS, word);

/** Kinds too wide for their point to say how near something is. */
export const isWide = (kind: PlaceKind): boolean => PLACE_KINDS[kind].precision >= 3;

const FACILITIES: ReadonlySet<PlaceKind> = new Set<PlaceKind>([
  'facility',
  'field',
  'crossing',
  'prison',
  'base',
  'airport',
  'port',
  'bridge',
  'dam',
  'hospital',
  'road',
]);

/** Things that carry their head noun in their name (سجن سوسة) and are never called a town or village. */
export const isFacility = (kind: PlaceKind): boolean => FACILITIES.has(kind);
