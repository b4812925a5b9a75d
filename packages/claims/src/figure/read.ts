import type { Sentence } from '../clause/sentence.js';
import type { EventDraft } from '../event/draft.js';
import { type Counted, countedAt } from './counted.js';
import { harmOf, measureOf } from './measure.js';

/** A figure on its way to a claim. */
export interface FigureDraft {
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  readonly measure: string;
  readonly group: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly approximate: boolean;
  /** Index of the figure of which it is a part. */
  readonly partOf: number | null;
  /** Item whose word gave the measure, or that is counted. */
  readonly source: number | null;
  readonly rule: string;
}

/** What the reader must know of groups. */
export interface GroupFacts {
  readonly within: (group: string) => string | null;
  readonly things: (group: string) => boolean;
}

/** Events whose count is a number of weapons, places or attacks rather than of people. */
const THING_MEASURE: Readonly<Record<string, string>> = { villages: 'places', positions: 'places', towns: 'places', areas: 'places', camps: 'places', checkpoints: 'places', headquarters: 'places', buildings: 'places', homes: 'places', sites: 'places', points: 'places', neighbourhoods: 'places', bases: 'places' };
const ATTACK_THINGS: Readonly<Record<string, string>> = { 'car-bombs': 'attacks', explosions: 'attacks', 'air-strikes': 'attacks', ieds: 'attacks', bombings: 'attacks', raids: 'attacks', 'suicide-attacks': 'attacks', attacks: 'attacks', clashes: 'attacks', assassinations: 'attacks' };

const PARTS = new Set(['part']);

/** Reads the figures of a sentence. `base` is the index of its first figure in the report. */
export const readFigures = (sentence: Sentence, drafts: ReadonlyMap<number, EventDraft>, base: number, facts: GroupFacts): FigureDraft[] => {
  const { items, verbs } = sentence;
  const found: FigureDraft[] = [];
  let whole: number | null = null; // whole of the parts now being listed
  let open: number | null = null; // the figure that a following part cue would split
  let top: number | null = null;
  let taken = -1;
  let lastMeasures: readonly string[] = [];
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!;
    if (item.kind === 'cue' && PARTS.has(item.cue ?? '') && open !== null) {
      const afterComma = items[at - 1]?.kind === 'comma';
      whole = afterComma && top !== null ? top : open;
      continue;
    }
    if (item.kind === 'connector' || item.kind === 'complementiser' || (item.mark === ':' && false)) {
      whole = null;
      top = null;
    }
    if ((verbs.has(at) && item.conjunction) || (item.kind === 'trigger' && !verbs.has(at) && harmOf(item, drafts.get(at)))) whole = null;
    if (at <= taken) continue;
    for (const counted of countedAt(sentence, at)) {
      const made = figureOf(sentence, counted, drafts, found, whole === null ? null : found[whole - base] ?? null, lastMeasures, facts);
      if (made.length === 0) continue;
      taken = Math.max(taken, counted.last);
      lastMeasures = made.map((one) => one.measure);
      for (const one of made) {
        found.push({ ...one, partOf: whole });
        const index = base + found.length - 1;
        open = index;
        if (whole === null) top = index;
      }
    }
  }
  return found;
};

type Made = Omit<FigureDraft, 'partOf'>;

const figureOf = (
  sentence: Sentence,
  counted: Counted,
  drafts: ReadonlyMap<number, EventDraft>,
  before: readonly FigureDraft[],
  whole: FigureDraft | null,
  lastMeasures: readonly string[],
  facts: GroupFacts,
): readonly Made[] => {
  const { items } = sentence;
  const previous = before[before.length - 1];
  const make = (measure: string, group: string, source: number | null, rule: string): Made => ({
    sentence: sentence.index, first: counted.first, last: counted.last, measure, group, min: counted.min, max: counted.max, approximate: counted.approximate, source, rule: `figure/${rule}`,
  });
  if (counted.of === 'events') {
    const draft = drafts.get(counted.trigger!);
    if (!draft?.countedAs) return [];
    return [make('attacks', draft.countedAs, counted.trigger, 'counted-event')];
  }
  if (counted.of === 'things') {
    if (!counted.explicit) return [];
    const group = counted.group!;
    return [make(ATTACK_THINGS[group] ?? THING_MEASURE[group] ?? 'equipment', group, null, 'counted-thing')];
  }
  if (counted.measures.length > 0) {
    const group = counted.group ?? inheritedGroup(items, counted, previous) ?? 'persons';
    return counted.measures.map((measure) => make(measure, group, counted.first, 'measure-noun'));
  }
  const told = measureOf(sentence, counted, drafts);
  if (told.measures.length > 0) {
    const group = counted.group ?? (counted.others ? previous?.group : undefined) ?? 'persons';
    if (counted.of === 'unknown' && !plausible(sentence, counted)) return [];
    return told.measures.map((measure) => make(measure, group, told.item, 'counted-people'));
  }
  if (whole && (counted.of === 'people' || (counted.of === 'unknown' && counted.explicit && plausible(sentence, counted)))) {
    return [make(whole.measure, counted.group ?? whole.group, whole.source, 'part')];
  }
  // A list goes on with the measure of its head: «مقتل 930 من التنظيم و540 من قسد».
  const joined = items[counted.first]!.conjunction === 'و' && previous && counted.first - previous.last <= 2;
  if (joined && counted.of === 'people' && lastMeasures.length > 0) return lastMeasures.map((measure) => make(measure, counted.group!, previous.source, 'list'));
  void facts;
  return [];
};

/** A bare number counts people only where nothing else is counted behind it. */
const plausible = (sentence: Sentence, counted: Counted): boolean => {
  const next = sentence.items[counted.last + 1];
  if (!next || counted.others) return true;
  if (next.kind === 'word' && !next.conjunction && !next.definite && next.means === undefined && next.kind === 'word') return /^(?:علي|الاقل|من|في|عنصر|شخص)/.test(next.form ?? '');
  return next.kind !== 'date' && next.kind !== 'thing';
};

const inheritedGroup = (_items: Sentence['items'], counted: Counted, previous: FigureDraft | undefined): string | null => (counted.others ? (previous?.group ?? null) : null);
