import { dayNumber, weekdayOf } from '@isnad/model';
import { dayOfHijri, hijriOf, hijriPeriod } from './hijri.js';
import type { CalendarDate } from './meaning.js';
import { type Dated, day, month, type Part, point, UNDATED, year } from './part.js';

/** A date without a year may lie this many days ahead of publication before last year's is meant instead. */
const AHEAD = 45;

const exists = (y: number, m: number, d: number): boolean =>
  new Date(dayNumber(y, m, d) * 86_400_000).getUTCDate() === d;

const monthIndex = (today: number): number => {
  const date = new Date(today * 86_400_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

/** The year of a month that has none: the latest up to publication, or as الماضي and المقبل say. */
const yearOfMonth = (date: CalendarDate, today: number): number => {
  const now = monthIndex(today);
  const wanted = date.month! - 1;
  const thisYear = Math.floor(now / 12);
  const offset = wanted - (now % 12);
  if (date.which === 'past') return offset < 0 ? thisYear : thisYear - 1;
  if (date.which === 'next') return offset > 0 ? thisYear : thisYear + 1;
  if (date.which === 'this') return thisYear;
  return offset <= 0 ? thisYear : thisYear - 1;
};

const yearOfDay = (date: CalendarDate, today: number): number => {
  const thisYear = new Date(today * 86_400_000).getUTCFullYear();
  const days = [thisYear - 1, thisYear, thisYear + 1]
    .filter((y) => exists(y, date.month!, date.day!))
    .map((y) => ({ y, at: dayNumber(y, date.month!, date.day!) }));
  const fitting = days.filter(({ at }) => date.weekday === null || weekdayOf(at) === date.weekday);
  const choice = fitting.length > 0 ? fitting : days;
  const before = choice.filter(({ at }) => at <= today).at(-1);
  const after = choice.find(({ at }) => at > today);
  if (date.which === 'this') return thisYear;
  if (date.which === 'next') return (after ?? before)!.y;
  if (date.which === 'past' || !after) return (before ?? after)!.y;
  return before && (after.at - today > AHEAD || today - before.at < AHEAD) ? before.y : after.y;
};

const resolveHijri = (date: CalendarDate, today: number | null): Dated => {
  const reason = 'converted from the Islamic calendar (Umm al-Qura); the sighting may differ by a day';
  if (date.year === null && today === null) return UNDATED('an Islamic date without a year; publication is not known');
  let y = date.year ?? hijriOf(today!).year;
  if (date.year === null && hijriPeriod(y, date.month).first > today!) y--;
  if (date.day !== null) {
    const converted = dayOfHijri(y, date.month!, date.day);
    const sighted = [0, -1, 1].map((off) => converted + off).find((at) => weekdayOf(at) === date.weekday);
    if (sighted !== undefined)
      return point(day(sighted), 'converted from the Islamic calendar; the weekday settles the day');
    return point(day(converted, true), reason);
  }
  const { first, last } = hijriPeriod(y, date.month);
  return { from: day(first, true), to: day(last, true), reason };
};

const partOf = (y: number, date: CalendarDate): Part => {
  if (date.month === null) return year(y);
  if (date.day === null) return month(y, date.month);
  return day(dayNumber(y, date.month, date.day));
};

/** A date of the calendar, its year taken from publication when the text gives none. */
export const resolveCalendar = (date: CalendarDate, today: number | null): Dated => {
  if (date.hijri) return resolveHijri(date, today);
  const isYearless = date.year === null;
  if (isYearless && today === null) return UNDATED('a date without a year; publication is not known');
  const y = date.year ?? (date.day === null ? yearOfMonth(date, today!) : yearOfDay(date, today!));
  if (date.day !== null && !exists(y, date.month!, date.day)) return UNDATED('no such day in the calendar');
  const part = partOf(y, date);
  const reason = isYearless ? 'year from publication' : 'stated';
  if (date.day === null || date.weekday === null || weekdayOf(part.first) === date.weekday) return point(part, reason);
  return point({ ...part, edtf: `${part.edtf}?` }, `${reason}; the weekday beside it disagrees`);
};
