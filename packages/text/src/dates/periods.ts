import { readYear } from './calendar-phrase.js';
import type { Context, Phrase } from './context.js';
import type { Count, Unit, Which } from './meaning.js';
import { bareDayAt, readDayAndMonth } from './months.js';
import { type Quantity, readQuantity } from './quantity.js';

/** 16 من الشهر الجاري, العاشر من الشهر الماضي, 15 الجاري. */
export const readDayOfUnit = (context: Context, index: number): Phrase | null => {
  const day = bareDayAt(context, index);
  if (!day) return null;
  const at = context.form(day.next) === 'من' ? day.next + 1 : day.next;
  if (at === day.next) return null;
  const of = readUnit(context, at);
  if (of?.meaning.is !== 'unit' || of.meaning.unit !== 'month') return null;
  return { meaning: { is: 'day-of', day: day.day, of: of.meaning }, last: of.last, sense: 'relative' };
};

/** مطلع الشهر الجاري, منتصف أيلول, أواخر عام 2017. */
export const readEdge = (context: Context, index: number): Phrase | null => {
  const found = context.word(index, 'edge');
  if (!found) return null;
  const of = readDayAndMonth(context, found.next, null);
  const inner: Phrase | null = of
    ? { meaning: of.date, last: of.last, sense: 'calendar' }
    : (readYear(context, found.next) ?? readUnit(context, found.next));
  if (!inner || (inner.meaning.is === 'calendar' && inner.meaning.day !== null)) return null;
  if (inner.meaning.is === 'window') return null;
  return { ...inner, meaning: { is: 'edge', edge: found.word.edge, of: inner.meaning } };
};

/** صيف 2018, الشتاء الماضي. */
export const readSeason = (context: Context, index: number): Phrase | null => {
  const found = context.word(index, 'season');
  if (!found) return null;
  const year = readYear(context, found.next);
  if (year) return { ...year, meaning: { is: 'season', months: found.word.months, year: year.meaning } };
  return null;
};

const OFFSETS: Readonly<Record<Exclude<Which, 'plain'>, -1 | 0 | 1>> = { past: -1, this: 0, next: 1 };
const PERIODS: ReadonlySet<Unit> = new Set<Unit>(['week', 'month', 'year', 'night', 'day']);

/** الأسبوع الماضي, هذا العام, الشهر المقبل; الأيام الماضية, الـ 24 ساعة الفائتة, آخر 48 ساعة. */
export const readUnit = (context: Context, index: number): Phrase | null => {
  const demonstrative = context.word(index, 'this');
  if (demonstrative) {
    const unit = context.word(demonstrative.next, 'unit', true);
    if (!unit?.definite || unit.word.number !== 'one' || !PERIODS.has(unit.word.unit)) return null;
    // هذا الشهر الثالث: the third month of something, not of the calendar.
    if (context.tokens[unit.next]?.word.form.startsWith('الثا')) return null;
    return { meaning: { is: 'unit', unit: unit.word.unit, offset: 0 }, last: unit.next - 1, sense: 'relative' };
  }
  const newest = context.word(index, 'last');
  const quantity = readQuantity(context, newest?.next ?? index);
  if (!quantity) return null;
  const which = context.word(quantity.last + 1, 'which', true);
  if (newest && quantity.count !== null && !quantity.definite) return window(quantity, false, quantity.last);
  if (!which?.definite || !quantity.definite) return null;
  const last = which.next - 1;
  const { unit, count } = quantity;
  const isOne = count?.max === 1 && !context.isDigits(index);
  if (isOne && PERIODS.has(unit)) {
    const offset = OFFSETS[which.word.which];
    return { meaning: { is: 'unit', unit, offset }, last, sense: 'relative' };
  }
  if (which.word.which === 'this' && unit !== 'period') return null;
  return window(quantity, which.word.which === 'next', last, isOne ? null : count);
};

/** A stretch of time that has publication as one end. */
export const window = (
  { unit, count: counted, approximate, few }: Quantity,
  ahead: boolean,
  last: number,
  count: Count = counted,
): Phrase => ({
  meaning: { is: 'window', unit, count, approximate, ahead, few },
  last,
  sense: 'window',
});
