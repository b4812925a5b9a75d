import { type Bilingual, isoDay } from '@isnad/model';
import words from '../data/dates.json' with { type: 'json' };

type Language = 'ar' | 'en';

const DATE = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/;

const sayDate = (date: string, language: Language): string => {
  const [, year, month, day] = DATE.exec(date.replace(/[~?%]/g, '')) ?? [];
  if (year === undefined) return date;
  const name = month === undefined ? undefined : words.months[language][Number(month) - 1];
  const said = [day === undefined ? null : String(Number(day)), name, year].filter(Boolean).join(' ');
  const about = /[~%]/.test(date) ? `${words.about[language]} ` : '';
  const doubtful = /[?%]/.test(date) ? (language === 'ar' ? ' (؟)' : ' (?)') : '';
  return about + said + doubtful;
};

const isOpen = (end: string): boolean => end === '..' || end === '';

const sayRange = (from: string, to: string, language: Language): string => {
  if (isOpen(from)) return `${words.before[language]} ${sayDate(to, language)}`;
  if (isOpen(to)) return `${words.since[language]} ${sayDate(from, language)}`;
  const start = sayDate(from, language);
  const end = sayDate(to, language);
  if (start === end) return start;
  const isPlain = !/[~?%]/.test(from) && from.length >= 10 && to.length >= 10;
  const shared = !isPlain || from.slice(0, 4) !== to.slice(0, 4) ? 0 : from.slice(0, 7) === to.slice(0, 7) ? 2 : 1;
  return `${
    shared === 0
      ? start
      : start
          .split(' ')
          .slice(0, 3 - shared)
          .join(' ')
  } – ${end}`;
};

const say = (edtf: string, language: Language): string => {
  if (/^[[{]/.test(edtf)) {
    const body = edtf.slice(1, -1);
    const [from, to] = body.split('..');
    if (to !== undefined) return sayRange(from!, to, language);
    return body
      .split(',')
      .map((date) => sayDate(date, language))
      .join(` ${words.or[language]} `);
  }
  const [from, to] = edtf.split('/');
  return to === undefined ? sayDate(from!, language) : sayRange(from!, to, language);
};

/** An EDTF date in words of both languages; Western digits in both. */
export const dateInWords = (edtf: string | null): Bilingual =>
  edtf === null ? words.unknown : { ar: say(edtf, 'ar'), en: say(edtf, 'en') };

/** Short forms for axes: `14 Dec`, `December 2018`. */
export const axisLabel = (day: number, unit: 'day' | 'month' | 'year'): Bilingual => {
  const iso = isoDay(day);
  if (unit !== 'day') return dateInWords(iso.slice(0, unit === 'month' ? 7 : 4));
  const at = (language: Language) => {
    const month = words.months[language][Number(iso.slice(5, 7)) - 1]!;
    return `${Number(iso.slice(8))} ${language === 'en' ? month.slice(0, 3) : month}`;
  };
  return { ar: at('ar'), en: at('en') };
};
