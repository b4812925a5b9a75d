import type { Sentence } from '../clause/sentence.js';
import type { Item } from '../scan/item.js';
import type { EventDraft } from '../event/draft.js';
import type { Counted } from './counted.js';

/** The word that gives a count its measure, and the event that word tells, if any. */
export interface MeasureSource {
  readonly measures: readonly string[];
  readonly item: number | null;
}

const REACH = 9;

/** The measure an item tells of the people beside it: its event type's, or that of a harm word. */
export const harmOf = (item: Item, draft: EventDraft | undefined): string | null => draft?.counts ?? item.harm ?? null;

const stops = (item: Item): boolean => item.kind === 'connector' || item.kind === 'complementiser' || item.kind === 'mark';

/**
 * The measure of a count whose noun tells none: that of the verb or verbal noun before it («مقتل 11 عنصرا»),
 * two when two are joined («قتل وأصيب عدد»), or of the verb behind it («21 مدنيا قتلوا»).
 */
export const measureOf = (sentence: Sentence, counted: Counted, drafts: ReadonlyMap<number, EventDraft>): MeasureSource => {
  const { items, verbs } = sentence;
  const before: { measure: string; item: number }[] = [];
  for (let k = counted.first - 1; k >= Math.max(0, counted.first - REACH); k--) {
    const item = items[k]!;
    const harm = harmOf(item, drafts.get(k));
    if (harm) {
      before.push({ measure: harm, item: k });
      const joined = items[k - 1];
      if (item.conjunction === 'و' && joined && harmOf(joined, drafts.get(k - 1))) continue;
      break;
    }
    if (before.length > 0 || stops(item) || item.kind === 'comma') break;
    if (verbs.has(k) && item.kind !== 'support') break;
    if (item.kind === 'trigger' || item.kind === 'number') break;
    if (item.kind === 'preposition' && !['ل', 'من', 'على', 'إلى', 'عن', 'في', 'ب'].includes(item.preposition ?? '')) break;
    if ((item.kind === 'people' || item.kind === 'actor') && !counted.explicit) break;
  }
  if (before.length > 0) {
    const measures = [...new Set(before.map((one) => one.measure))].reverse();
    // One number for the killed and the wounded together does not tell how many of each.
    const together = measures.length === 2 && measures.includes('killed') && measures.includes('wounded') && counted.explicit && counted.min !== null && counted.min > 1;
    return { measures: together ? ['casualties'] : measures, item: before[0]!.item };
  }
  for (let k = counted.last + 1; k <= Math.min(items.length - 1, counted.last + 5); k++) {
    const item = items[k]!;
    const harm = harmOf(item, drafts.get(k));
    if (harm && (verbs.has(k) || item.kind === 'reporting' || item.harm !== undefined) && !item.clitic && item.definite === false) {
      const conjunct = item.conjunction !== '';
      if (!conjunct) return { measures: [harm], item: k };
      break;
    }
    if (stops(item) || item.kind === 'comma' || item.kind === 'number' || item.kind === 'people' || item.kind === 'trigger') break;
    if (verbs.has(k) && item.kind !== 'cue') break;
  }
  return { measures: [], item: null };
};
