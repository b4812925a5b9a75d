import { classOf } from './classes.js';
import type { Context, Phrase } from './context.js';
import { eraEnd } from './era.js';
import type { Meaning } from './meaning.js';
import { correspondingAt, readDayAndMonth } from './months.js';
import { readNumeric, readNumericPair, yearAt } from './numeric.js';
import { NOT_AFTER } from './words.js';

/** A date of the calendar, with the one of the other calendar behind الموافق. */
export const readCalendar = (context: Context, index: number, weekday: number | null): Phrase | null => {
  if (weekday === null && NOT_AFTER.named.has(stripArticle(context.form(index - 1)))) {
    const named = readNumeric(context, index, null) ?? readDayAndMonth(context, index, null);
    if (named?.date.year == null) return null;
  }
  const first =
    readNumeric(context, index, weekday) ??
    readNumericPair(context, index, weekday) ??
    readDayAndMonth(context, index, weekday);
  if (!first) return null;
  const corresponding = correspondingAt(context, first.last + 1);
  const second: Phrase | null = corresponding === null ? null : readCalendar(context, corresponding, weekday);
  if (second?.meaning.is === 'calendar') {
    const closed = context.form(second.last + 1) === ')' ? second.last + 1 : second.last;
    return { ...second, meaning: first.date.hijri ? second.meaning : first.date, last: closed };
  }
  return { meaning: first.date, last: first.last, sense: 'calendar' };
};

export const stripArticle = (form: string): string => (form.startsWith('ال') ? form.slice(2) : form);

/** Words before a bare number of four digits that make it a year. */
const BEFORE_YEAR = classOf('before-year');

/** عام 2014, العام 2018, سنة 2016, and a bare year behind a preposition of time. */
export const readYear = (context: Context, index: number): Phrase | null => {
  const unit = context.word(index, 'unit');
  const isUnit = unit?.word.unit === 'year' && unit.word.number === 'one';
  const at = isUnit ? unit.next : index;
  const year = yearAt(context, at);
  if (year === null || (!isUnit && !BEFORE_YEAR.has(context.form(index - 1)))) return null;
  // 2015 مقاتلا is a count, 2018-2019 a span that others read.
  if (
    !isUnit &&
    context.tokens[at + 1]?.kind === 'word' &&
    context.hits(at + 1).length === 0 &&
    endsInTanwin(context.form(at + 1))
  )
    return null;
  const meaning: Meaning = {
    is: 'calendar',
    year,
    month: null,
    day: null,
    weekday: null,
    which: 'plain',
    hijri: false,
  };
  return { meaning, last: eraEnd(context, at + 1) - 1, sense: 'calendar' };
};

const endsInTanwin = (form: string): boolean => form.length > 3 && form.endsWith('ا');
