import { type EventClaim, type FigureClaim, figureClaimId, isoDay, parseEdtf, quote } from '@isnad/model';
import { chainAt, type Scope } from '../source/attribution.js';
import type { FigureDraft } from './draft.js';
import type { Counting } from './noun.js';
import { type Window, windowOf } from './window.js';

/** A figure with the sentence it was read in. */
export interface FigureRead extends FigureDraft {
  readonly counting: Counting;
  readonly scopes: readonly Scope[];
}

/** An event of the report, as far as figures need to know it. */
export interface EventTold {
  readonly sentence: number;
  readonly item: number;
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

/** Turns figures into claims: window, event, whole, attribution. A figure of both sides becomes one for each. */
export const figureClaims = (figures: readonly FigureRead[], events: readonly EventTold[], report: ReportOf): FigureClaim[] => {
  const claims: FigureClaim[] = [];
  const byIndex: FigureClaim[] = [];
  let lastWindow: Window | null = null;
  figures.forEach((figure, index) => {
    const { items } = figure.counting.sentence;
    const span = quote(report.text, items[figure.first]!.start, items[figure.last]!.end);
    const event = eventFor(figure, events)?.claim ?? null;
    const whole = figure.partOf === null ? undefined : byIndex[figure.partOf];
    const window: Window = whole ? { scope: whole.scope, from: whole.from, to: whole.to, replaces: false } : windowOf(figure.counting, figure, report.published, lastWindow);
    if (window.scope === 'cumulative') lastWindow = window;
    const days = window.scope === 'incident' && !whole ? daysOf(event?.date ?? null) : window;
    for (const group of figure.group === 'both' ? sidesBefore(figure, events) : [figure.group]) {
      const claim: FigureClaim = {
        id: freshId(report, span, figure.measure, group), kind: 'figure', measure: figure.measure, group, min: figure.min, max: figure.max, approximate: figure.approximate,
        scope: window.scope, from: days.from, to: days.to, partOf: whole?.id ?? null, event: event?.id ?? null, places: event?.places ?? [], span,
        attribution: chainAt(figure.scopes, figure.first)?.chain ?? [], rule: figure.rule, ...(window.replaces ? { replaces: true } : {}),
      };
      claims.push(claim);
      byIndex[index] ??= claim;
    }
  });
  return claims;
};

const freshId = ({ id: report, seen }: ReportOf, span: { start: number; end: number }, measure: string, group: string): string => {
  let id = figureClaimId(report, span, measure, group);
  for (let n = 2; seen.has(id); n++) id = figureClaimId(report, span, measure, `${group}#${n}`);
  seen.add(id);
  return id;
};

/** The event whose result a figure is: the word that counts it, else the nearest event of its sentence. */
const eventFor = (figure: FigureDraft, events: readonly EventTold[]): EventTold | null => {
  let best: EventTold | null = null;
  let away = Infinity;
  for (const event of events) {
    if (event.sentence !== figure.sentence) continue;
    const distance = event.item === figure.source ? -1 : Math.abs(event.item - figure.first) + (event.item > figure.first ? 1 : 0);
    if (distance < away) {
      best = event;
      away = distance;
    }
  }
  return best;
};

/** «الطرفين»: the sides of the last event between two; people unspecified when none was told. */
const sidesBefore = (figure: FigureDraft, events: readonly EventTold[]): readonly string[] => {
  for (let k = events.length - 1; k >= 0; k--) {
    const { sentence, claim } = events[k]!;
    if (sentence > figure.sentence) continue;
    const sides = [...new Set([...claim.actors, ...claim.targets])];
    if (sides.length >= 2) return sides.slice(0, 2);
  }
  return ['fighters'];
};

const daysOf = (date: string | null): { readonly from: string | null; readonly to: string | null } => {
  const days = parseEdtf(date);
  if (!days || !Number.isFinite(days.first) || !Number.isFinite(days.last)) return { from: null, to: null };
  return { from: isoDay(days.first), to: isoDay(days.last) };
};
