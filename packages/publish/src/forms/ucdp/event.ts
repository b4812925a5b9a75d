import type { Incident, RecordedPlace, RecordedReport } from '@isnad/model';
import type { Days } from '../days.js';
import type { FormWords } from '../form.js';
import { type Country, type Located, locate } from '../located.js';
import type { Deaths } from './deaths.js';
import type { Dyad } from './sides.js';
import table from './tables.json' with { type: 'json' };

export type WherePrecision = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export type DatePrecision = 1 | 2 | 3 | 4 | 5;

/** A place with a point, in a country. */
export interface Where {
  readonly place: RecordedPlace & { readonly lat: number; readonly lon: number };
  readonly located: Located;
  readonly country: Country;
  readonly precision: WherePrecision;
}

/** One event as UCDP counts them. */
export interface UcdpEvent {
  readonly id: string;
  readonly dyad: Dyad;
  readonly where: Where;
  readonly days: Days;
  readonly datePrecision: DatePrecision;
  /** 1 an incident of its own, 2 what is left of a running count. */
  readonly clarity: 1 | 2;
  readonly deaths: Deaths;
  readonly low: number;
  readonly high: number;
  readonly incident: Incident | null;
  readonly reports: readonly RecordedReport[];
  readonly roots: readonly string[];
}

export const bestOf = ({ deaths: { a, b, civilians, unknown } }: Pick<UcdpEvent, 'deaths'>): number =>
  a + b + civilians + unknown;

/** Longest time of each precision, in days: a day, 2 to 6 days, a week, a month, a year. */
const TIMES = [1, 6, 7, 31, 366] as const;

/** null where the date leaves more than a year open. */
export const datePrecisionOf = ({ length }: Days): DatePrecision | null => {
  const at = TIMES.findIndex((most) => length <= most);
  return at < 0 ? null : ((at + 1) as DatePrecision);
};

const AREAS: Readonly<Record<string, number>> = table.places;

/** Where a place lies and how exactly; null without a point or outside every country of the table. */
export const whereOf = (place: RecordedPlace | null, words: FormWords): Where | null => {
  if (place === null || place.lat === null || place.lon === null) return null;
  const located = locate(place, words);
  if (located.country === null) return null;
  const precision = AREAS[located.kind ?? ''] ?? table.precisions[(place.precision ?? 2) - 1] ?? 2;
  return {
    place: { ...place, lat: place.lat, lon: place.lon },
    located,
    country: located.country,
    precision: precision as WherePrecision,
  };
};
