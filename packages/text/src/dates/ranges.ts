import { classOf } from './classes.js';
import { type Context, type Phrase, pastJoint } from './context.js';
import type { Meaning } from './meaning.js';
import { bareDayAt } from './months.js';
import { readPoint } from './points.js';

/** Words and marks between the ends of a range. */
const AND = new Set([...classOf('up-to'), '-']);

/** من X حتى Y, بين X وY; the end lends the beginning its month and year: من 10 إلى 15 سبتمبر. */
export const readRange = (context: Context, index: number): Phrase | null => {
  const form = context.form(index);
  const isBetween = form === 'بين' || form === 'مابين';
  if (!isBetween && form !== 'من' && form !== 'ومن') return null;
  const from = readPoint(context, index + 1);
  const day = from ? null : bareDayAt(context, index + 1);
  const at = from ? from.last + 1 : (day?.next ?? 0);
  if (at === 0) return null;
  const to = endOfRange(context, at, isBetween);
  if (!to) return null;
  const start = from ? lend(from.meaning, to.meaning) : day && withDay(to.meaning, day.day);
  return start && { meaning: { is: 'span', from: start, to: to.meaning }, last: to.last, sense: 'range' };
};

const endOfRange = (context: Context, index: number, isBetween: boolean): Phrase | null => {
  const form = context.form(index);
  if (AND.has(form)) return readPoint(context, index + 1);
  const isJoined = isBetween ? form.startsWith('و') : context.word(index, 'until') !== null && form.length <= 5;
  if (!isJoined) return null;
  const until = context.word(index, 'until');
  return readPoint(context, until && !isBetween ? until.next : index);
};

/** The date whose month and year «10» borrows in «من 10 إلى 15 سبتمبر». */
const withDay = (to: Meaning, day: number): Meaning | null =>
  (to.is === 'calendar' && to.day !== null) || to.is === 'day-of' ? { ...to, day } : null;

/** 13-15 تموز, 13 إلى 15 تموز: days of one month without a word in front. */
export const readDayRange = (context: Context, index: number): Phrase | null => {
  const day = context.isDigits(index) ? bareDayAt(context, index) : null;
  if (!day || !AND.has(context.form(day.next)) || !context.isDigits(day.next + 1)) return null;
  const to = readPoint(context, day.next + 1);
  const from = to && withDay(to.meaning, day.day);
  return from && { meaning: { is: 'span', from, to: to.meaning }, last: to.last, sense: 'range' };
};

const lend = (from: Meaning, to: Meaning): Meaning => {
  if (from.is !== 'calendar' || to.is !== 'calendar' || from.year !== null) return from;
  const isLater = from.month !== null && to.month !== null && from.month > to.month;
  return { ...from, year: to.year === null ? null : to.year - (isLater ? 1 : 0), which: to.which };
};

/** شهري تشرين الأول وتشرين الثاني, يومي الجمعة والسبت, عامي 2017 و2018. */
export const readPair = (context: Context, index: number): Phrase | null => {
  const pair = context.word(index, 'pair');
  if (!pair) return null;
  const at = pair.next;
  const first = context.isDigits(at) && pair.word.unit === 'year' ? yearPhrase(context, at) : readPoint(context, at);
  const day = first ? null : bareDayAt(context, at);
  const behind = first ? first.last + 1 : day?.next;
  if (behind === undefined) return null;
  const next = context.form(behind) === 'و' ? behind + 1 : behind;
  if (next === behind && !context.form(behind).startsWith('و')) return null;
  const second =
    context.isDigits(next) && pair.word.unit === 'year' ? yearPhrase(context, next) : readPoint(context, next);
  if (!second) return null;
  const from = first ? lend(first.meaning, second.meaning) : day && withDay(second.meaning, day.day);
  return from && { meaning: { is: 'span', from, to: second.meaning }, last: second.last, sense: 'range' };
};

/**
 * «مساء الأحد وفجر الاثنين، 15-16 آذار» (Sunday evening and Monday dawn): parts of two days one after the other,
 * with their dates behind them.
 */
export const readEveAndMorning = (context: Context, index: number): Phrase | null => {
  if (!context.word(index, 'part')) return null;
  const from = readPoint(context, index);
  if (!from || from.part === undefined || !context.form(from.last + 1).startsWith('و')) return null;
  if (!context.word(from.last + 1, 'part')) return null;
  const to = readPoint(context, from.last + 1);
  if (!to || to.part === undefined || !isNextDay(from.meaning, to.meaning)) return null;
  const at = pastJoint(context, to.last + 1);
  const dates = readDayRange(context, at);
  const isClosed = dates !== null && context.form(at - 1) === '(' && context.form(dates.last + 1) === ')';
  if (dates) return { ...dates, last: dates.last + (isClosed ? 1 : 0) };
  return { meaning: { is: 'span', from: from.meaning, to: to.meaning }, last: to.last, sense: 'range' };
};

/** Whether the second of two days comes right after the first, as far as their words tell. */
const isNextDay = (first: Meaning, second: Meaning): boolean => {
  const [a, b] = [dayTold(first), dayTold(second)];
  if (a.offset !== null && b.offset !== null) return b.offset === a.offset + 1;
  if (a.weekday !== null && b.weekday !== null) return b.weekday === (a.weekday + 1) % 7;
  return a.day !== null && b.day !== null && (b.day === a.day + 1 || b.day === 1);
};

const dayTold = (
  meaning: Meaning,
): { readonly offset: number | null; readonly weekday: number | null; readonly day: number | null } => {
  switch (meaning.is) {
    case 'day':
      return { offset: meaning.offset, weekday: meaning.weekday, day: null };
    case 'weekday':
      return { offset: null, weekday: meaning.weekday, day: null };
    case 'calendar':
      return { offset: null, weekday: meaning.weekday, day: meaning.day };
    case 'night':
      return dayTold(meaning.of);
    default:
      return { offset: null, weekday: null, day: null };
  }
};

const yearPhrase = (context: Context, index: number): Phrase => ({
  meaning: {
    is: 'calendar',
    year: Number(context.form(index)),
    month: null,
    day: null,
    weekday: null,
    which: 'plain',
    hijri: false,
  },
  last: index,
  sense: 'calendar',
});
