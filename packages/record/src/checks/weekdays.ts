import { type Check, type EventClaim, isoDay, parseEdtf, weekdayOf } from '@isnad/model';
import type { Case, DatedReading } from '../case.js';
import { groupBy } from '../order.js';
import { bare } from '../windows/window.js';
import { type NamedWeekday, weekdayName, weekdaysIn } from '../words/weekdays.js';
import { check } from './check.js';

/** The opening of a report, where its date line stands. */
const DATE_LINE = 400;

/** `weekday`: the weekdays that a report names are those of the dates that it gives or that follow from it. */
export const weekdays = (inCase: Case): readonly Check[] =>
  inCase.readings.flatMap((reading) => {
    const events = reading.claims.filter((claim) => claim.kind === 'event');
    const text = inCase.texts.get(reading.report.id);
    const named = events.flatMap((claim) => weekdayBehind(claim, text));
    return [...dateLine(reading, events, text), ...explicitDates(named, events), ...relativeDates(named)];
  });

/** A claim of one day, and the weekday on which that day rests. */
interface Told {
  readonly claim: EventClaim;
  readonly day: number;
  readonly weekday: NamedWeekday;
}

/** Characters before and behind a claim in which its sentence is looked for. */
const SENTENCE = 400;
const SENTENCE_END = /[.؟?!\n]/u;

/**
 * The weekday in a claim's own words, and else one in its sentence, but only if that is the weekday of its day: any
 * other may be that of another event.
 */
const weekdayBehind = (claim: EventClaim, text: string | undefined): readonly Told[] => {
  const day = dayOf(claim.date);
  if (day === null) return [];
  const tied = ({ dated, past, offset }: NamedWeekday) => dated || past || offset !== null;
  const own = weekdaysIn(claim.span.text).filter(tied);
  if (own.length > 0) return [{ claim, day, weekday: own[0]! }];
  if (text === undefined || claim.date !== bare(claim.date)) return [];
  const { start, end } = claim.span;
  const before = text
    .slice(Math.max(0, start - SENTENCE), start)
    .split(SENTENCE_END)
    .at(-1)!;
  const behind = text.slice(end, end + SENTENCE).split(SENTENCE_END)[0]!;
  const around = weekdaysIn(`${before}${text.slice(start, end)}${behind}`).filter(tied);
  const fitting = around.find(({ weekday }) => weekday === weekdayOf(day));
  return fitting ? [{ claim, day, weekday: fitting }] : [];
};

const dayOf = (edtf: string | null): number | null => {
  const days = parseEdtf(bare(edtf));
  return days && days.first === days.last ? days.first : null;
};

const explain = (found: readonly (readonly [day: number, named: number])[]) => {
  const each = (lang: 'ar' | 'en') =>
    found.map(([day, named]) => {
      const [is, told] = [weekdayName(weekdayOf(day))[lang], weekdayName(named)[lang]];
      if (is === told) return lang === 'en' ? `${isoDay(day)} is a ${is}` : `${isoDay(day)} يوم ${is}`;
      return lang === 'en'
        ? `${isoDay(day)} is a ${is}, the report says ${told}`
        : `${isoDay(day)} يوم ${is} والتقرير يقول ${told}`;
    });
  return { en: each('en').join('; '), ar: each('ar').join('؛ ') };
};

const judge = (found: readonly (readonly [day: number, named: number])[], claims: readonly EventClaim[]): Check =>
  check(
    'weekday',
    found.every(([day, named]) => weekdayOf(day) === named),
    claims.map(({ id }) => id),
    explain(found),
  );

/** «الخميس 13/ديسمبر/2018»: a weekday and a date in one line at the head of the report. */
const dateLine = (reading: DatedReading, events: readonly EventClaim[], text: string | undefined): readonly Check[] => {
  const day = reading.report.published.basis === 'stated' ? dayOf(reading.report.published.edtf) : null;
  const named = weekdaysIn(text?.slice(0, DATE_LINE) ?? '').find(({ dated }) => dated);
  if (day === null || !named) return [];
  return [
    judge(
      [[day, named.weekday]],
      events.filter(({ date }) => dayOf(date) === day),
    ),
  ];
};

/** «الجمعة 4-5-2018»: all claims of that day rest on it. */
const explicitDates = (named: readonly Told[], events: readonly EventClaim[]): readonly Check[] => {
  const told = named.filter(({ weekday }) => weekday.dated);
  return [...groupBy(told, ({ day }) => `${day}`).values()].map((same) =>
    judge(
      [...new Set(same.map(({ weekday }) => weekday.weekday))].map((weekday) => [same[0]!.day, weekday] as const),
      events.filter(({ date }) => dayOf(date) === same[0]!.day),
    ),
  );
};

/** «اليوم الاثنين … أمس الأحد … الجمعة الفائت»: weekdays without a date must all fit the days that were inferred. */
const relativeDates = (named: readonly Told[]): readonly Check[] => {
  const told = named.filter(({ weekday }) => !weekday.dated);
  if (told.length === 0) return [];
  const days = new Map(told.map(({ day, weekday }) => [`${day} ${weekday.weekday}`, [day, weekday.weekday] as const]));
  return [
    judge(
      [...days.values()],
      told.map(({ claim }) => claim),
    ),
  ];
};
