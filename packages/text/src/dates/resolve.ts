import { type DayInterval, parseEdtf, weekdayOf } from '@isnad/model';
import { resolveCalendar } from './calendar-day.js';
import type { Edge, Meaning, Unit } from './meaning.js';
import { type Dated, day, month, monthsFrom, OPEN, point, UNDATED, year } from './part.js';
import { agoParts, windowStart } from './stretch.js';

/** The value of a date expression: EDTF, null when nothing dates it, and why it is so. */
export interface Resolution {
  readonly edtf: string | null;
  readonly reason: string;
}

const MONDAY = 1;

const weekStart = (today: number): number => today - ((weekdayOf(today) - MONDAY + 7) % 7);

const resolveUnit = (unit: Unit, offset: number, today: number): Dated => {
  const names = { '-1': 'before', 0: 'of', 1: 'after' } as const;
  const reason = `the ${unit} ${names[offset as -1]} publication`;
  if (unit === 'week') {
    const start = weekStart(today) + 7 * offset;
    return { from: day(start), to: day(start + 6), reason };
  }
  if (unit === 'month') {
    const at = monthsFrom(today, offset);
    return point(month(at.year, at.month), reason);
  }
  if (unit === 'year') return point(year(monthsFrom(today, 12 * offset).year), reason);
  if (unit === 'night' && offset < 0)
    return { from: day(today - 1), to: day(today), reason: 'the night before publication' };
  return point(day(today + offset), reason);
};

const resolveEdge = (edge: Edge, of: Dated): Dated => {
  const { first, last } = { first: of.from.first, last: of.to.last };
  if (!Number.isFinite(first) || !Number.isFinite(last)) return UNDATED('an end of an open period');
  const length = last - first + 1;
  const reason = `${edge} of a period: ${of.reason}`;
  const start = new Date(first * 86_400_000);
  const y = start.getUTCFullYear();
  if (length > 300) {
    if (edge === 'start') return point(month(y, 1), reason);
    if (edge === 'end') return point(month(y, 12), reason);
    if (edge === 'middle') return point(month(y, 6, true), reason);
    return edge === 'early'
      ? { from: month(y, 1), to: month(y, 3), reason }
      : { from: month(y, 10), to: month(y, 12), reason };
  }
  const isWeek = length === 7;
  if (edge === 'middle')
    return point(
      isWeek ? day(first + 3, true) : { ...day(first + 14, true), first: first + 9, last: first + 19 },
      reason,
    );
  if (edge === 'start' || edge === 'early') return { from: day(first), to: day(first + (isWeek ? 1 : 9)), reason };
  return { from: day(last - (isWeek ? 2 : 10)), to: day(last), reason };
};

const resolveWeekday = (meaning: Meaning & { is: 'weekday' }, today: number): Dated => {
  const back = (weekdayOf(today) - meaning.weekday + 7) % 7;
  if (meaning.which === 'next') {
    const ahead = (meaning.weekday - weekdayOf(today) + 7) % 7 || 7;
    return point(day(today + ahead), 'weekday: the first after publication');
  }
  if (meaning.which === 'past') return point(day(today - (back || 7)), 'weekday: the last before publication');
  return point(day(today - back), 'weekday: the last up to publication');
};

/** "Today Friday" of a report published on Saturday is Friday: the weekday outweighs the word. */
const resolveDay = (meaning: Meaning & { is: 'day' }, today: number): Dated => {
  const told = today + meaning.offset;
  if (meaning.weekday === null || weekdayOf(told) === meaning.weekday)
    return point(day(told), meaning.offset === 0 ? 'day of publication' : 'counted from publication');
  const back = (weekdayOf(told) - meaning.weekday + 7) % 7;
  return point(day(told - back), 'the weekday disagrees with publication: the last such day before it');
};

/** A meaning against one day of publication; null when that is unknown. */
const dated = (meaning: Meaning, today: number | null): Dated => {
  if (meaning.is === 'undated') return UNDATED(meaning.why);
  if (meaning.is === 'calendar') return resolveCalendar(meaning, today);
  if (meaning.is === 'span') return resolveSpan(meaning, today);
  if (meaning.is === 'edge') return resolveInner(meaning.of, today, (of) => resolveEdge(meaning.edge, of));
  if (meaning.is === 'shift')
    return resolveInner(meaning.of, today, (of) =>
      point(day(of.to.last + meaning.days), `counted from a date told before: ${of.reason}`),
    );
  if (meaning.is === 'night')
    return resolveInner(meaning.of, today, (of) => ({
      from: day(of.from.first - 1),
      to: day(of.from.first),
      isSet: true,
      reason: `the night into or after the day: ${of.reason}`,
    }));
  if (meaning.is === 'day-of')
    return resolveInner(meaning.of, today, (of) => point(day(of.from.first + meaning.day - 1), of.reason));
  if (meaning.is === 'season') return resolveInner(meaning.year, today, (of) => resolveSeason(meaning.months, of));
  if (today === null) return UNDATED('counted from publication, which is not known');
  if (meaning.is === 'weekday') return resolveWeekday(meaning, today);
  if (meaning.is === 'day') return resolveDay(meaning, today);
  if (meaning.is === 'unit') return resolveUnit(meaning.unit, meaning.offset, today);
  if (meaning.is === 'ago') return agoParts(meaning, today);
  const reason = meaning.ahead ? 'window from publication on' : 'window up to publication';
  return meaning.ahead
    ? { from: day(today), to: windowStart(meaning, today), reason }
    : { from: windowStart(meaning, today), to: day(today), reason };
};

const resolveInner = (of: Meaning, today: number | null, then: (of: Dated) => Dated): Dated => {
  const inner = dated(of, today);
  return inner.from.edtf === '' ? inner : then(inner);
};

const resolveSeason = ([first, last]: readonly [number, number], of: Dated): Dated => {
  const y = new Date(of.from.first * 86_400_000).getUTCFullYear();
  const at = (index: number) => month(y + Math.floor((index - 1) / 12), ((index - 1) % 12) + 1);
  return { from: at(first), to: at(last), reason: `season: ${of.reason}` };
};

const resolveSpan = (meaning: Meaning & { is: 'span' }, today: number | null): Dated => {
  const to =
    meaning.to === 'publication'
      ? today === null
        ? null
        : point(day(today), '')
      : meaning.to && dated(meaning.to, today);
  const from = meaning.from && dated(meaning.from, today);
  if (from?.from.edtf === '' || to?.from.edtf === '')
    return UNDATED('an end of the span is counted from publication, which is not known');
  const reason = from
    ? `from a date (${from.reason})${to ? ' to another' : ' on'}`
    : `up to a date (${to?.reason ?? ''})`;
  return { from: from?.from ?? OPEN, to: to?.to ?? OPEN, reason };
};

const written = ({ from, to, isSet }: Dated): string | null => {
  if (from.edtf === '') return null;
  if (from.edtf === to.edtf) return from.edtf === '..' ? null : from.edtf;
  return isSet ? `[${from.edtf},${to.edtf}]` : `${from.edtf}/${to.edtf}`;
};

const bounds = (published: string | null): DayInterval | null => {
  const days = parseEdtf(published);
  return days && Number.isFinite(days.first) && Number.isFinite(days.last) ? days : null;
};

/**
 * The value of a date expression, given when its report was published (EDTF; an interval gives the outer
 * ends of what it may be).
 */
export const resolveMeaning = (meaning: Meaning, published: string | null): Resolution => {
  const anchor = bounds(published);
  const latest = dated(meaning, anchor?.last ?? null);
  if (!anchor || anchor.first === anchor.last) return { edtf: written(latest), reason: latest.reason };
  const earliest = dated(meaning, anchor.first);
  return {
    edtf: written({
      ...latest,
      from: earliest.from,
      isSet: latest.isSet === true && earliest.from.edtf === latest.from.edtf,
    }),
    reason: latest.reason,
  };
};
