import { readCalendar, stripArticle } from './calendar-phrase.js';
import { type Context, type Phrase, pastJoint } from './context.js';
import type { Meaning } from './meaning.js';
import { correspondingAt } from './months.js';
import { readDayOfUnit, readUnit } from './periods.js';
import { NOT_AFTER, NOT_TODAY_BEFORE } from './words.js';

/** اليوم, أمس, غدا, with a weekday or a full date behind: أمس الأحد, اليوم السبت (6 آب 2022). */
export const readToday = (context: Context, index: number): Phrase | null => {
  const found = context.word(index, 'day');
  if (!found || !/^[وفلبك]{0,2}$/.test(found.proclitics)) return null;
  if (context.word(found.next, 'which', true)?.definite) return null;
  if (found.word.offset === 0 && !found.word.part && !isToday(context, index, found.next)) return null;
  const offset = found.word.offset;
  const { part } = found.word;
  const at = pastJoint(context, found.next);
  const weekday = context.word(at, 'weekday', true);
  if (weekday?.definite) {
    const closed = context.form(weekday.next) === ')' && at > found.next ? weekday.next + 1 : weekday.next;
    const date = dayBeside(context, closed, weekday.word.weekday);
    if (date) return { meaning: date.meaning, last: date.last, sense: date.sense, part: part ?? date.part, offset };
    const meaning: Meaning = { is: 'day', offset, weekday: weekday.word.weekday };
    return { meaning, last: closed - 1, sense: 'relative', part, offset: undefined };
  }
  const date = at > found.next || context.isDigits(at) ? dayBeside(context, found.next, null) : null;
  if (date) return { meaning: date.meaning, last: date.last, sense: date.sense, part: part ?? date.part, offset };
  const meaning: Meaning = { is: 'day', offset, weekday: null };
  return { meaning, last: found.next - 1, sense: 'relative', part, offset: undefined };
};

/** The date of the calendar that stands behind a weekday or اليوم, behind a comma, a bracket or الموافق. */
const dayBeside = (context: Context, index: number, weekday: number | null): Phrase | null => {
  const joint = pastJoint(context, index);
  const at = correspondingAt(context, index) ?? (context.form(joint) === 'في' ? joint + 1 : joint);
  const date = readCalendar(context, at, weekday) ?? readDayOfUnit(context, at);
  if (date?.meaning.is === 'day-of') return date;
  if (date?.meaning.is !== 'calendar' || date.meaning.day === null) return null;
  const closes = context.form(index) === '(' && context.form(date.last + 1) === ')';
  return closes ? { ...date, last: date.last + 1 } : date;
};

const isToday = (context: Context, index: number, next: number): boolean =>
  !NOT_AFTER.today.has(context.form(index - 1)) &&
  !NOT_TODAY_BEFORE.has(context.form(next)) &&
  context.word(next, 'same-after', true) === null;

/** الجمعة, يوم الجمعة الفائت, الجمعة 4-5-2018, الخميس، 13 ديسمبر. */
export const readWeekday = (context: Context, index: number): Phrase | null => {
  const opening = context.word(index, 'unit');
  const isDay = opening?.word.unit === 'day' && opening.word.number === 'one' && !opening.definite;
  const at = isDay ? opening.next : index;
  if (isDay) {
    const inner = readCalendar(context, at, null) ?? readToday(context, at);
    if (inner) return inner;
  }
  const found = context.word(at, 'weekday', isDay);
  if (!found?.definite || found.proclitics.includes('ك')) return null;
  if (NOT_AFTER.weekday.has(stripArticle(context.form(index - 1)))) return null;
  const which = context.word(found.next, 'which', true);
  const end = which?.definite ? which.next : found.next;
  const { weekday } = found.word;
  const date = dayBeside(context, end, weekday);
  if (date) return date;
  return {
    meaning: { is: 'weekday', weekday, which: which?.definite ? which.word.which : 'plain' },
    last: end - 1,
    sense: 'weekday',
  };
};

/** فجر اليوم, مساء الجمعة, ليلة السبت 5-5-2018, ليلة السبت-الأحد, ليل الأربعاء إلى الخميس. */
export const readPartOfDay = (context: Context, index: number): Phrase | null => {
  const found = context.word(index, 'part');
  if (!found || found.definite) return null;
  const { part, night } = found.word;
  const of =
    readToday(context, found.next) ??
    readWeekday(context, found.next) ??
    readSameDay(context, found.next) ??
    readNight(context, found.next) ??
    readCalendar(context, found.next, null);
  if (!of || (of.meaning.is === 'calendar' && of.meaning.day === null)) return null;
  if (part === 'layl') {
    const second = secondNight(context, of.last + 1);
    if (second)
      return { meaning: { is: 'span', from: of.meaning, to: second.meaning }, last: second.last, sense: 'range', part };
  }
  const isNightOfWeekday = night === true && of.meaning.is === 'weekday';
  const meaning: Meaning = isNightOfWeekday ? { is: 'night', of: of.meaning } : of.meaning;
  return { meaning, last: of.last, sense: of.sense, part: of.part ?? part, offset: of.offset };
};

/** منتصف الليلة الماضية: a night told by another expression. */
const readNight = (context: Context, index: number): Phrase | null => {
  const unit = readUnit(context, index);
  return unit?.meaning.is === 'unit' && unit.meaning.unit === 'night' ? unit : null;
};

const secondNight = (context: Context, index: number): Phrase | null => {
  const mark = context.form(index);
  if (mark !== '-' && mark !== 'الي' && mark !== 'علي' && mark !== '/') return null;
  const weekday = context.word(index + 1, 'weekday', true);
  if (!weekday?.definite) return null;
  return readWeekday(context, index + 1);
};

const NOT_TOLD: Meaning = { is: 'undated', why: 'points back to a date that the text does not tell' };

/** نفس اليوم, اليوم نفسه, ذلك اليوم, اليوم السابق, اليوم التالي: counted from the date told before. */
export const readSameDay = (context: Context, index: number): Phrase | null => {
  const of: Meaning = context.previous ?? { is: 'undated', why: 'points back to a date that the text does not tell' };
  const told = (days: number, next: number): Phrase => ({
    meaning: context.previousDay ? { is: 'shift', of, days } : of,
    last: next - 1,
    sense: 'anaphoric',
  });
  const then = context.word(index, 'then');
  if (then) return { meaning: context.previous ?? NOT_TOLD, last: then.next - 1, sense: 'anaphoric' };
  const same = context.word(index, 'same');
  const day = context.word(same?.next ?? index, 'unit');
  if (day?.word.unit !== 'day' || day.word.number !== 'one' || !day.definite) return null;
  if (same) return told(0, day.next);
  if (context.word(day.next, 'same-after', true)) return told(0, day.next + 1);
  if (context.form(day.next) === 'السابق') return told(-1, day.next + 1);
  return context.form(day.next) === 'التالي' ? told(1, day.next + 1) : null;
};
