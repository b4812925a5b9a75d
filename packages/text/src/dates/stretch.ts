import type { Count, Meaning, Unit } from './meaning.js';
import { type Dated, day, month, monthsFrom, OPEN, type Part, point, year } from './part.js';

/**
 * Stretches counted from publication: قبل يومين (two days ago), خلال الأشهر الماضية (in the past months).
 * Hours and days give days, weeks and one month an approximate day, months a month, years a year: no more than was
 * said.
 */
const DAYS_OF: Readonly<Partial<Record<Unit, number>>> = { hour: 1 / 24, day: 1, night: 1, week: 7 };
const MONTHS_OF: Readonly<Partial<Record<Unit, number>>> = { month: 1, year: 12, decade: 120 };

/** The same day of the month before or after, or the last of a shorter one: «منذ شهر» tells a stretch, no name of a month. */
const monthBack = (today: number, months: number): number => {
  const date = new Date(today * 86_400_000);
  const [y, m] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const last = new Date(Date.UTC(y, m + 1, 0)).getUTCDate();
  return Date.UTC(y, m, Math.min(date.getUTCDate(), last)) / 86_400_000;
};

/** The month so many months from today's, about. */
const wholeMonth = (months: number, today: number): Part => {
  const at = monthsFrom(today, months);
  return month(at.year, at.month, true);
};

const away = (unit: Unit, amount: number, approximate: boolean, today: number): Part => {
  const days = DAYS_OF[unit];
  if (days !== undefined)
    return day(today + Math.sign(amount) * Math.ceil(Math.abs(amount) * days), approximate || unit === 'week');
  if (unit === 'month' && Math.abs(amount) === 1) return day(monthBack(today, amount), true);
  return unit === 'month'
    ? wholeMonth(amount, today)
    : year(monthsFrom(today, amount * (MONTHS_OF[unit] ?? 0)).year, true);
};

/** How far a bare plural reaches back (annotation guide, Dates): days a week, weeks to the month before, hours a day. */
const vagueStart = (unit: Unit, few: boolean, sign: number, today: number): Part => {
  if (unit === 'minute') return day(today);
  if (unit === 'hour') return day(today + sign);
  if (unit === 'day' || unit === 'night') return day(today + 7 * sign, true);
  if (unit === 'week' || unit === 'period') return wholeMonth(sign, today);
  if (unit === 'month') return wholeMonth((few ? 3 : 6) * sign, today);
  return OPEN;
};

/** The far end of a window that has publication as its other end. */
export const windowStart = (meaning: Meaning & { is: 'window' }, today: number): Part => {
  const { unit, count, approximate, few } = meaning;
  const sign = meaning.ahead ? 1 : -1;
  if (count === null) return vagueStart(unit, few, sign, today);
  if (unit === 'minute') return day(today);
  return away(unit, count.max * sign, approximate || count.min !== count.max, today);
};

const numbered = (unit: Unit, count: NonNullable<Count>, approximate: boolean, sign: number, today: number): Dated => {
  const reason = sign < 0 ? 'counted back from publication' : 'counted on from publication';
  if (unit === 'minute') return point(day(today), reason);
  if (unit === 'hour' && count.max < 24) {
    const [from, to] = [day(today + Math.min(sign, 0)), day(today + Math.max(sign, 0))];
    return { from, to, reason };
  }
  const [near, far] = [
    away(unit, count.min * sign, approximate, today),
    away(unit, count.max * sign, approximate, today),
  ];
  return sign < 0 ? { from: far, to: near, reason } : { from: near, to: far, reason };
};

/** "Several months ago" is three to nine of them; hours, days and weeks may run up to publication. */
export const agoParts = (meaning: Meaning & { is: 'ago' }, today: number): Dated => {
  const { unit, count, approximate } = meaning;
  const sign = meaning.ahead ? 1 : -1;
  if (count !== null) return numbered(unit, count, approximate, sign, today);
  const reason = 'a vague stretch, counted from publication';
  const [near, far] =
    unit === 'month'
      ? [wholeMonth(3 * sign, today), wholeMonth(9 * sign, today)]
      : unit === 'year' || unit === 'decade'
        ? [away('year', sign, true, today), OPEN]
        : [day(today), vagueStart(unit, false, sign, today)];
  return sign < 0 ? { from: far, to: near, reason } : { from: near, to: far, reason };
};
