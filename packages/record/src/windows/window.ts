import { type DayInterval, formatDays, parseEdtf } from '@isnad/model';

/**
 * The days on which an event may have happened, both ends inclusive (days since 1970-01-01).
 * `told`: the claim gives a date of its own; otherwise the window follows from the report's.
 */
export interface Window extends DayInterval {
  readonly told: boolean;
  /** The days as told, without the play that `~` gives them. */
  readonly core: DayInterval;
}

/** Days that `~`, `?` or `%` lets an end move: news told without a time word is of the day or the two before. */
const EARLIER = 2;
const LATER = 1;
const LOOSE = /[~?%]/;

/** A window wider than this says little about the day. */
export const WIDE_DAYS = 30;

/** A window that follows from the report's date. */
export const impliedWindow = (first: number, last: number): Window => ({
  first,
  last,
  told: false,
  core: { first, last },
});

/** Days that a window covers. */
export const width = (window: DayInterval): number => window.last - window.first + 1;

/** The window of a claim's own date; null when it has none that can be read. */
export const toldWindow = (edtf: string | null): Window | null => {
  const days = parseEdtf(edtf);
  if (!days || !edtf) return null;
  const [head = '', tail = head] = edtf.split('/');
  return {
    first: days.first - (LOOSE.test(head) ? EARLIER : 0),
    last: days.last + (LOOSE.test(tail) ? LATER : 0),
    told: true,
    core: days,
  };
};

/** Days between two windows; 0 when they meet. */
export const gap = (a: DayInterval, b: DayInterval): number => Math.max(0, b.first - a.last, a.first - b.last);

/** The days that both cover; null when they do not meet. */
export const meet = (a: DayInterval, b: DayInterval): DayInterval | null => {
  const first = Math.max(a.first, b.first);
  const last = Math.min(a.last, b.last);
  return first <= last ? { first, last } : null;
};

/** The days that either covers. */
export const span = (a: DayInterval, b: DayInterval): DayInterval => ({
  first: Math.min(a.first, b.first),
  last: Math.max(a.last, b.last),
});

/** EDTF of a window; null when it is open at both ends. */
export const edtfOf = (days: DayInterval | null): string | null =>
  days && (Number.isFinite(days.first) || Number.isFinite(days.last)) ? formatDays(days) : null;

/** Without the qualifiers `~ ? %`, for comparison. */
export const bare = (edtf: string | null): string | null => edtf?.replace(/[~?%]/g, '') ?? null;
