import { parseEdtf } from '@isnad/model';

/** Days since 1970-01-01 that stand for "open" and "unknown" in typed arrays. */
export const OPEN_FIRST = -(2 ** 30);
export const OPEN_LAST = 2 ** 30;
export const UNDATED = 2 ** 30 + 1;

/** First and last day of an EDTF date, inclusive; `UNDATED` twice where there is none. */
export const daysOf = (edtf: string | null): readonly [number, number] => {
  const days = parseEdtf(edtf);
  if (!days) return [UNDATED, UNDATED];
  return [Math.max(days.first, OPEN_FIRST), Math.min(days.last, OPEN_LAST)];
};

/** Day number of a plain day `YYYY-MM-DD`. */
export const dayOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
