import { dayNumber, weekdayOf } from '@isnad/model';
import { classOf } from './classes.js';
import type { Context } from './context.js';
import { eraEnd } from './era.js';
import type { CalendarDate } from './meaning.js';

interface Numeric {
  readonly date: CalendarDate;
  readonly last: number;
}

const SEPARATORS = new Set(['-', '/', '.']);
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

const isYear = (digits: string): boolean =>
  digits.length === 4 && Number(digits) >= FIRST_YEAR && Number(digits) <= LAST_YEAR;

const isDate = (y: number, m: number, d: number): boolean =>
  m >= 1 && m <= 12 && d >= 1 && new Date(dayNumber(y, m, d) * 86_400_000).getUTCDate() === d;

/** Years of the Islamic calendar that digits alone may name. */
const isHijriYear = (digits: string): boolean =>
  digits.length === 4 && Number(digits) >= 1300 && Number(digits) <= 1500;

const dateOf = (y: number, m: number, d: number, weekday: number | null, hijri = false): CalendarDate => ({
  is: 'calendar',
  year: y,
  month: m,
  day: d,
  weekday,
  which: 'plain',
  hijri,
});

/**
 * A date in digits at a token: 4-5-2018, 14/12/2018, 13.5.2015, 2018-12-14, 2018/12/14T11:40. Day stands
 * before month; the weekday beside it settles the order where both are possible.
 */
export const readNumeric = (context: Context, index: number, weekday: number | null): Numeric | null => {
  const { tokens } = context;
  const [a, s1, b, s2, c] = [0, 1, 2, 3, 4].map((k) => tokens[index + k]);
  if (a?.kind !== 'digits' || b?.kind !== 'digits' || !s1 || !SEPARATORS.has(s1.word.form)) return null;
  if (c?.kind !== 'digits' || s2?.word.form !== s1.word.form) return null;
  // A longer chain is an address or a version, no date.
  const after = tokens[index + 5];
  if (
    after &&
    SEPARATORS.has(after.word.form) &&
    !after.spaced &&
    tokens[index + 6]?.kind === 'digits' &&
    !tokens[index + 6]!.spaced
  )
    return null;
  const [x, y, z] = [a.word.form, b.word.form, c.word.form];
  if (x.length > 4 || y.length > 2 || z.length > 4) return null;
  const last = index + 4;
  if (isYear(x)) {
    const [year, month, day] = [Number(x), Number(y), Number(z)];
    // Right-to-left writers also put the year first and the day second.
    if (isDate(year, month, day)) return { date: dateOf(year, month, day, weekday), last };
    return isDate(year, day, month) ? { date: dateOf(year, day, month, weekday), last } : null;
  }
  if (isHijriYear(z) && Number(x) >= 1 && Number(x) <= 30 && Number(y) >= 1 && Number(y) <= 12)
    return { date: dateOf(Number(z), Number(y), Number(x), weekday, true), last: eraEnd(context, last + 1) - 1 };
  const isShort = z.length === 2 && s1.word.form !== '.' && Number(z) >= 10 && Number(z) <= 40;
  if (!isYear(z) && !isShort) return null;
  const year = isShort ? 2000 + Number(z) : Number(z);
  return ordered(year, Number(x), Number(y), weekday, last);
};

const ordered = (year: number, x: number, y: number, weekday: number | null, last: number): Numeric | null => {
  const dayFirst = isDate(year, y, x);
  const monthFirst = isDate(year, x, y);
  const fits = (month: number, day: number) => weekday !== null && weekdayOf(dayNumber(year, month, day)) === weekday;
  if (dayFirst && !(monthFirst && !fits(y, x) && fits(x, y))) return { date: dateOf(year, y, x, weekday), last };
  return monthFirst ? { date: dateOf(year, x, y, weekday), last } : null;
};

/** Words before two numbers that make them a date: بتاريخ 4/5, في 3/2015. */
const DATES = classOf('before-day-in-digits');
const BEFORE_MONTH = classOf('before-month-in-digits');

/**
 * Two numbers of a date at a token: day and month beside a weekday or بتاريخ (الجمعة 4-5), month and year
 * behind a preposition of time (في 3/2015). Elsewhere they are a fraction, a score or a decree.
 */
export const readNumericPair = (context: Context, index: number, weekday: number | null): Numeric | null => {
  const { tokens } = context;
  const [a, separator, b] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  if (a?.kind !== 'digits' || b?.kind !== 'digits' || !separator || separator.spaced || b.spaced) return null;
  if (separator.word.form !== '-' && separator.word.form !== '/') return null;
  if (SEPARATORS.has(tokens[index + 3]?.word.form ?? '') && tokens[index + 4]?.kind === 'digits') return null;
  // الأربعاء 10-11 مارس: two days of the month told behind them.
  if (context.word(index + 3, 'month', true)) return null;
  const [x, y] = [Number(a.word.form), Number(b.word.form)];
  const before = context.form(index - 1);
  const last = index + 2;
  if (isYear(b.word.form) && x >= 1 && x <= 12)
    return BEFORE_MONTH.has(before) ? { date: { ...dateOf(y, x, 1, null), day: null }, last } : null;
  if (weekday === null && !DATES.has(before)) return null;
  // 2020 has every day of the calendar; the year itself comes from publication.
  const [month, day] = isDate(2020, y, x) ? [y, x] : [x, y];
  return isDate(2020, month, day) ? { date: { ...dateOf(0, month, day, weekday), year: null }, last } : null;
};

/** Digits that can be a year: 1900 to 2100; `null` otherwise. */
export const yearAt = (context: Context, index: number): number | null => {
  const token = context.tokens[index];
  return token?.kind === 'digits' && isYear(token.word.form) ? Number(token.word.form) : null;
};
