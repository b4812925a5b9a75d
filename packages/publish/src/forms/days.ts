import { type DayInterval, isoDay, parseEdtf } from '@isnad/model';

/** The days on which something may have been, both ends known. */
export interface Days extends DayInterval {
  /** Number of days from first to last, both counted. */
  readonly length: number;
  /** The text gives one day outright, with no "about". */
  readonly isExact: boolean;
}

/** How far `~` lets a day move (docs/METHODOLOGY.md): two days back, one on. */
const ABOUT = { back: 2, on: 1 } as const;

/** The days of an EDTF expression; null where it has none, or an open end. */
export const daysOf = (edtf: string | null): Days | null => {
  const bounds = parseEdtf(edtf);
  if (edtf === null || bounds === null || !Number.isFinite(bounds.first) || !Number.isFinite(bounds.last)) return null;
  const isAbout = /[~%?]/.test(edtf) && bounds.first === bounds.last;
  const first = bounds.first - (isAbout ? ABOUT.back : 0);
  const last = bounds.last + (isAbout ? ABOUT.on : 0);
  return { first, last, length: last - first + 1, isExact: first === last };
};

/** The day given outright, or the middle of the days. */
export const middleDay = (edtf: string | null): string | null => {
  const bounds = parseEdtf(edtf);
  return bounds && Number.isFinite(bounds.first + bounds.last)
    ? isoDay(Math.floor((bounds.first + bounds.last) / 2))
    : null;
};
