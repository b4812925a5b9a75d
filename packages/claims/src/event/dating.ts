import { formatDays, isoDay, parseEdtf } from '@isnad/model';
import type { Sentence } from '../clause/sentence.js';
import type { Item } from '../scan/item.js';
import type { EventDraft } from './draft.js';

/** A date with the reason for it, in words. */
export interface Dated {
  readonly edtf: string | null;
  readonly reason: string;
  /** Said in the text rather than following from publication. */
  readonly told: boolean;
}

const UNDATED: Dated = { edtf: null, reason: 'no date is told, and the report is undated', told: false };

/** Dates that say since when or until when, rather than on which day. */
const isUsable = (item: Item): boolean => item.kind === 'date' && item.date !== undefined && item.date.kind !== 'duration' && item.date.kind !== 'repeated';

/** The date mention that belongs to an event: nearest in its clause, else in the clause that carries it. */
const nearestDate = (sentence: Sentence, draft: EventDraft, taken: (from: number, to: number) => boolean): Item | null => {
  const { items, clauses, clauseOf } = sentence;
  const clause = clauses[clauseOf[draft.item]!]!;
  const inClause = (index: number): Item | null => {
    const { first, last } = clauses[index]!;
    let best: Item | null = null;
    let away = Infinity;
    for (let k = first; k <= last; k++) {
      if (!isUsable(items[k]!)) continue;
      const distance = Math.abs(k - draft.item) + (taken(Math.min(k, draft.item), Math.max(k, draft.item)) ? 4 : 0);
      if (distance < away) {
        best = items[k]!;
        away = distance;
      }
    }
    return best;
  };
  const own = inClause(clause.index);
  if (own) return own;
  if (draft.roles.supportItem !== null) {
    const carried = inClause(clauseOf[draft.roles.supportItem]!);
    if (carried) return carried;
  }
  const relative = clauses.find((other) => other.opener === 'relative' && other.antecedent === draft.item);
  if (relative) {
    const described = inClause(relative.index);
    if (described) return described;
  }
  if (clause.opener === 'relative' || clause.opener === 'purpose') return null;
  for (const neighbour of [clause.index + 1, clause.index - 1]) {
    const other = clauses[neighbour];
    if (!other) continue;
    const head = other.verb === null ? undefined : items[other.verb];
    if (neighbour > clause.index && other.opener !== 'resumed') continue;
    if (neighbour < clause.index && head?.kind === 'reporting') continue;
    const found = inClause(neighbour);
    if (found) return found;
  }
  return null;
};

/**
 * When an event happened, by the guide: the date told beside it; for news without a time word the day of
 * publication, approximate; for what stands, that day; for an earlier act, some day before it. Denied,
 * planned and possible events have only a date that the text gives them.
 */
export const dateOf = (sentence: Sentence, draft: EventDraft, published: string | null): Dated => {
  const date = nearestDate(sentence, draft, (from, to) => sentence.items.slice(from + 1, to).some((item) => item.kind === 'trigger'));
  if (date?.date) {
    const { edtf, reason } = date.date;
    if (edtf !== null) return { edtf: ended(edtf, draft, published), reason, told: true };
    return { edtf: null, reason, told: true };
  }
  if (draft.modality !== 'asserted' && draft.modality !== 'uncertain') return { edtf: null, reason: 'not asserted, and the text gives it no date', told: false };
  const days = parseEdtf(published);
  if (!days || published === null) return UNDATED;
  const day = Number.isFinite(days.last) ? isoDay(days.last) : null;
  if (day === null) return UNDATED;
  const background = isBackground(sentence, draft);
  if (draft.standing) return background ? { edtf: `../${day}`, reason: 'an earlier state', told: false } : { edtf: day, reason: 'stands on the day of publication', told: false };
  return { edtf: `${formatDays(days)}${days.first === days.last ? '~' : ''}`, reason: 'told as news of the day of publication', told: false };
};

/** «كان يسيطر»: what was so before. */
const isBackground = (sentence: Sentence, draft: EventDraft): boolean => {
  const { items } = sentence;
  return items.slice(Math.max(0, draft.item - 3), draft.item).some((item) => /^(?:و)?كان(?:ت|وا)?$/.test(item.form ?? ''));
};

/** «منذ X» is told up to publication. */
const ended = (edtf: string, _draft: EventDraft, published: string | null): string => {
  if (!edtf.endsWith('/..') || published === null) return edtf;
  const days = parseEdtf(published);
  return days && Number.isFinite(days.last) ? `${edtf.slice(0, -2)}${isoDay(days.last)}` : edtf;
};
