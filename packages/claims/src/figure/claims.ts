import { type EventClaim, type FigureClaim, figureClaimId, isoDay, parseEdtf, quote } from '@isnad/model';
import { chainAt, type Scope } from '../source/scope.js';
import type { FigureDraft } from './draft.js';
import type { Counting } from './noun.js';
import { namesMonth, type Window, windowOf } from './window.js';

/** A sentence as figures were read in it. */
export interface Passage {
  readonly counting: Counting;
  readonly scopes: readonly Scope[];
}

/** An event of the report, as far as figures need to know it. */
export interface EventTold {
  readonly sentence: number;
  readonly item: number;
  /** Of two events that one word tells, the item behind which the second is told; else that of the word. */
  readonly from: number;
  readonly claim: EventClaim;
}

/** What is the same for all figures of a report. */
export interface ReportOf {
  readonly id: string;
  readonly text: string;
  /** EDTF. */
  readonly published: string | null;
  /** Ids of claims made already; ids are added. */
  readonly seen: Set<string>;
}

/** Turns figures into claims; `passages` are all sentences of the report: window, event, whole, attribution. A figure of both sides becomes one for each. */
export const figureClaims = (
  figures: readonly FigureDraft[],
  passages: readonly Passage[],
  events: readonly EventTold[],
  report: ReportOf,
): FigureClaim[] => {
  const claims: FigureClaim[] = [];
  const byIndex: FigureClaim[] = [];
  const windows = windowsOf(figures, passages, report.published);
  const bySentence = grouped(events);
  figures.forEach((figure, index) => {
    const { counting, scopes } = passages[figure.sentence]!;
    const { items } = counting.sentence;
    const span = quote(report.text, items[figure.first]!.start, items[figure.last]!.end);
    const event = eventFor(figure, bySentence.get(figure.sentence) ?? [])?.claim ?? null;
    const whole = figure.partOf === null ? undefined : byIndex[figure.partOf];
    const window = windows[index]!;
    const days = window.scope !== 'incident' ? window : (whole ?? daysOf(event?.date ?? null));
    for (const group of figure.group === 'both' ? sidesBefore(figure, events) : [figure.group]) {
      const claim: FigureClaim = {
        id: freshId(report, span, figure.measure, group),
        kind: 'figure',
        measure: figure.measure,
        group,
        min: figure.min,
        max: figure.max,
        approximate: figure.approximate,
        scope: window.scope,
        from: days.from,
        to: days.to,
        partOf: whole?.id ?? null,
        event: event?.id ?? null,
        places: event?.places ?? [],
        span,
        attribution: chainAt(scopes, figure.first)?.chain ?? [],
        rule: figure.rule,
        ...(window.replaces ? { replaces: true } : {}),
      };
      claims.push(claim);
      byIndex[index] ??= claim;
    }
  });
  return claims;
};

/** The windows of all figures: parts that do not stand have that of their whole, and a month told of only by name the dates of its count. */
const windowsOf = (
  figures: readonly FigureDraft[],
  passages: readonly Passage[],
  published: string | null,
): readonly Window[] => {
  const windows: Window[] = [];
  let last: Window | null = null;
  for (const [index, figure] of figures.entries()) {
    const whole = figure.partOf === null ? undefined : windows[figure.partOf];
    const told = windowOf(passages[figure.sentence]!.counting, figure, published, last);
    const own = told.scope === 'incident' ? (joinedWindow(figures, index, passages, windows) ?? told) : told;
    // Fifteen fled, of whom six are still free: what stands, stands, whatever its whole counts.
    const window: Window = whole && own.scope !== 'standing' ? { ...whole, replaces: false } : own;
    if (window.scope === 'cumulative' && !whole) last = window;
    windows.push(window);
  }
  figures.forEach((figure, index) => {
    if (passages[figure.sentence]!.counting.sentence.title && windows[index]!.scope === 'incident')
      windows[index] = retoldWindow(figure, index, figures, windows) ?? windows[index]!;
  });
  const month = windows.find(({ from, to }) => isMonth(from, to));
  if (!month) return windows;
  const renamed = new Set<number>();
  return windows.map((window, index) => {
    const figure = figures[index]!;
    const named =
      window.scope === 'incident' &&
      (figure.partOf === null ? namesMonth(passages[figure.sentence]!.counting, figure) : renamed.has(figure.partOf));
    if (named) renamed.add(index);
    return named ? { ...window, scope: 'cumulative', from: month.from, to: month.to } : window;
  });
};

/** «ارتفعت الحصيلة إلى 20 قتيلا و45 جريحا», «… فضلا عن عشرات الجرحى»: the count joined to a toll that rose has risen with it. */
const joinedWindow = (
  figures: readonly FigureDraft[],
  index: number,
  passages: readonly Passage[],
  windows: readonly Window[],
): Window | undefined => {
  const [before, figure] = [figures[index - 1], figures[index]!];
  if (before?.sentence !== figure.sentence || !windows[index - 1]!.replaces) return undefined;
  const {
    sentence: { items, verbs },
    words,
  } = passages[figure.sentence]!.counting;
  const between = items.slice(before.last + 1, figure.first);
  const isBare = figure.first - before.last <= 2 && items[figure.first]!.conjunction === 'و';
  // «52 قتيلا فضلا عن عشرات الجرحى», «52 قتيلا وإصابة 120»
  const adds = between.some((item) => words.is('additions', item) || (item.conjunction === 'و' && item.harm));
  const isPlain = between.every(
    ({ kind, mark }, k) => !verbs.has(before.last + 1 + k) && kind !== 'number' && !/^[.;:]$/.test(mark ?? ''),
  );
  return isBare || (adds && isPlain && between.length <= MOST_JOINING) ? windows[index - 1] : undefined;
};
const MOST_JOINING = 4;

/** A headline has the window of the count that it repeats. */
const retoldWindow = (
  { measure, group, min, max }: FigureDraft,
  index: number,
  figures: readonly FigureDraft[],
  windows: readonly Window[],
): Window | undefined =>
  windows.find((window, k) => {
    const other = figures[k]!;
    return (
      k > index &&
      window.scope === 'cumulative' &&
      other.measure === measure &&
      other.group === group &&
      other.min === min &&
      other.max === max
    );
  });

const isMonth = (from: string | null, to: string | null): boolean => {
  const [first, last] = [parseEdtf(from), parseEdtf(to)];
  return first !== null && last !== null && last.last - first.first >= 27 && last.last - first.first <= 31;
};

const freshId = (
  { id: report, seen }: ReportOf,
  span: { start: number; end: number },
  measure: string,
  group: string,
): string => {
  let id = figureClaimId(report, span, measure, group);
  for (let n = 2; seen.has(id); n++) id = figureClaimId(report, span, measure, `${group}#${n}`);
  seen.add(id);
  return id;
};

const grouped = (events: readonly EventTold[]): ReadonlyMap<number, readonly EventTold[]> => {
  const groups = new Map<number, EventTold[]>();
  for (const event of events) {
    const group = groups.get(event.sentence);
    if (group) group.push(event);
    else groups.set(event.sentence, [event]);
  }
  return groups;
};

/** The event whose result a figure is: the word that counts it, else the nearest of the events of its sentence. */
const eventFor = (figure: FigureDraft, events: readonly EventTold[]): EventTold | null => {
  let best: EventTold | null = null;
  let away = Infinity;
  for (const event of events) {
    const distance =
      event.item === figure.source ? -1 : Math.abs(event.item - figure.first) + (event.item > figure.first ? 1 : 0);
    const isOther = event.item === best?.item && event.from <= figure.first;
    if (distance < away || isOther) {
      best = event;
      away = distance;
    }
  }
  return best;
};

/** «الطرفين»: the sides of the last event between two; people unspecified when none was told. */
const sidesBefore = (figure: FigureDraft, events: readonly EventTold[]): readonly string[] => {
  for (let k = lastUpTo(events, figure.sentence); k >= 0; k--) {
    const { sentence, item, claim } = events[k]!;
    if (sentence === figure.sentence && item > figure.first) continue;
    const [actor, target] = [
      claim.actors[0],
      claim.targets.find((id) => !claim.actors.includes(id)) ?? claim.actors[1],
    ];
    if (actor && target) return [actor, target];
  }
  return ['fighters'];
};

/** Index of the last event up to a sentence; events come in the order of their sentences. */
const lastUpTo = (events: readonly EventTold[], sentence: number): number => {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (events[middle]!.sentence <= sentence) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

const daysOf = (date: string | null): { readonly from: string | null; readonly to: string | null } => {
  const days = parseEdtf(date);
  if (!days || !Number.isFinite(days.first) || !Number.isFinite(days.last)) return { from: null, to: null };
  return { from: isoDay(days.first), to: isoDay(days.last) };
};
