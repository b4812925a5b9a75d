import { readCardinal } from '../numbers/cardinal.js';
import { readOrdinal } from '../numbers/ordinal.js';
import { classOf } from './classes.js';
import { type Context, type Found, pastJoint } from './context.js';
import { eraEnd } from './era.js';
import type { CalendarDate, Which } from './meaning.js';
import { yearAt } from './numeric.js';

/** A calendar date in words, and its last token. */
export interface DayAndMonth {
  readonly date: CalendarDate;
  readonly last: number;
}

/** Article and prepositions written apart from digits: الـ 10, بـ 12, ال - 26. */
const DETACHED = new Set(['ال', 'بال', 'لل', 'وال', 'ب', 'ل', 'و']);
const OF = new Set(['من', 'ل', 'لشهر']);
const BEFORE_MONTH = classOf('before-month');
const FIRST_HIJRI_YEAR = 1300;
const LAST_HIJRI_YEAR = 1500;

/** The day number at a token, in digits or as an ordinal or cardinal: 10, الـ 10, العاشر, الحادي والعشرين, عشرين. */
const dayAt = (context: Context, index: number): { day: number; next: number } | null => {
  const { tokens, original } = context;
  const form = context.form(index);
  if (DETACHED.has(form)) {
    const at = context.form(index + 1) === '-' ? index + 2 : index + 1;
    if (context.isDigits(at)) return dayAt(context, at);
  }
  const token = tokens[index];
  if (token?.kind === 'digits') {
    const day = Number(token.word.form);
    return token.word.form.length <= 2 && day >= 1 && day <= 31 ? { day, next: index + 1 } : null;
  }
  if (token?.kind !== 'word') return null;
  const core = readOrdinal(tokens, index, original) ?? readCardinal(tokens, index, original);
  if (!core || core.min === null || core.min !== core.max || core.min > 31 || core.min < 1) return null;
  return { day: core.min, next: core.last + 1 };
};

interface Month {
  readonly month: number;
  readonly hijri: boolean;
  readonly next: number;
  readonly supported: boolean;
  readonly support: 'some' | 'full' | undefined;
}

/** A month name, with its second name behind a slash or in brackets: أيلول/سبتمبر, تشرين الأول (أكتوبر). */
const monthAt = (context: Context, index: number, hasDay: boolean): Month | null => {
  const abbreviated = context.touches(index + 1)
    ? ABBREVIATED[context.form(index) + context.form(index + 1)]
    : undefined;
  if (abbreviated) return { month: abbreviated, hijri: false, next: index + 2, supported: false, support: 'some' };
  const first = context.word(index, 'month');
  if (!first || !['', 'ل', 'ب', 'و', 'ول', 'وب', 'ك', 'ف'].includes(first.proclitics)) return null;
  if (context.isDigits(index)) return null;
  const twin = twinOf(context, first, hasDay);
  return {
    month: first.word.month,
    hijri: first.word.hijri === true,
    next: twin ?? first.next,
    supported: twin !== null,
    support: first.word.support,
  };
};

const twinOf = (context: Context, first: Found<'month'>, hasDay: boolean): number | null => {
  const at = first.next;
  const mark = context.form(at);
  const isMarked = mark === '/' || mark === '(' || mark === '-' || mark === '\\';
  const second = context.word(isMarked ? at + 1 : at, 'month', true);
  if (!second || second.word.hijri !== first.word.hijri) return null;
  // A day has one month: 8 تشرين الثاني/أكتوبر is a slip of the second name, أيلول/تشرين الأول may be two months.
  if (second.word.month !== first.word.month && !(hasDay && mark === '/')) return null;
  if (mark === '(') return context.form(second.next) === ')' ? second.next + 1 : null;
  return second.next;
};

/** Year behind a month: 2018, عام 2018, من العام 2018, لسنة 2018, /2018, 1439 هـ. */
const yearBehind = (context: Context, index: number, hijri: boolean): { year: number; next: number } | null => {
  let at = index;
  const mark = context.form(at);
  if ((mark === '/' || mark === '-' || mark === '،' || mark === ',') && context.isDigits(at + 1)) at++;
  else {
    if (context.form(at) === 'من' || context.form(at) === 'في') at++;
    const unit = context.word(at, 'unit');
    if (unit?.word.unit === 'year' && unit.word.number === 'one') at = unit.next;
    else if (at > index) return null;
  }
  if (hijri) {
    const token = context.tokens[at];
    const year = token?.kind === 'digits' ? Number(token.word.form) : 0;
    return year >= FIRST_HIJRI_YEAR && year <= LAST_HIJRI_YEAR ? { year, next: eraEnd(context, at + 1) } : null;
  }
  const year = yearAt(context, at);
  return year === null ? null : { year, next: eraEnd(context, at + 1) };
};

/** ت1, ك2: month names cut to a letter and the number that tells the first from the second. */
const ABBREVIATED: Readonly<Record<string, number>> = { ت1: 10, ت2: 11, ك1: 12, ك2: 1 };

/** الماضي, الجاري, المقبل behind a month. */
const whichBehind = (context: Context, index: number): { which: Which; next: number } => {
  const found = context.word(index, 'which', true);
  return found?.definite ? { which: found.word.which, next: found.next } : { which: 'plain', next: index };
};

/**
 * A day and month, or a month, at a token: 14 كانون الأول 2018, العاشر من أيلول/سبتمبر, 13/ديسمبر/2018,
 * شهر أيار المنصرم, تشرين الأول (أكتوبر). Names that are also other words need something beside them.
 */
export const readDayAndMonth = (context: Context, index: number, weekday: number | null): DayAndMonth | null => {
  const day = dayAt(context, index);
  // A month behind digits that were no day belongs to a name: قوى 14 آذار (14 March Alliance).
  if (day === null && context.isDigits(index - 1)) return null;
  let at = day?.next ?? index;
  let supported = day !== null;
  if (day) {
    const mark = context.form(at);
    if (mark === '/' || mark === '-') at++;
    else if (OF.has(mark)) at++;
  }
  const unit = context.word(at, 'unit');
  if (unit?.word.unit === 'month' && unit.word.number === 'one' && !unit.definite) {
    at = unit.next;
    supported = true;
  }
  const month = monthAt(context, at, day !== null);
  if (!month || (day && month.support === undefined && context.tokens[at]!.kind !== 'word')) return null;
  if (day === null && !supported && BEFORE_MONTH.has(context.form(index - 1))) supported = true;
  const before = whichBehind(context, month.next);
  const year = yearBehind(context, before.next, month.hijri);
  const after = year && before.which === 'plain' ? { which: before.which, next: year.next } : before;
  const isNamed = supported || month.supported || year !== null || before.which !== 'plain';
  if (month.support === 'full' ? day === null || year === null : month.support === 'some' && !isNamed) return null;
  return {
    date: {
      is: 'calendar',
      year: year?.year ?? null,
      month: month.month,
      day: day?.day ?? null,
      weekday: day ? weekday : null,
      which: before.which,
      hijri: month.hijri,
    },
    last: (year?.next ?? after.next) - 1,
  };
};

/** The Gregorian date that «الموافق» (corresponding to) puts behind an Islamic one, and the other way round. */
export const correspondingAt = (context: Context, index: number): number | null => {
  const at = pastJoint(context, index);
  const found = context.word(at, 'corresponding', true);
  if (!found) return null;
  return context.form(found.next) === 'ل' ? found.next + 1 : found.next;
};

/** Whether a day number stands at a token with no month behind it: the first of «من 10 إلى 15 سبتمبر». */
export const bareDayAt = dayAt;
