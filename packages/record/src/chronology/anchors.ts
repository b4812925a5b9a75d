import { type DayInterval, isoDay, weekdayOf } from '@isnad/model';
import type { Case } from '../case.js';
import type { Surroundings } from '../incidents/compare.js';
import { type Evidence, forbids, scoreOf } from '../incidents/evidence.js';
import type { Happening } from '../incidents/happening.js';
import type { RecordMemory } from '../memory/memory.js';
import { byText } from '../order.js';
import type { Unit } from '../units/unit.js';
import { width } from '../windows/window.js';
import { placeName } from '../words/names.js';
import { fileOf } from '../words/roots.js';
import { weekdaysIn } from '../words/weekdays.js';

/** Something in an undated report that ties its publication to certain days. */
export interface Anchor {
  /** What is tied: a unit, a series, or a place that changes hands; one thing counts once. */
  readonly of: string;
  /** Days on which the report may have been published, if the anchor is right. */
  readonly days: DayInterval;
  /** 0 says only "not older"; from 1 on the tie is telling by itself. */
  readonly strength: number;
  readonly reason: string;
  /** It sums up what happened so far ("repeated failures"), of which the dated event may be one. */
  readonly looksBack: boolean;
}

/** News is told within so many days of the event. */
export const NEWS_HORIZON = 7;
/** Without its date an event is held to be another telling of a dated one from this score on. */
const THRESHOLD = 4.5;
/** Where more dated events of one type family happened in one place, another telling of it says nothing about its day. */
const COMMONPLACE = 40;
/** An event dated less exactly than this cannot date a report. */
const EXACT_DAYS = 21;

/** Dated events by type family and place. */
export type DatedEvents = ReadonlyMap<string, readonly Happening[]>;

export const indexEvents = (happenings: readonly Happening[]): DatedEvents => {
  const index = new Map<string, Happening[]>();
  for (const one of happenings) {
    const spots = new Set(
      one.units.flatMap((unit) => unit.places.flatMap(({ place }) => [place.id, ...place.ancestors])),
    );
    for (const spot of spots) {
      const key = `${one.kind.family}|${spot}`;
      const known = index.get(key);
      if (known) known.push(one);
      else index.set(key, [one]);
    }
  }
  return index;
};

/** The dated events that may be what a unit of an undated report tells. */
export const candidatesFor = (unit: Unit, events: DatedEvents): readonly Happening[] => {
  const spots = new Set(unit.places.flatMap(({ place }) => [place.id, ...place.ancestors]));
  const found = [...spots].flatMap((spot) => {
    const here = events.get(`${unit.kind.family}|${spot}`) ?? [];
    return here.length <= COMMONPLACE ? here : [];
  });
  return [...new Map(found.map((one) => [one.id, one])).values()].sort((a, b) => byText(a.id, b.id));
};

/** The anchors that shared events give: for each unit of the report, each dated event that it may be. */
export const eventAnchors = (
  unit: Unit,
  events: DatedEvents,
  around: Surroundings,
  inCase: Case,
  dateless: RecordMemory['dateless'],
): readonly Anchor[] => {
  if (unit.modality !== 'asserted' || unit.kind.rhythm === 'state' || unit.campaign) return [];
  return candidatesFor(unit, events).flatMap((event) => {
    const { window } = event;
    if (!window?.told || event.modality !== 'asserted' || width(window) > EXACT_DAYS) return [];
    const found = bestTelling(unit, event, around, dateless);
    if (!found || scoreOf(found) < THRESHOLD) return [];
    const days = pinnedDays(unit, window);
    const strength = strengthOf(unit, found) + (days.byWeekday ? 1 : 0);
    const where = event.place ? ` at ${placeName(event.place).en}` : '';
    const reason = `${event.kind.name.en}${where}, dated ${isoDay(window.first)}${width(window) > 1 ? ` to ${isoDay(window.last)}` : ''} (${fileOf(event.reports[0]!, inCase)})`;
    // That one side took a place and the other left it is one change of hands.
    const of = event.kind.control && event.place ? `control of ${event.place.id}` : unit.id;
    return [{ of, days, strength, reason, looksBack: unit.figures.some(({ scope }) => scope === 'cumulative') }];
  });
};

const bestTelling = (
  unit: Unit,
  event: Happening,
  around: Surroundings,
  dateless: RecordMemory['dateless'],
): readonly Evidence[] | null => {
  let best: readonly Evidence[] | null = null;
  // What both tell in one wording is background to one of them at least, and as old as the first report that told it.
  const news = event.units.filter((other) => around.copied(unit.report, other.report) === null);
  for (const other of news) {
    const found = dateless(unit, other, around);
    if (!forbids(found) && (!best || scoreOf(found) > scoreOf(best))) best = found;
  }
  return best;
};

/** What the same town weighs in a comparison; a part of one weighs more. */
const SETTLEMENT = 2.5;

/**
 * How much a shared event says about the day. What happens to a place once in a while pins it down, what
 * comes again every day does not; an equal count or copied wording does.
 */
const strengthOf = (unit: Unit, found: readonly Evidence[]): number => {
  const has = (reason: string) => found.some((one) => one.reason === reason);
  const pinned = has('figure:equal') ? 1 : 0;
  const area = unit.places.every(({ place }) => place.extent === 'area');
  if (!found.some(({ reason, weight }) => reason.startsWith('place:') && weight > 0.5) || area) return pinned;
  const once = unit.kind.rhythm === 'once' && has('type:same');
  if (!has('place:same') && !has('place:same-part')) return pinned + (once ? 0.5 : 0.125);
  // A quarter or a building is more telling than the town: fewer things happen just there.
  const exact = found.some(({ reason, weight }) => reason === 'place:same' && weight > SETTLEMENT);
  return pinned + (once ? 1 : 0.25) + (exact ? 0.25 : 0);
};

/** Days of publication that an event's day allows: the week from it on; exactly so where a past weekday is named. */
const pinnedDays = (unit: Unit, event: DayInterval): DayInterval & { readonly byWeekday: boolean } => {
  const named = unit.claims
    .flatMap((claim) => weekdaysIn(claim.span.text))
    .find(({ past, offset }) => past || offset !== null);
  if (named && event.first === event.last && weekdayOf(event.first) === named.weekday) {
    if (named.offset !== null)
      return { first: event.first - named.offset, last: event.first - named.offset, byWeekday: true };
    return { first: event.first + 1, last: event.first + 7, byWeekday: true };
  }
  return { first: event.first, last: event.last + NEWS_HORIZON, byWeekday: false };
};
