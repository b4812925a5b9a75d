import { type FigureScope, isoDay, parseEdtf } from '@isnad/model';
import { isDemonstrative } from '../clause/parts.js';
import { spelt } from '../scan/spelt.js';
import { spelling } from '../words/classes.js';
import type { FigureDraft } from './draft.js';
import type { Counting } from './noun.js';
import { endOf, stretchFor } from './stretch.js';
import { isCounter, isToll } from './topic.js';
import type { FigureWords } from './words.js';

/** Over what time a figure counts. */
export interface Window {
  readonly scope: FigureScope;
  /** EDTF. */
  readonly from: string | null;
  readonly to: string | null;
  /** «ارتفع إلى»: replaces an earlier count. */
  readonly replaces: boolean;
}

const INCIDENT: Window = { scope: 'incident', from: null, to: null, replaces: false };

/** «في الفترة ذاتها»: the window of the figure before. */
const samePeriod = ({ sentence: { items }, words }: Counting, figure: FigureDraft): boolean => {
  for (let k = figure.last + 1; k < Math.min(items.length - 1, figure.last + 12); k++) {
    if (items[k]!.number || items[k]!.date || items[k]!.kind === 'connector') return false;
    if (words.is('period', items[k]) && words.is('same', items[k + 1])) return true;
  }
  return false;
};

/** «ذات الشهر» (the same month). */
const isSame = spelt(/^ذات$/);

/** «خلال هذا الشهر الثالث»: a month that another count of the report dates. */
export const namesMonth = ({ sentence: { items }, words }: Counting, figure: FigureDraft): boolean =>
  items
    .slice(Math.max(0, figure.first - 8), figure.first)
    .some(
      (item, k, before) =>
        item.kind === 'word' &&
        words.is('months', item) &&
        (isDemonstrative(before[k - 1]) || isSame(before[k - 1])) &&
        !before.slice(k).some((other) => other.kind === 'connector'),
    );

/** «ارتفع إلى 14»: since the day told beside it, else since that of the toll before. */
const tollWindow = (
  { sentence: { items } }: Counting,
  figure: FigureDraft,
  last: Window | null,
  end: string | null,
): Pick<Window, 'from' | 'to'> => {
  const near = items.findLast((item, k) => k < figure.first && item.date?.edtf?.includes('/') === true)?.date?.edtf;
  const days = parseEdtf(near);
  if (days && Number.isFinite(days.first) && days.last - days.first <= 3)
    return { from: isoDay(days.first), to: isoDay(days.last) };
  return { from: last?.from ?? null, to: end };
};

/** «ارتفعت حصيلة الهجوم الذي بدأ في العاشر من أيلول إلى 930 و539»: the day from which all counts of a toll run. */
const begun = ({ sentence: { items, clauses }, words }: Counting, figure: FigureDraft): string | null => {
  for (const { opener, verb, parent, first } of clauses) {
    if (opener !== 'relative' || verb === null || parent === null || verb > figure.first) continue;
    const day = items.findIndex((item, k) => k > verb && k < figure.first && item.date?.edtf != null);
    if (day < 0 || !words.is('beginning', items[verb])) continue;
    const between = items.slice(day + 1, figure.first);
    const counts = items.slice(clauses[parent]!.first, first).some((item) => isCounter(item, words));
    if (
      counts &&
      !between.some((item) => item.kind === 'connector' || (item.mark !== undefined && /^[.;]$/.test(item.mark)))
    )
      return items[day]!.date!.edtf!.split('/')[0]!;
  }
  return null;
};

/** What befalls people does not stand. */
const HARM = new Set(['killed', 'wounded', 'casualties', 'released', 'surrendered', 'attacks', 'recaptured']);

/** «لا يزال», «ما زال» (still): by their first word. */
const STILL = spelling('figure/still', '[وف]?');

const isStanding = ({ sentence: { items, clauseOf }, words }: Counting, figure: FigureDraft): boolean => {
  const before = items.slice(Math.max(0, figure.first - 5), figure.first);
  const harmed = HARM.has(figure.measure);
  if (!harmed && before.some((item) => words.is('standing', item) && /^[وف]?[يت]/.test(item.form ?? ''))) return true;
  if (figure.rule === 'figure/toll' && figure.measure === 'strength') return true;
  return items.some(
    (item, k) =>
      (item.cue === 'ongoing' || item.senses?.some(({ part }) => part === 'phrase')) &&
      STILL.test(item.form ?? '') &&
      clauseOf[k] === clauseOf[figure.first] &&
      ((k < figure.first && figure.first - k <= 3) || (k > figure.last && k - figure.last <= 4 && !item.conjunction)),
  );
};

/**
 * Whether a figure counts one incident, a window (a stated stretch, a toll that rises) or what
 * stands on the day of publication. `last` is the window of the last cumulative figure.
 */
export const windowOf = (
  counting: Counting,
  figure: FigureDraft,
  published: string | null,
  last: Window | null,
): Window => {
  const end = endOf(published);
  const replaces = isToll(counting, figure.first);
  if (isStanding(counting, figure)) return { scope: 'standing', from: null, to: end, replaces: false };
  const cumulative = (from: string | null, to: string | null): Window => ({ scope: 'cumulative', from, to, replaces });
  if (samePeriod(counting, figure) && last) return { ...last, replaces };
  const from = begun(counting, figure);
  if (from !== null) return { scope: 'cumulative', from, to: end, replaces: true };
  const stretch = stretchFor(counting, figure, end);
  if (stretch) return cumulative(stretch.from, stretch.to);
  if (replaces) {
    const { from, to } = tollWindow(counting, figure, last, end);
    return cumulative(from, to);
  }
  if (figure.rule === 'figure/documented') return cumulative(last?.from ?? null, end);
  return isOverTime(counting, figure) ? cumulative(null, end) : INCIDENT;
};

/** What a war is said to have cost. */
const LASTING = new Set(['killed', 'wounded', 'casualties', 'displaced']);
const MANY = 100;

/** «الحرب أدت إلى مقتل 10 آلاف»: a war stands before the count in its clause. */
const isOfWar = (items: Counting['sentence']['items'], first: number, words: FigureWords): boolean => {
  for (let k = first - 1; k >= Math.max(0, first - 14); k--) {
    if (items[k]!.mark !== undefined && /^[.;:]$/.test(items[k]!.mark!)) return false;
    if (words.is('wars', items[k])) return true;
  }
  return false;
};

/** «في الآونة الأخيرة», «وسبق أن قتل»: over a time that is not told. */
const isOverTime = ({ sentence: { items }, words }: Counting, figure: FigureDraft): boolean => {
  const near = items.slice(Math.max(0, figure.first - 12), figure.last + 9);
  if (near.some((item) => words.is('indefinite', item))) return true;
  if (LASTING.has(figure.measure) && (figure.min ?? 0) >= MANY && isOfWar(items, figure.first, words)) return true;
  const before = items.slice(Math.max(0, figure.first - 4), figure.first);
  const earlier = before.some((item) => item.cue === 'background' && /^و?سبق/.test(item.form ?? ''));
  return earlier && !items.some((item) => item.kind === 'date');
};
