import { language } from '../app/settings.js';
import { words } from './words.js';

const DAY_MS = 86_400_000;
const DATE = /^(\d{4})(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?/;

const MONTHS = {
  ar: {
    long: new Intl.DateTimeFormat('ar-EG', { month: 'long', timeZone: 'UTC' }),
    short: new Intl.DateTimeFormat('ar-EG', { month: 'long', timeZone: 'UTC' }),
  },
  en: {
    long: new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }),
    short: new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }),
  },
} as const;

const monthName = (month: number, length: 'long' | 'short'): string =>
  MONTHS[language.value][length].format(new Date(Date.UTC(2000, month - 1, 1)));

const sayDate = (date: string): string => {
  const [, year, month, day] = DATE.exec(date.replace(/[~?%]/g, '')) ?? [];
  if (year === undefined) return date;
  const isKnown = (part: string | undefined) => part !== undefined && part !== 'XX';
  const plain = [isKnown(day) ? String(Number(day)) : '', isKnown(month) ? monthName(Number(month), 'long') : '', year];
  const about = /[~%]/.test(date) ? `${words.value.about} ` : '';
  const doubt = /[?%]/.test(date) ? (language.value === 'ar' ? ' (؟)' : ' (?)') : '';
  return about + plain.filter(Boolean).join(' ') + doubt;
};

const isOpen = (end: string): boolean => end === '..' || end === '';

const sayRange = (from: string, to: string): string => {
  if (isOpen(from)) return `${words.value.before} ${sayDate(to)}`;
  if (isOpen(to)) return `${words.value.since} ${sayDate(from)}`;
  const [start, end] = [sayDate(from), sayDate(to)];
  if (start === end) return start;
  const isPlain = !/[~?%]/.test(from) && from.length >= 10 && to.length >= 10;
  const shared = !isPlain || from.slice(0, 4) !== to.slice(0, 4) ? 0 : from.slice(0, 7) === to.slice(0, 7) ? 2 : 1;
  return `${start
    .split(' ')
    .slice(0, 3 - shared)
    .join(' ')} – ${end}`;
};

/** An EDTF date in words of the language that is chosen; Western digits in both. */
export const dateInWords = (edtf: string | null | undefined): string => {
  if (edtf === null || edtf === undefined) return words.value.undated;
  if (/^[[{]/.test(edtf)) {
    const [from, to] = edtf.slice(1, -1).split('..');
    if (to !== undefined) return sayRange(from!, to);
    return from!.split(',').map(sayDate).join(` ${words.value.or} `);
  }
  const [from, to] = edtf.split('/');
  return to === undefined ? sayDate(from!) : sayRange(from!, to);
};

/** `YYYY-MM-DD` of a day number (days since 1970-01-01), and back. */
export const isoOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
export const dayOf = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY_MS);

/** Short words for an axis: `14 Dec`, `Dec 2018`, `2018`. */
export const axisDate = (day: number, unit: 'day' | 'week' | 'month' | 'year'): string => {
  const [year, month, date] = isoOf(day).split('-').map(Number) as [number, number, number];
  if (unit === 'year') return String(year);
  const name = monthName(month, 'short');
  return unit === 'month' ? `${name} ${year}` : `${date} ${name}`;
};

/** A time of day and date, as a log shows it. */
export const timeInWords = (rfc3339: string): string => {
  const when = new Date(rfc3339);
  if (Number.isNaN(when.getTime())) return rfc3339;
  const iso = new Date(when.getTime() - when.getTimezoneOffset() * 60_000).toISOString();
  return `${sayDate(iso.slice(0, 10))}${language.value === 'ar' ? '، ' : ', '}${iso.slice(11, 16)}`;
};
