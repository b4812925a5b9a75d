import type { Place } from '../entries.js';
import { kilometres } from './distance.js';
import type { Gazetteer } from './gazetteer.js';
import type { PlaceHead } from './heads.js';
import { isWide, PLACE_KINDS } from './kinds.js';

/** What stands around a name. */
export interface PlaceContext {
  /** The head noun before it as written (مدينة, city; سجن, prison). */
  readonly head?: string;
  /** The form that was read. One that begins with a head noun (محافظة صلاح الدين) needs no other word to vouch for it. */
  readonly form?: string;
  /** Other places that the report names. */
  readonly nearby: readonly Place[];
  /** ISO 3166-1 alpha-2 codes of the countries of outlet and actors. */
  readonly countries: readonly string[];
}

/**
 * What decided between look-alikes, strongest first: the kind its head noun announces, a companion place
 * close by, the bank of the river, the country, the prominence of its kind. `only`: there was one.
 * `head-at`: the head announces a facility that is not listed, and this is the place it belongs to.
 */
export type PlaceMethod = 'only' | 'head' | 'head-at' | 'near' | 'bank' | 'country' | 'prominence' | 'none';

export interface PlaceResolution {
  readonly place: Place | null;
  readonly method: PlaceMethod;
  readonly rejected: readonly { readonly place: Place; readonly why: string }[];
}

/** A companion farther away than this says nothing about which namesake is meant. */
const COMPANION_KM = 150;
/** Namesakes whose nearest companions differ by less than this are told apart by other means. */
const AS_NEAR_KM = 30;
/** A name that is also a common word needs a companion at least this near, or the area that holds it. */
const VOUCHING_KM = 60;

/** Kilometres from a place to its nearest companion; 0 inside a companion that is smaller than a country. */
const nearest = (place: Place, nearby: readonly Place[], gazetteer: Gazetteer): number => {
  let best = Infinity;
  for (const other of nearby) {
    if (other.id === place.id) continue;
    if (gazetteer.contains(other.id, place.id)) return 0;
    if (isWide(other.kind) && !gazetteer.contains(place.id, other.id)) continue;
    if (place.lat === null || place.lon === null || other.lat === null || other.lon === null) continue;
    best = Math.min(best, kilometres({ lat: place.lat, lon: place.lon }, { lat: other.lat, lon: other.lon }));
  }
  return best;
};

const byProminence = (a: Place, b: Place): number =>
  PLACE_KINDS[b.kind].prominence - PLACE_KINDS[a.kind].prominence ||
  (a.certainty < b.certainty ? -1 : a.certainty > b.certainty ? 1 : 0) ||
  (a.id < b.id ? -1 : 1);

/** The kinds that fit best among those the head announces: the first in its list that any candidate has. */
const fitting = (candidates: readonly Place[], head: PlaceHead): readonly Place[] => {
  const fits = candidates.filter((place) => head.kinds.includes(place.kind));
  if (head.role === 'name') return fits;
  // مدينة, بلدة and قرية are used loosely among settlements, but an administrative head is exact when it can be.
  const exact = fits.filter((place) => place.kind === head.kinds[0]);
  return PLACE_KINDS[head.kinds[0]!].precision >= 3 && exact.length > 0 ? exact : fits;
};

/**
 * Which of the places that share a written form is meant. Pure; the same arguments give the same answer.
 * The kind that the head noun announces outranks everything, then companions (containment, distance,
 * river bank), then the country, then prominence. Without candidates, or when a name that is also a common
 * word has nothing to vouch for it, `place` is null.
 */
export const resolvePlace = (
  candidates: readonly Place[],
  context: PlaceContext,
  gazetteer: Gazetteer,
): PlaceResolution => {
  const rejected: { place: Place; why: string }[] = [];
  let left = [...new Set(candidates)];
  let method: PlaceMethod = left.length === 1 ? 'only' : 'none';
  const keep = (kept: readonly Place[], by: PlaceMethod, why: (place: Place) => string): void => {
    if (kept.length === 0 || kept.length === left.length) return;
    for (const place of left) if (!kept.includes(place)) rejected.push({ place, why: why(place) });
    left = [...kept];
    method = by;
  };

  const head = context.head === undefined ? undefined : gazetteer.words.headOf(context.head);
  const fits = head ? fitting(left, head) : left;
  if (head)
    keep(
      fits,
      'head',
      (place) => `${head.head} (${head.gloss}) announces ${head.kinds.join(' or ')}, not a ${place.kind}`,
    );
  const unlistedFacility = head?.role === 'name' && fits.length === 0;

  // Countries say which side of a border, not how near.
  const companions = context.nearby.filter((place) => place.kind !== 'country');
  const away = new Map(left.map((place) => [place, nearest(place, companions, gazetteer)]));
  // A town and the district or governorate named after it stand or fall together.
  for (const outer of left)
    for (const inner of left)
      if (outer !== inner && gazetteer.contains(outer.id, inner.id)) {
        const both = Math.min(away.get(outer)!, away.get(inner)!);
        away.set(outer, both);
        away.set(inner, both);
      }

  const ownHead = gazetteer.words.headOf(context.form?.trim().split(/\s+/)[0] ?? '');
  if (!head && !ownHead) {
    const vouched = left.filter((place) => !place.needsHead || away.get(place)! <= VOUCHING_KM);
    if (vouched.length === 0) {
      const why = 'the name is also a common word, and neither a head noun nor a place close by vouches for it';
      return { place: null, method: 'none', rejected: [...rejected, ...left.map((place) => ({ place, why }))] };
    }
    keep(vouched, 'near', () => 'the name is also a common word, and no place close by vouches for it');
  }

  const best = Math.min(...left.map((place) => away.get(place)!));
  if (best <= COMPANION_KM)
    keep(
      left.filter((place) => away.get(place)! <= best + AS_NEAR_KM),
      'near',
      (place) =>
        Number.isFinite(away.get(place)!)
          ? `${Math.round(away.get(place)!)} km from the nearest place named beside it, another lies at ${Math.round(best)} km`
          : 'no place named beside it is near',
    );

  const banks = new Set(companions.filter((place) => place.bank !== null).map((place) => place.bank));
  if (banks.size === 1)
    keep(
      left.filter((place) => place.bank === null || banks.has(place.bank)),
      'bank',
      (place) => `lies on the ${place.bank} bank, the places named beside it on the other`,
    );

  const countries = new Set(
    [...context.countries, ...context.nearby.map((place) => place.country)].map((code) => code.toUpperCase()),
  );
  keep(
    left.filter((place) => countries.has(place.country)),
    'country',
    (place) => `${place.country} is no country of the outlet, the actors or the places beside it`,
  );

  if (best <= COMPANION_KM) {
    const closest = Math.min(...left.map((place) => away.get(place)!));
    const nested = (place: Place): boolean =>
      left.some((other) => other !== place && gazetteer.contains(place.id, other.id));
    keep(
      left.filter((place) => away.get(place)! <= closest + 1 || nested(place)),
      'near',
      (place) =>
        `${Math.round(away.get(place)!)} km from the nearest place named beside it, another lies at ${Math.round(closest)} km`,
    );
  }

  const [place, ...others] = left.sort(byProminence);
  if (!place) return { place: null, method: 'none', rejected };
  for (const other of others)
    rejected.push({ place: other, why: `a ${place.kind} is more prominent than a ${other.kind}` });
  if (others.length > 0) method = 'prominence';
  return { place, method: unlistedFacility ? 'head-at' : method, rejected };
};
