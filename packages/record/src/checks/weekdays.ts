import { type Check, type EventClaim, isoDay, parseEdtf, weekdayOf } from '@isnad/model';
import type { Case, DatedReading } from '../case.js';
import { groupBy } from '../order.js';
import { bare } from '../windows/window.js';
import { weekdayName, weekdaysIn } from '../words/weekdays.js';
import { check } from './check.js';

/** The opening of a report, where its date line stands. */
const DATE_LINE = 400;

/** `weekday`: the weekdays that a report names are those of the dates that it gives or that follow from it. */
export const weekdays = (inCase: Case): readonly Check[] =>
  inCase.readings.flatMap((reading) => {
    const events = reading.claims.filter((claim) => claim.kind === 'event');
    return [
      ...dateLine(reading, events, inCase.texts.get(reading.report.id)),
      ...explicitDates(events),
      ...relativeDates(events),
    ];
  });

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
const explicitDates = (events: readonly EventClaim[]): readonly Check[] => {
  const told = events.flatMap((claim) => {
    const day = dayOf(claim.date);
    const named = weekdaysIn(claim.span.text).find(({ dated }) => dated);
    return day !== null && named ? [{ day, named: named.weekday }] : [];
  });
  return [...groupBy(told, ({ day }) => `${day}`).values()].map((same) =>
    judge(
      [...new Set(same.map(({ named }) => named))].map((named) => [same[0]!.day, named] as const),
      events.filter(({ date }) => dayOf(date) === same[0]!.day),
    ),
  );
};

/** «اليوم الاثنين … أمس الأحد … الجمعة الفائت»: weekdays without a date must all fit the days that were inferred. */
const relativeDates = (events: readonly EventClaim[]): readonly Check[] => {
  const told = events.flatMap((claim) => {
    const day = dayOf(claim.date);
    const named = weekdaysIn(claim.span.text).find(({ dated, past, offset }) => !dated && (past || offset !== null));
    return day !== null && named ? [{ claim, pair: [day, named.weekday] as const }] : [];
  });
  if (told.length === 0) return [];
  return [
    judge(
      told.map(({ pair }) => pair),
      told.map(({ claim }) => claim),
    ),
  ];
};
