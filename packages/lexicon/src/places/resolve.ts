import { fold } from '@isnad/arabic';
import type { Place } from '../entries.js';
import { kilometres } from './distance.js';
import { isFarAbroad } from './far-abroad.js';
import type { Gazetteer } from './gazetteer.js';
import type { PlaceHead } from './heads.js';
import { isFacility, isWide, PLACE_KINDS } from './kinds.js';

/** What stands around a name. */
export interface PlaceContext {
  /** The head noun before it as written (مدينة, city; سجن, prison). */
  readonly head?: string | undefined;
  /** The form that was read. One that begins with a head noun (محافظة صلاح الدين) vouches for itself. */
  readonly form?: string;
  /** Other places that the report names. */
  readonly nearby: readonly Place[];
  /** ISO 3166-1 alpha-2 codes of the countries of outlet and actors. */
  readonly countries: readonly string[];
  /** Countries whose own sides the report names. */
  readonly sidesIn?: ReadonlySet<string>;
}

/**
 * What decided between look-alikes, strongest first: the kind its head noun announces, the exact spelling,
 * that the others are common words which nothing vouches for, a companion place close by, the bank of the
 * river, the country, the prominence of its kind. `only`: there was one. `head-at`: the head announces a
 * facility that is not listed, and this is the place it belongs to.
 */
export type PlaceMethod =
  | 'only'
  | 'head'
  | 'head-at'
  | 'spelling'
  | 'vouched'
  | 'near'
  | 'bank'
  | 'country'
  | 'prominence'
  | 'none';

/** Which place is meant, what decided it, and why not the others. */
export interface PlaceResolution {
  readonly place: Place | null;
  readonly method: PlaceMethod;
  readonly rejected: readonly { readonly place: Place; readonly why: string }[];
}

/** A companion farther away than this says nothing about which namesake is meant. */
const COMPANION_KM = 150;
/** Namesakes whose nearest companions differ by less than this are told apart by other means first. */
const AS_NEAR_KM = 30;
/** Parts of a town, whose names many towns share. */
const PARTS: ReadonlySet<Place['kind']> = new Set<Place['kind']>(['quarter', 'facility', 'hospital']);
/** A name that is also a common word needs a companion at least this near, or the area that holds it. */
const VOUCHING_KM = 60;

/** Kilometres from a place to its nearest companion; 0 when one holds the other. */
const toNearest = (place: Place, companions: readonly Place[], gazetteer: Gazetteer): number => {
  let best = Infinity;
  for (const other of companions) {
    if (other.id === place.id) continue;
    if (gazetteer.contains(other.id, place.id) || gazetteer.contains(place.id, other.id)) return 0;
    if (isWide(other.kind)) continue;
    if (place.lat === null || place.lon === null || other.lat === null || other.lon === null) continue;
    best = Math.min(best, kilometres({ lat: place.lat, lon: place.lon }, { lat: other.lat, lon: other.lon }));
  }
  return best;
};

/**
 * Whether two namesakes are a town and the area named after it: one inside the other, or side by side as
 * Sanaa is with its governorate.
 */
const isKin = (a: Place, b: Place, gazetteer: Gazetteer): boolean =>
  gazetteer.contains(a.id, b.id) ||
  gazetteer.contains(b.id, a.id) ||
  (a.country === b.country &&
    isWide(a.kind) !== isWide(b.kind) &&
    (gazetteer.distanceKm(a.id, b.id) ?? Infinity) <= VOUCHING_KM);

const distances = (left: readonly Place[], companions: readonly Place[], gazetteer: Gazetteer): Map<Place, number> => {
  const away = new Map(left.map((place) => [place, toNearest(place, companions, gazetteer)]));
  // A town and the district or governorate named after it stand or fall together.
  for (const one of left)
    for (const other of left) {
      if (one === other || !isKin(one, other, gazetteer)) continue;
      const both = Math.min(away.get(one)!, away.get(other)!);
      away.set(one, both).set(other, both);
    }
  return away;
};

/** Whether a form brings its own head noun: محافظة صلاح الدين, حي الزهراء. */
const bringsHead = (form: string, gazetteer: Gazetteer): boolean => {
  const [first, second] = form.split(' ');
  return second !== undefined && gazetteer.words.headOfFolded(first!) !== undefined;
};

/**
 * The candidates of a kind that the head announces; an area named exactly so (قضاء, district) before the
 * rest. Of mere facilities the head must be their own: مدرسة هجين (its school) is not سوق هجين (its market).
 */
const fitting = (candidates: readonly Place[], head: PlaceHead, gazetteer: Gazetteer): readonly Place[] => {
  const isItsHead = (place: Place): boolean =>
    place.kind !== 'facility' || place.forms.some((form) => gazetteer.words.headOfFolded(form.split(' ')[0]!) === head);
  const fits = candidates.filter((place) => head.kinds.includes(place.kind) && isItsHead(place));
  const exact = fits.filter((place) => place.kind === head.kinds[0]);
  return head.role === 'grammar' && head.precision >= 3 && exact.length > 0 ? exact : fits;
};

const NONE: PlaceResolution['rejected'] = [];

const byProminence = (a: Place, b: Place): number =>
  PLACE_KINDS[b.kind].prominence - PLACE_KINDS[a.kind].prominence ||
  a.certainty.localeCompare(b.certainty, 'en') ||
  (a.id < b.id ? -1 : 1);

const km = (distance: number): string => `${Math.round(distance)} km`;

/** «مالي» (Mali, and financial) in a report of Malian towns and forces: a country is vouched for by what is in it. */
const isWhereItPlays = ({ kind, country }: Place, { countries, nearby }: PlaceContext): boolean =>
  kind === 'country' &&
  (countries.includes(country) || nearby.some((place) => place.kind !== 'country' && place.country === country));

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
  const form = context.form === undefined ? '' : fold(context.form);
  if (candidates.every((place) => isFarAbroad(place, form, context))) {
    const why = 'far from every place that the report names, in a country of which it names nothing else';
    return { place: null, method: 'none', rejected: candidates.map((place) => ({ place, why })) };
  }
  const [only] = candidates;
  if (candidates.length === 1 && context.head === undefined && !only!.needsHead && !only!.weakForms)
    return { place: only!, method: 'only', rejected: NONE };
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
  const fits = head ? fitting(left, head, gazetteer) : left;
  const announced = head ? `${head.head} (${head.gloss}) announces ${head.kinds.join(' or ')}` : '';
  keep(fits, 'head', (place) => `${announced}, not a ${place.kind}`);
  if (head?.role === 'grammar' && fits.length === 0 && left.every((place) => isFacility(place.kind)))
    return {
      place: null,
      method: 'none',
      rejected: left.map((place) => ({ place, why: `${announced}, not a ${place.kind}` })),
    };

  keep(
    left.filter((place) => place.forms.includes(form)),
    'spelling',
    (place) => `${place.nameAr} is spelled otherwise`,
  );

  // Countries say which side of a border, not how near.
  const companions = context.nearby.filter((place) => place.kind !== 'country');
  let measured: Map<Place, number> | null = null;
  const away = (place: Place): number => {
    measured ??= distances(left, companions, gazetteer);
    return measured.get(place)!;
  };

  const isAnnounced = head !== undefined && (head.role === 'area' || fits.length > 0);
  if (!isAnnounced && !bringsHead(form, gazetteer)) {
    const why = 'the name is also a common word, and neither a head noun nor a place close by vouches for it';
    const isWeak = (place: Place): boolean => place.needsHead === true || (place.weakForms ?? []).includes(form);
    const vouched = left.filter(
      (place) => !isWeak(place) || isWhereItPlays(place, context) || away(place) <= VOUCHING_KM,
    );
    if (vouched.length === 0)
      return { place: null, method: 'none', rejected: [...rejected, ...left.map((place) => ({ place, why }))] };
    keep(vouched, 'vouched', () => why);
  }

  // The market of one town is not that of another: a part of a town lies where the report is.
  const isElsewhere = (place: Place): boolean => PARTS.has(place.kind) && isFar(away(place));
  const isFar = (distance: number): boolean =>
    distance > COMPANION_KM &&
    companions.some((one) => !isWide(one.kind) && one.lat !== null && !candidates.includes(one));
  if (left.every(isElsewhere)) {
    const why = (place: Place): string =>
      `a ${place.kind} far from every place named beside it${Number.isFinite(away(place)) ? `, ${km(away(place))} from the nearest` : ''}`;
    return {
      place: null,
      method: 'none',
      rejected: [...rejected, ...left.map((place) => ({ place, why: why(place) }))],
    };
  }

  const isUnlisted = head?.role === 'name' && fits.length === 0;
  if (left.length === 1 && !isUnlisted) return { place: left[0]!, method, rejected };

  const best = Math.min(...left.map((place) => away(place)));
  const farther = (place: Place): string =>
    Number.isFinite(away(place))
      ? `${km(away(place))} from the nearest place named beside it, another lies at ${km(best)}`
      : 'no place named beside it is near';
  const within = (distance: number): Place[] => left.filter((place) => away(place) <= distance);
  if (best <= COMPANION_KM) keep(within(best + AS_NEAR_KM), 'near', farther);

  const bankOf = (of: readonly Place[]) => new Set(of.flatMap((place) => place.bank ?? []));
  const banks = bankOf(companions);
  if (banks.size === 1 && bankOf(left).size === 2)
    keep(
      left.filter((place) => place.bank === null || banks.has(place.bank)),
      'bank',
      (place) => `lies on the ${place.bank} bank, the places named beside it on the other`,
    );

  const countries = new Set([...context.countries, ...context.nearby.map((place) => place.country)]);
  keep(
    left.filter((place) => countries.has(place.country)),
    'country',
    (place) => `${place.country} is no country of the outlet, the actors or the places beside it`,
  );

  if (best <= COMPANION_KM) keep(within(Math.min(...left.map((place) => away(place))) + 1), 'near', farther);

  // «بلدة الجيزة» (the town of …) is no city of that name.
  const isCalledSo = ({ kind }: Place): number => (kind === head?.kinds[0] ? 1 : 0);
  const [place, ...others] = left.sort((a, b) => isCalledSo(b) - isCalledSo(a) || byProminence(a, b));
  if (!place) return { place: null, method: 'none', rejected };
  if (isUnlisted && away(place) > COMPANION_KM && !countries.has(place.country)) {
    const why = `${announced}, which may be named after a place elsewhere`;
    return { place: null, method: 'none', rejected: [...rejected, ...left.map((other) => ({ place: other, why }))] };
  }
  for (const other of others)
    rejected.push({ place: other, why: `no more prominent than ${place.id}, a ${place.kind}` });
  // Telling a town from the district named after it is no decision between look-alikes.
  const areKin = others.every((other) => isKin(place, other, gazetteer));
  if (others.length > 0 && (!areKin || method === 'none')) method = 'prominence';
  return { place, method: isUnlisted ? 'head-at' : method, rejected };
};
