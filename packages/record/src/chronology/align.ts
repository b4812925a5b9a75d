import { type DayInterval, isoDay, type Reading, weekdayOf } from '@isnad/model';
import type { Case } from '../case.js';
import type { Surroundings } from '../incidents/compare.js';
import type { Happening } from '../incidents/happening.js';
import type { RecordMemory } from '../memory/memory.js';
import { groupBy } from '../order.js';
import type { Series } from '../tolls/series.js';
import type { Unit } from '../units/unit.js';
import { meet, width } from '../windows/window.js';
import { weekdaysIn } from '../words/weekdays.js';
import { type Anchor, eventAnchors, indexEvents } from './anchors.js';
import { type LatestDay, planBounds, stateBounds } from './bounds.js';
import { tollAnchors } from './tolls.js';

/** Reads a report again with its publication date (EDTF), so that its relative dates can be resolved. */
export type Redate = (reading: Reading, published: string) => Reading;

/** The days on which an undated report was published, and why. */
export interface Alignment {
  readonly days: DayInterval;
  readonly reason: string;
  /** Known so well that the report may date others. */
  readonly firm: boolean;
}

/** Anchors that agree must together weigh this much, and be of at least two things told. */
const ENOUGH = 2;
/** Another time, so many days away, must weigh clearly less, or the two are look-alikes and neither dates the report. */
const ANOTHER_TIME = 30;
const RIVAL = 2 / 3;
/** A longer interval holds each weekday more than once. */
const FORTNIGHT = 14;
/** Anchors agree when the days that they allow begin within a week of each other. */
const AGREE_DAYS = 7;

/** What dated reports tell, arranged for dating the others. */
export const datedBackground = (happenings: readonly Happening[], series: readonly Series[]) => {
  const changes = happenings.filter(
    ({ kind }) => kind.control === 'taken' || kind.control === 'lost' || kind.control === 'held',
  );
  const byPlace = new Map<string, Happening[]>();
  for (const one of changes) {
    for (const id of new Set(one.units.flatMap((unit) => unit.places.map(({ place }) => place.id)))) {
      const known = byPlace.get(id);
      if (known) known.push(one);
      else byPlace.set(id, [one]);
    }
  }
  return {
    events: indexEvents(happenings.filter(({ campaign }) => !campaign)),
    campaigns: happenings.filter(({ campaign }) => campaign),
    changes: byPlace,
    series,
  };
};

export type Background = ReturnType<typeof datedBackground>;

/**
 * Dates an undated report by what it shares with dated ones. One shared event alone may be a look-alike and
 * dates nothing: it takes two that agree, or a day that the report must precede.
 */
export const alignReport = (
  reading: Reading,
  units: readonly Unit[],
  background: Background,
  around: Surroundings,
  inCase: Case,
  dateless: RecordMemory['dateless'],
): Alignment | null => {
  const latest = earliestOf(
    units.flatMap((unit) => [
      ...planBounds(unit, background.campaigns, around),
      ...stateBounds(unit, units, background.changes, around),
    ]),
  );
  const anchors = [
    ...units.flatMap((unit) => eventAnchors(unit, background.events, around, inCase, dateless)),
    ...tollAnchors(
      reading.claims.filter((claim) => claim.kind === 'figure'),
      background.series,
      inCase,
    ),
  ].filter(({ days }) => !latest || days.first <= latest.day);
  const agreed = heaviest(anchors);
  const until = latest ? `; ${latest.reason}` : '';
  if (agreed) {
    const days = narrow(agreed, latest);
    const exact = byWeekday(
      days,
      inCase.texts.get(reading.report.id) ?? reading.claims.map(({ span }) => span.text).join('\n'),
    );
    const shared = [...new Map(agreed.map((anchor) => [anchor.of, anchor.reason])).values()];
    const strong = new Set(agreed.filter(({ strength }) => strength >= 1).map(({ of }) => of));
    const firm = strong.size >= 2 && width(exact.days) <= FORTNIGHT;
    return { firm, days: exact.days, reason: `shares with dated reports: ${shared.join('; ')}${until}${exact.reason}` };
  }
  if (!latest) return null;
  const first = Math.min(...anchors.filter(({ looksBack }) => looksBack).map(({ days }) => days.first));
  const from = Number.isFinite(first)
    ? `; not before ${isoDay(first)}, the first dated event among those on which it looks back (weak)`
    : '';
  return {
    firm: false,
    days: { first: Number.isFinite(first) ? first : -Infinity, last: latest.day },
    reason: `${latest.reason}${from}`,
  };
};

const earliestOf = (days: readonly LatestDay[]): LatestDay | null =>
  days.length === 0 ? null : days.reduce((best, next) => (next.day < best.day ? next : best));

interface Agreement {
  readonly anchors: readonly Anchor[];
  readonly weight: number;
  readonly first: number;
}

/** The anchors that agree on the days and weigh most together; null when they weigh too little, or another time nearly as much. */
const heaviest = (anchors: readonly Anchor[]): readonly Anchor[] | null => {
  const telling = anchors.filter(({ strength }) => strength > 0).sort((a, b) => a.days.first - b.days.first);
  const agreements = telling.map((seed): Agreement => {
    const near = telling.filter(
      ({ days }) =>
        days.first >= seed.days.first && days.first - seed.days.first <= AGREE_DAYS && meet(days, seed.days),
    );
    const things = [...groupBy(near, ({ of }) => of).values()].map((some) =>
      Math.max(...some.map(({ strength }) => strength)),
    );
    const weight = things.length >= 2 ? things.reduce((sum, strength) => sum + strength, 0) : 0;
    return { anchors: near, weight, first: seed.days.first };
  });
  const best = agreements.reduce<Agreement | null>(
    (top, next) => (!top || next.weight > top.weight ? next : top),
    null,
  );
  if (!best || best.weight < ENOUGH) return null;
  const rival = agreements.some(
    ({ first, weight }) => Math.abs(first - best.first) > ANOTHER_TIME && weight > best.weight * RIVAL,
  );
  return rival ? null : best.anchors;
};

/** The days that the anchors allow together, the stronger first; one that would leave no day is passed over. */
const narrow = (anchors: readonly Anchor[], latest: LatestDay | null): DayInterval => {
  const ordered = [...anchors].sort(
    (a, b) => b.strength - a.strength || a.days.first - b.days.first || a.days.last - b.days.last,
  );
  const bound = { first: -Infinity, last: latest?.day ?? Infinity };
  return ordered.reduce<DayInterval>((days, anchor) => meet(days, anchor.days) ?? days, bound);
};

/** «اليوم الاثنين» (today, Monday) picks the one such day that the interval holds. */
const byWeekday = (days: DayInterval, text: string): { readonly days: DayInterval; readonly reason: string } => {
  const told = weekdaysIn(text).find(({ offset }) => offset !== null);
  if (!told || width(days) > FORTNIGHT) return { days, reason: '' };
  const fitting = Array.from({ length: width(days) }, (_, n) => days.first + n).filter(
    (day) => weekdayOf(day + told.offset!) === told.weekday,
  );
  const [day] = fitting;
  if (fitting.length !== 1) return { days, reason: '' };
  return { days: { first: day!, last: day! }, reason: '; and the weekday that it names' };
};
