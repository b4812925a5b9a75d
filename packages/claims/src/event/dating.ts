import { type DayInterval, formatDays, isoDay, parseEdtf } from '@isnad/model';
import type { Sentence } from '../clause/sentence.js';
import type { Item } from '../scan/item.js';
import { spelt } from '../scan/spelt.js';
import { spelling } from '../words/classes.js';
import { describing, sinceBegun } from './begun.js';
import { countedFrom } from './counted-from.js';
import type { EventDraft } from './draft.js';
import { underWay } from './under-way.js';

/** A date with the reason for it, in words. */
export interface Dated {
  /** EDTF. */
  readonly edtf: string | null;
  readonly reason: string;
  /**
   * `told`: said in the text. Else it follows from publication: `news` of that day, what `stands` on it, what
   * was some day `before` it; or there is `none`.
   */
  readonly basis: 'told' | 'news' | 'stands' | 'before' | 'none';
}

/** Dates that say since when or until when, rather than on which day. */
const isUsable = (item: Item): boolean =>
  item.kind === 'date' && item.date !== undefined && item.date.kind !== 'duration' && item.date.kind !== 'repeated';

/** The date mention that belongs to an event: nearest in its clause, else in the clause that carries it. */
const nearestDate = (
  sentence: Sentence,
  draft: EventDraft,
  fits: (item: Item) => boolean,
  ownOnly: boolean,
): Item | null => {
  const { items, clauses, clauseOf } = sentence;
  const clause = clauses[clauseOf[draft.item]!]!;
  const taken = (k: number): boolean =>
    items.slice(Math.min(k, draft.item) + 1, Math.max(k, draft.item)).some((item) => item.kind === 'trigger');
  const inClause = (index: number): Item | null => {
    const { first, last } = clauses[index]!;
    let best: Item | null = null;
    let away = Infinity;
    for (let k = first; k <= last; k++) {
      if (!isUsable(items[k]!) || !fits(items[k]!)) continue;
      const distance = Math.abs(k - draft.item) + (taken(k) ? 4 : 0);
      if (distance < away) {
        best = items[k]!;
        away = distance;
      }
    }
    return best;
  };
  const own = inClause(clause.index);
  if (own || ownOnly) return own;
  if (draft.roles.supportItem !== null) {
    const carried = inClause(clauseOf[draft.roles.supportItem]!);
    if (carried) return carried;
  }
  const relative = describing(sentence, draft);
  if (relative) {
    const described = inClause(relative.index);
    if (described) return described;
  }
  const trailing = inTrail(
    sentence,
    clause.index,
    (item) => isUsable(item) && item.date!.sense !== 'since' && fits(item),
  );
  if (trailing) return trailing;
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
 * «شن غارة أدت إلى مقتل الصماد، رئيس المجلس، في التاسع من الشهر»: a date behind the clauses that describe the event, in
 * words that tell no other.
 */
const inTrail = ({ items, clauses }: Sentence, from: number, fits: (item: Item) => boolean): Item | null => {
  let at = from + 1;
  while (clauses[at]?.opener === 'relative') at++;
  for (; clauses[at]?.opener === 'resumed' && clauses[at]!.verb === null; at++) {
    const words = items.slice(clauses[at]!.first, clauses[at]!.last + 1);
    if (words.some(({ kind }) => kind === 'trigger' || kind === 'reporting')) return null;
    const date = words.find(fits);
    if (date) return date;
  }
  return null;
};

/**
 * When an event happened, by its own sentence and the guide: the date told beside it; for news without a time
 * word the day of publication, approximate; for what stands, that day; for an earlier act, some day before it.
 * Denied, planned and possible events have only a date that the text gives them.
 */
export const dateOf = (sentence: Sentence, draft: EventDraft, published: string | null): Dated => {
  const days = parseEdtf(published);
  const happened = draft.modality === 'asserted' || draft.modality === 'uncertain';
  const going = isBefore(sentence, draft) ? null : underWay(sentence, draft);
  const { date } = nearestDate(sentence, draft, (item) => !happened || !isAhead(item, days), going !== null) ?? {};
  const counted = happened && days && Number.isFinite(days.last) ? countedFrom(sentence, draft.item, days.last) : null;
  if (counted) return counted;
  if (date?.edtf)
    return {
      edtf: closed(sinceBegun(sentence, draft, date.edtf, days), days, happened),
      reason: date.reason,
      basis: 'told',
    };
  if (!happened) return { edtf: null, reason: 'not asserted, and the text gives it no date', basis: 'none' };
  if (!days || !Number.isFinite(days.last))
    return { edtf: null, reason: date?.reason ?? 'no date is told, and the report is undated', basis: 'none' };
  const day = isoDay(days.last);
  if (going !== null) {
    const about = going === 'still' || draft.standing || days.first !== days.last ? '' : '~';
    return { edtf: `${formatDays(days)}${about}`, reason: 'goes on while the report is written', basis: 'stands' };
  }
  const said = saidOn(sentence, draft, days);
  if (said) return said;
  if (isBefore(sentence, draft)) return { edtf: `../${day}`, reason: 'told as something earlier', basis: 'before' };
  if (draft.standing && draft.sense.part !== 'perfect')
    return { edtf: formatDays(days), reason: 'stands on the day of publication', basis: 'stands' };
  return {
    edtf: `${formatDays(days)}${days.first === days.last ? '~' : ''}`,
    reason: 'told as news of the day of publication',
    basis: 'news',
  };
};

/** «في 7 شباط أعلن الجيش أن غاراته قتلت مئة»: news of the day on which it was told, where that lies before publication. */
const saidOn = (
  { items, clauses, clauseOf, verbs }: Sentence,
  draft: EventDraft,
  published: DayInterval,
): Dated | null => {
  const clause = clauses[clauseOf[draft.item]!]!;
  if (
    clause.index === 0 ||
    (items[clause.first - 1]?.kind !== 'complementiser' && items[clause.first]?.kind !== 'complementiser')
  )
    return null;
  const teller = clauses[clause.index - 1]!;
  const words = items.slice(teller.first, teller.last + 1);
  if (!words.some((item, k) => item.kind === 'reporting' && verbs.has(teller.first + k))) return null;
  const told = words.find((item) => isUsable(item) && item.date!.edtf !== null)?.date;
  const days = parseEdtf(told?.edtf ?? null);
  if (!days || days.first !== days.last || published.first - days.last < SAID_BEFORE) return null;
  return { edtf: `${isoDay(days.first)}~`, reason: `told as news on that day: ${told!.reason}`, basis: 'told' };
};

/** What happened is not dated by what is still to come: «اتفقوا على إجراء انتخابات في ديسمبر المقبل». */
const isAhead = ({ date }: Item, published: DayInterval | null): boolean => {
  const told = parseEdtf(date?.edtf ?? null);
  return told !== null && published !== null && told.first > published.last;
};

/** Days before publication from which on the day of an announcement dates its news. */
const SAID_BEFORE = 1;
const isWas = spelt(/^و?كان(?:ت|وا)?$/);
const HAD = 'قد';
/** Set phrases by their first word: سبق أن, في السابق (formerly). */
const isEarlier = spelt(spelling('event/earlier', '[وف]?'));

/**
 * An earlier act: «كان يسيطر» (held before), «كانت قد نزحت» (had fled), «منذ سيطرت» (since it took), and what a
 * relative clause tells in the perfect of a side, place or thing: «الألغام التي زرعها التنظيم».
 */
const isBefore = ({ items, clauses, clauseOf }: Sentence, draft: EventDraft): boolean => {
  const { item: at, sense } = draft;
  const before = items.slice(Math.max(0, at - 3), at);
  const was = before.some(isWas);
  if (before.some((item) => item.cue === 'background' && isEarlier(item))) return true;
  if (was && (draft.standing || before.some((item) => item.form === HAD))) return true;
  if (sense.part !== 'perfect') return false;
  if (items[at - 1]?.preposition === 'منذ') return true;
  const clause = clauses[clauseOf[at]!]!;
  return (
    clause.opener === 'relative' &&
    clause.verb === at &&
    clause.antecedent !== null &&
    items[clause.antecedent]!.kind !== 'trigger'
  );
};

/** «منذ X» is told up to publication, and what happened «هذا الأسبوع» (this week) no later. */
const closed = (edtf: string, published: DayInterval | null, happened: boolean): string => {
  if (!edtf.includes('/') || published === null || !Number.isFinite(published.last)) return edtf;
  const told = parseEdtf(edtf);
  const runsPast = told !== null && told.first <= published.last && told.last > published.last;
  const [from, to] = edtf.split('/');
  return to === '..' || (happened && runsPast) ? `${from}/${isoDay(published.last)}` : edtf;
};
