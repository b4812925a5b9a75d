import type { DayInterval, EventClaim, EventKind, FigureClaim, Modality, Reading } from '@isnad/model';
import { tellsCampaign } from '../kinds/words.js';
import type { RecordLexicon } from '../lexicon/record-lexicon.js';
import { byText, groupBy, sorted } from '../order.js';
import { impliedWindow, toldWindow, type Window, width } from '../windows/window.js';
import { retold } from './retold.js';
import { placesOf, type UnitPlace } from './spots.js';

/** What one report says of one event: its first mention, the mentions that repeat it, and their figures. */
export interface Unit {
  /** Id of the first mention. */
  readonly id: string;
  readonly report: string;
  /** As its first mention tells it. */
  readonly kind: EventKind;
  /** As any mention tells it: a massacre (مجزرة) in the title that the body calls an air strike is both. */
  readonly kinds: readonly EventKind[];
  readonly modality: Modality;
  /** In the order of the text. */
  readonly claims: readonly EventClaim[];
  readonly figures: readonly FigureClaim[];
  readonly actors: readonly string[];
  readonly targets: readonly string[];
  /** Where it is: the most specific places in the role that the kind of event is about. */
  readonly places: readonly UnitPlace[];
  /** Null while the report is undated and so is the event. */
  readonly window: Window | null;
  /** An undertaking of many days, of which single attacks are parts. */
  readonly campaign: boolean;
}

/** A told window longer than this is an undertaking or a summary rather than one occurrence. */
export const CAMPAIGN_DAYS = 14;
/** News of a dated report that gives no time of its own is at most so many days old. */
const NEWS_DAYS = 3;
/** The same for a report whose date is itself only known through others. */
const ALIGNED_NEWS_DAYS = 7;
/** A plan is carried out within so many days, as far as the record assumes. */
const PLAN_DAYS = 120;

/** Publication days of a report, and how they are known. */
export interface Days extends DayInterval {
  readonly aligned: boolean;
  /** For a copy the date that is given to its fresh news (`P~`): it is that of the copying, not of the event. */
  readonly copying?: string;
}

/** The window of a claim: its own date, else what follows from the report's; null when neither is known. */
export const windowOf = (
  claim: Pick<EventClaim, 'date' | 'modality'>,
  kind: EventKind,
  days: Days | null,
): Window | null => {
  const told = toldDate(claim, days);
  if (told || !days) return told;
  if (kind.rhythm === 'state') return impliedWindow(days.first, days.last);
  const back = days.aligned ? ALIGNED_NEWS_DAYS : NEWS_DAYS;
  const forward = claim.modality === 'planned' || claim.modality === 'possible' ? PLAN_DAYS : 0;
  return impliedWindow(forward > 0 ? days.first : days.first - back, days.last + forward);
};

const toldDate = ({ date }: Pick<EventClaim, 'date'>, days: Days | null): Window | null =>
  date !== null && date === days?.copying ? null : toldWindow(date);

/** The event claims of a reading as units: chains of `repeats`, cut where `apart` says or where one is denied. */
export const unitsOf = (
  reading: Reading,
  days: Days | null,
  lexicon: RecordLexicon,
  apart: (claim: string, from: string) => boolean,
): readonly Unit[] => {
  const events = reading.claims.filter((claim) => claim.kind === 'event');
  const units = retold(events, lexicon, apart);
  const homes = new Map(units.flatMap((claims) => claims.map(({ id }) => [id, claims[0]!.id] as const)));
  const figures = groupBy(
    reading.claims.filter((claim) => claim.kind === 'figure'),
    (figure) => homes.get(eventOf(figure, events) ?? '') ?? '',
  );
  return units.map((claims) =>
    unitOf(reading.report.id, claims[0]!, claims, figures.get(claims[0]!.id) ?? [], days, lexicon),
  );
};

/** The event of a figure: as the claim says; for the result of an unnamed event, the nearest one in the text. */
const eventOf = (figure: FigureClaim, events: readonly EventClaim[]): string | null => {
  if (figure.event !== null || figure.scope !== 'incident') return figure.event;
  let nearest: EventClaim | null = null;
  let least = Infinity;
  for (const event of events) {
    const away = Math.max(0, event.span.start - figure.span.end, figure.span.start - event.span.end);
    if (away < least || (away === least && nearest && byText(event.id, nearest.id) < 0)) {
      nearest = event;
      least = away;
    }
  }
  return nearest?.id ?? null;
};

/** Families that tell an act by what it did to people («مجزرة», a massacre; deaths) and leave open what was done. */
const BY_OUTCOME: ReadonlySet<string> = new Set(['persons']);

/**
 * What was done: a report that calls a raid a massacre in its title and a raid below tells of a raid, as the
 * reports that only say raid do.
 */
const deedOf = (head: EventClaim, claims: readonly EventClaim[], lexicon: RecordLexicon): EventKind => {
  const kinds = [head, ...claims].map(({ type }) => lexicon.eventKind(type));
  return kinds.find(({ family }) => !BY_OUTCOME.has(family)) ?? kinds[0]!;
};

const unitOf = (
  report: string,
  head: EventClaim,
  claims: readonly EventClaim[],
  figures: readonly FigureClaim[],
  days: Days | null,
  lexicon: RecordLexicon,
): Unit => {
  const kind = deedOf(head, claims, lexicon);
  const inText = [head, ...claims.filter((claim) => claim !== head).sort(byPlaceInText)];
  const told = inText.map((claim) => toldDate(claim, days)).find((window) => window !== null) ?? null;
  return {
    id: head.id,
    report,
    kind,
    kinds: [...new Set(inText.map(({ type }) => lexicon.eventKind(type)))],
    modality: head.modality,
    claims: inText,
    figures: [...figures].sort(byPlaceInText),
    actors: sorted(inText.flatMap((claim) => claim.actors)),
    targets: sorted(inText.flatMap((claim) => claim.targets)),
    places: placesOf(inText, kind, lexicon),
    window: told ?? windowOf(head, kind, days),
    campaign:
      inText.some((claim) => tellsCampaign(claim.trigger.text)) || (told !== null && width(told) > CAMPAIGN_DAYS),
  };
};

/** Order of claims in the text of their report. */
export const byPlaceInText = (
  a: { readonly id: string; readonly span: { readonly start: number; readonly end: number } },
  b: { readonly id: string; readonly span: { readonly start: number; readonly end: number } },
): number => a.span.start - b.span.start || a.span.end - b.span.end || byText(a.id, b.id);
