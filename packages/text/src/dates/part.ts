import { dayNumber, isoDay } from '@isnad/model';

/** One end of a date, as EDTF and as the days it covers (days since 1970-01-01, inclusive). */
export interface Part {
  readonly edtf: string;
  readonly first: number;
  readonly last: number;
}

/** A resolved date; a point has equal ends. An undated one has empty EDTF. */
export interface Dated {
  readonly from: Part;
  readonly to: Part;
  /** One of its two ends, not all between them. */
  readonly isSet?: boolean;
  readonly reason: string;
}

const pad = (number: number, width: number): string => String(number).padStart(width, '0');

/** A day (days since 1970-01-01). */
export const day = (number: number, approximate = false): Part => ({
  edtf: `${isoDay(number)}${approximate ? '~' : ''}`,
  first: number,
  last: number,
});

export const month = (year: number, monthOfYear: number, approximate = false): Part => ({
  edtf: `${pad(year, 4)}-${pad(monthOfYear, 2)}${approximate ? '~' : ''}`,
  first: dayNumber(year, monthOfYear, 1),
  last: dayNumber(year, monthOfYear + 1, 0),
});

export const year = (number: number, approximate = false): Part => ({
  edtf: `${pad(number, 4)}${approximate ? '~' : ''}`,
  first: dayNumber(number, 1, 1),
  last: dayNumber(number, 12, 31),
});

/** The end of a date that is open. */
export const OPEN: Part = { edtf: '..', first: Number.NEGATIVE_INFINITY, last: Number.POSITIVE_INFINITY };

/** The month so many months behind that of a day, before it where they are negative; `month` 1–12. */
export const monthsFrom = (today: number, months: number): { readonly year: number; readonly month: number } => {
  const date = new Date(today * 86_400_000);
  const index = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
};

export const point = (part: Part, reason: string): Dated => ({ from: part, to: part, reason });

const NOWHERE: Part = { edtf: '', first: Number.NaN, last: Number.NaN };

export const UNDATED = (reason: string): Dated => ({ from: NOWHERE, to: NOWHERE, reason });
