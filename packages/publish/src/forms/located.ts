import type { RecordedPlace } from '@isnad/model';
import countries from './countries.json' with { type: 'json' };
import type { FormWords } from './form.js';

/** A country under the codes of the forms. */
export interface Country {
  /** ISO 3166-1. */
  readonly alpha2: string;
  readonly alpha3: string;
  readonly numeric: number;
  readonly name: string;
  /** ACLED's region. */
  readonly region: string;
  /** Gleditsch–Ward number; null where that list holds no state. */
  readonly gw: number | null;
}

const KNOWN: Readonly<Record<string, Omit<Country, 'alpha2'>>> = countries.countries;

/** A country by its alpha-2 code; null for one that the table does not hold (seas, borders). */
export const countryOf = (alpha2: string | undefined): Country | null => {
  const known = alpha2 === undefined ? undefined : KNOWN[alpha2];
  return known ? { alpha2: alpha2!, ...known } : null;
};

/** Where a place lies. */
export interface Located {
  readonly country: Country | null;
  /** Kind of place by the gazetteer; null for one that it does not hold. */
  readonly kind: string | null;
  /** Governorate, district, subdistrict, in English; null where not known. */
  readonly admin: readonly [string | null, string | null, string | null];
  /** The town of which it is a quarter. */
  readonly town: string | null;
  /** Ids of the place and all that it lies in, from small to large. */
  readonly within: readonly string[];
}

const ADMIN = ['governorate', 'district', 'subdistrict'] as const;
const TOWNS: ReadonlySet<string> = new Set(['city', 'town', 'village']);

/** Follows a place up to its country. */
export const locate = (place: Pick<RecordedPlace, 'id'>, { places }: Pick<FormWords, 'places'>): Located => {
  const chain: NonNullable<ReturnType<FormWords['places']['get']>>[] = [];
  for (
    let at = places.get(place.id);
    at && !chain.includes(at);
    at = at.parent === null ? undefined : places.get(at.parent)
  )
    chain.push(at);
  const named = (kind: string) => chain.find((one) => one.kind === kind)?.name ?? null;
  const [self, ...above] = chain;
  return {
    country: countryOf(self?.country),
    kind: self?.kind ?? null,
    admin: [named(ADMIN[0]), named(ADMIN[1]), named(ADMIN[2])],
    town: self?.kind === 'quarter' ? (above.find(({ kind }) => TOWNS.has(kind))?.name ?? null) : null,
    within: chain.map(({ id }) => id),
  };
};
