import { isoDay, parseEdtf } from '@isnad/model';
import type { Item } from '../scan/item.js';
import { spelling } from '../words/classes.js';
import type { FigureDraft } from './draft.js';
import type { Counting } from './noun.js';

/** A stretch of time over which something is counted, told at an item. EDTF; null where it is not told. */
export interface Stretch {
  readonly at: number;
  /** Item of its date, where that stands apart from its first word. */
  readonly dated?: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** Months and years are stretches; shorter dates are days of incidents. */
const LONG = 27;
/** How far behind «منذ» the date of its clause may stand. */
const SINCE_REACH = 12;
/** How far behind a figure its stretch may stand. */
const REACH = 24;

/** Day to which a count runs when the text gives no end: the last of publication. */
export const endOf = (published: string | null): string | null => {
  const days = parseEdtf(published);
  return days && Number.isFinite(days.last) ? isoDay(days.last) : null;
};

/** The stretch that belongs to a figure: behind it before a new clause, else the nearest before it. */
export const stretchFor = (counting: Counting, figure: FigureDraft, end: string | null): Stretch | null => {
  const { items } = counting.sentence;
  const dated: Stretch[] = [];
  for (let at = 0; at < items.length; at++) {
    const one = items[at]!.kind === 'date' ? stretchAt(counting, at, end) : null;
    const isAround = one && one.at < figure.first && figure.first < (one.dated ?? one.at);
    if (one && !isAround) dated.push(one);
  }
  const stretches = [...dated, ...undated(counting, dated, end)].sort((a, b) => a.at - b.at);
  const before = stretches.findLast(({ at }) => at < figure.first) ?? null;
  const behind = stretches.find(({ at }) => at > figure.last);
  const beside = before !== null && figure.first - before.at < 3;
  if (behind && behind.at - figure.last <= REACH && !beside && !isParted(counting, figure.last + 1, behind.at))
    return behind;
  if (!before || (before.from === null && !opensClause(counting, before.at, figure.first))) return null;
  const parted = items.slice(before.at + 1, figure.first).some((item) => item.kind === 'connector' && !item.clitic);
  return parted && before.at > 2 ? null : before;
};

/** Whether a since without date stands apart from the figure: «منذ بدء الهجوم قتل 5», «منذ …، …». */
const opensClause = ({ sentence: { items, verbs } }: Counting, at: number, first: number): boolean =>
  items.slice(at, first).some((item, k) => item.kind === 'comma' || verbs.has(at + k) || item.preposition === 'إلى');

/** Whether something new begins between a figure and a date behind it; what befell the counted does not. */
const isParted = ({ sentence: { items, verbs }, words }: Counting, from: number, to: number): boolean => {
  for (let k = from; k < to; k++) {
    const item = items[k]!;
    if (item.kind === 'connector' || isStop(item) || words.is('rising', item)) return true;
    // «في غارات شنتها طائرات خلال 48 ساعة»: a verb that carries an event tells nothing new.
    const carries = item.supports?.[0]?.does === 'agent' || item.supports?.[0]?.does === 'occur';
    if (verbs.has(k) && ((item.harm === undefined && !carries) || item.conjunction !== '')) return true;
  }
  return false;
};

/** «من … حتى», «ما بين» (from … to, between): the first word of a stretch. */
const FROM = spelling('figure/from', '[وف]?');

const isStop = ({ mark }: Item): boolean => mark !== undefined && /^[.;]$/.test(mark);

/** The stretch that the date at an item tells, if it tells one. */
const stretchAt = (counting: Counting, at: number, end: string | null): Stretch | null => {
  const { sentence, words } = counting;
  const { items } = sentence;
  const item = items[at]!;
  const { date, form } = item;
  if (!date || date.kind === 'repeated') return null;
  const since = words.is('since', item);
  const during = words.is('during', item);
  if (since && isComparison(counting, at)) return null;
  if (date.edtf === null) return since ? sinceUndated(items, at, end) : during ? { at, from: null, to: end } : null;
  const days = parseEdtf(date.edtf);
  if (!days) return null;
  const [from = null, to = from] = date.edtf.split('/');
  if (since) return { at, from, to: to === '..' || to === from ? end : to };
  const opened = isBefore(date.edtf, end) ? clauseSince(counting, at) : null;
  if (opened !== null) return { at: opened, dated: at, from, to: end };
  if (date.edtf.includes('/')) {
    const bounded = FROM.test(form ?? '');
    if (!during && !bounded && !words.is('stretch', item)) return null;
    return { at, from: Number.isFinite(days.first) ? from : null, to: Number.isFinite(days.last) ? to : end };
  }
  // «خلال اليوم», «في شهر مايو»; but «الشهر الماضي» dates an incident.
  const isLong = days.last - days.first >= LONG && words.is('stretch', item) && !/^[وفب]{0,2}الشهر/.test(form ?? '');
  return during || isLong ? { at, from: isoDay(days.first), to: isoDay(days.last) } : null;
};

/** «منذ بدء الهجوم وحتى الآن»: since a day that is not told. */
const undated = (counting: Counting, dated: readonly Stretch[], end: string | null): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  counting.sentence.items.forEach(({ preposition }, at) => {
    if (preposition === 'منذ' && !dated.some((one) => one.at === at) && !isComparison(counting, at))
      stretches.push({ at, from: null, to: end });
  });
  return stretches;
};

/** «أعنف هجوم منذ ثلاث سنوات»: the date bounds a comparison. */
const isComparison = ({ sentence: { items }, words }: Counting, at: number): boolean =>
  items.slice(Math.max(0, at - 7), at).some((item) => !item.number && words.is('superlatives', item));

/** «منذ بدء الهجوم … في العاشر من أيلول»: the date of a since that tells none stands behind it. */
const sinceUndated = (items: readonly Item[], at: number, end: string | null): Stretch => {
  const later = items.slice(at + 1, at + SINCE_REACH).find(({ date }) => isBefore(date?.edtf ?? null, end));
  return { at, from: later?.date?.edtf?.split('/')[0] ?? null, to: end };
};

const isBefore = (edtf: string | null, end: string | null): boolean => {
  const [days, last] = [parseEdtf(edtf), parseEdtf(end)];
  return days !== null && (last === null || days.last < last.first);
};

/** «منذ تدخل التحالف … في مارس 2015»: the item of «منذ» whose clause holds the date. */
const clauseSince = ({ sentence: { items }, words }: Counting, at: number): number | null => {
  for (let k = at - 1; k >= Math.max(0, at - SINCE_REACH); k--) {
    const item = items[k]!;
    if (isStop(item)) return null;
    if (item.preposition === 'منذ' || (item.kind === 'connector' && words.is('since', item))) return k;
  }
  return null;
};
