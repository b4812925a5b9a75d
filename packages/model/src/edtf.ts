/**
 * The part of EDTF (ISO 8601-2) that news reports need, as intervals of days.
 *
 * Own code because the `edtf` package gives no minimum for `../date` and takes the first day of
 * `[a..b]` as its maximum (see docs/adr/0003-edtf.md).
 */

import { remembering } from './remember.js';

/** Days since 1970-01-01 (UTC); both ends inclusive; ±Infinity where the interval is open. */
export interface DayInterval {
  readonly first: number;
  readonly last: number;
}

const DAY_MS = 86_400_000;

/** Day number (days since 1970-01-01) of a calendar day; `month` 1–12. */
export const dayNumber = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / DAY_MS;

/** `YYYY-MM-DD` of a day number. */
export const isoDay = remembering((day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10));

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

const DATE = /^(\d{4})(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?(?:T.*)?$/;

const boundsOfDate = (date: string): DayInterval | null => {
  const parts = DATE.exec(date.replace(/[~?%]/g, ''));
  if (!parts) return null;
  const year = Number(parts[1]);
  const month = parts[2];
  const day = parts[3];
  if (month === undefined || month === 'XX') return { first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31) };
  const m = Number(month);
  if (m < 1 || m > 12) return null;
  if (day === undefined || day === 'XX') return { first: dayNumber(year, m, 1), last: dayNumber(year, m + 1, 0) };
  const d = Number(day);
  const number = dayNumber(year, m, d);
  return d < 1 || new Date(number * DAY_MS).getUTCDate() !== d ? null : { first: number, last: number };
};

/**
 * The days that an EDTF expression covers, qualifiers (`~ ? %`) left aside; null when it is empty or
 * not EDTF of the supported part: dates, `XX`, intervals with open ends, sets `[a,b]` and `[a..b]`.
 */
export const parseEdtf = (edtf: string | null | undefined): DayInterval | null => (edtf ? parse(edtf) : null);

const parse = remembering((edtf: string): DayInterval | null => {
  const isSet = /^[[{].*[\]}]$/.test(edtf);
  const parts = isSet ? edtf.slice(1, -1).split(/,|\.\./) : edtf.split('/');
  if (parts.length > 2 && !isSet) return null;
  const [head, tail] = [parts[0]!, parts[parts.length - 1]!];
  const isOpen = (part: string) => part === '..' || part === '';
  const from = isOpen(head) ? null : boundsOfDate(head);
  const to = isOpen(tail) ? null : boundsOfDate(tail);
  if ((!isOpen(head) && !from) || (!isOpen(tail) && !to) || (!from && !to)) return null;
  return { first: from?.first ?? -Infinity, last: to?.last ?? Infinity };
});

/** Whether a string is EDTF of the supported part. */
export const isEdtf = (edtf: string): boolean => parseEdtf(edtf) !== null;

/** EDTF of an interval of days: a day, or `a/b` with `..` for an open end. */
export const formatDays = ({ first, last }: DayInterval): string => {
  if (first === last) return isoDay(first);
  return `${Number.isFinite(first) ? isoDay(first) : '..'}/${Number.isFinite(last) ? isoDay(last) : '..'}`;
};

/** First and last day of an EDTF date, null for an open end; null where it is no date. */
export const knownDays = (
  edtf: string | null,
): { readonly first: number | null; readonly last: number | null } | null => {
  const days = parseEdtf(edtf);
  if (!days) return null;
  return {
    first: Number.isFinite(days.first) ? days.first : null,
    last: Number.isFinite(days.last) ? days.last : null,
  };
};
