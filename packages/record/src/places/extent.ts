import type { PlaceKind } from '@isnad/lexicon';
import type { PlaceMention } from '@isnad/model';

/** `point`: a part of a settlement, or a single site · `settlement` · `area`: anything wider. */
export type Extent = 'point' | 'settlement' | 'area';

/** Extent and usual radius (km) of a kind of place. */
const EXTENTS: Readonly<Record<PlaceKind, readonly [Extent, number]>> = {
  quarter: ['point', 2],
  facility: ['point', 1],
  prison: ['point', 1],
  hospital: ['point', 1],
  base: ['point', 3],
  airport: ['point', 4],
  port: ['point', 3],
  crossing: ['point', 2],
  bridge: ['point', 1],
  dam: ['point', 2],
  camp: ['point', 2],
  island: ['point', 4],
  road: ['point', 10],
  village: ['settlement', 3],
  town: ['settlement', 5],
  city: ['settlement', 12],
  field: ['settlement', 6],
  subdistrict: ['area', 15],
  district: ['area', 30],
  region: ['area', 40],
  front: ['area', 25],
  valley: ['area', 30],
  mountain: ['area', 30],
  lake: ['area', 30],
  desert: ['area', 60],
  governorate: ['area', 80],
  river: ['area', 100],
  border: ['area', 100],
  sea: ['area', 300],
  country: ['area', 500],
};
const KINDS: Readonly<Record<string, readonly [Extent, number] | undefined>> = EXTENTS;

/** Areas on a map with a drawn border; all others go on for as long as a writer means them to. */
const BORDERED = ['subdistrict', 'district', 'governorate', 'country'];

/** Whether a place of this kind has an edge that tells what is outside it. */
export const hasEdge = (kind: string | null): boolean =>
  kind !== null && KINDS[kind] !== undefined && (KINDS[kind]?.[0] !== 'area' || BORDERED.includes(kind));

/** For a place that the gazetteer does not hold: by the precision of the mention; without one it may be anything. */
const BY_PRECISION: readonly (readonly [Extent, number])[] = [
  ['area', 30],
  ['settlement', 5],
  ['settlement', 10],
  ['area', 30],
  ['area', 80],
];

/** How far a place reaches, by its kind in the gazetteer, else by the precision of the mention. */
export const placeExtent = (kind: string | null, precision: PlaceMention['precision']): readonly [Extent, number] =>
  (kind ? KINDS[kind] : undefined) ?? BY_PRECISION[precision ?? 0]!;
