import { type FigureScope, isoDay, parseEdtf } from '@isnad/model';
import type { FigureDraft } from './draft.js';
import type { Counting } from './noun.js';
import { isToll } from './topic.js';

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
/** Dates of at least so many days (months, years) are windows by themselves. */
const LONG = 27;

/** Day to which a count runs when the text gives no end: the last of publication. */
const endOf = (published: string | null): string | null => {
  const days = parseEdtf(published);
  return days && Number.isFinite(days.last) ? isoDay(days.last) : null;
};

interface Stretch {
  readonly at: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** The dates of a sentence that tell over what time something is counted. */
const stretchesOf = (counting: Counting, end: string | null): readonly Stretch[] => {
  const {
    sentence: { items },
    words,
  } = counting;
  return items.flatMap((item, at): Stretch[] => {
    const { date } = item;
    if (item.kind !== 'date' || !date || date.kind === 'repeated') return [];
    const since = words.is('since', item.form);
    if (
      since &&
      items.slice(Math.max(0, at - 7), at).some((other) => !other.number && words.is('superlatives', other.form))
    )
      return [];
    if (date.edtf === null) {
      if (!since) return words.is('during', item.form) ? [{ at, from: null, to: null }] : [];
      const later = items.slice(at + 1, at + 9).find((other) => isEarlier(other.date?.edtf ?? null, end))?.date?.edtf;
      return [{ at, from: later?.split('/')[0] ?? null, to: end }];
    }
    const days = parseEdtf(date.edtf);
    if (!days) return [];
    const [from = null, to = from] = date.edtf.split('/');
    if (since) return [{ at, from, to: to === '..' || to === from ? end : to }];
    const length = days.last - days.first;
    // «منذ تدخل التحالف … في مارس 2015»: the stretch opens at the word of the clause.
    const opened = items.findLastIndex(
      (other, k) =>
        k < at &&
        at - k <= 9 &&
        (other.preposition === 'منذ' || (other.kind === 'connector' && words.is('since', other.form))),
    );
    if (opened >= 0 && !items.slice(opened, at).some((other) => other.mark !== undefined && /^[.;]$/.test(other.mark)))
      return [{ at: opened, from, to: end }];
    if (
      date.edtf.includes('/')
        ? words.is('during', item.form) || length > 7
        : length >= LONG && (words.is('during', item.form) || words.is('stretch', item.form))
    )
      return [
        {
          at,
          from: Number.isFinite(days.first) ? (date.edtf.includes('/') ? from : isoDay(days.first)) : null,
          to: Number.isFinite(days.last) ? (date.edtf.includes('/') ? to : isoDay(days.last)) : end,
        },
      ];
    return [];
  });
};

const isEarlier = (edtf: string | null, end: string | null): boolean => {
  const days = parseEdtf(edtf);
  const last = parseEdtf(end);
  return days !== null && (last === null || days.last < last.first);
};

/** The stretch that belongs to a figure: behind it before a new clause, else the nearest before it. */
const stretchFor = (
  { sentence: { items, verbs }, words }: Counting,
  figure: FigureDraft,
  stretches: readonly Stretch[],
): Stretch | null => {
  const behind = stretches.find(({ at }) => at > figure.last);
  const before = stretches.filter(({ at }) => at < figure.first).pop() ?? null;
  if (behind && behind.at - figure.last <= 24) {
    const between = items.slice(figure.last + 1, behind.at);
    const parted = between.some(
      (item, k) =>
        item.kind === 'connector' ||
        words.is('rising', item.form) ||
        (item.mark !== undefined && /^[.;]$/.test(item.mark)) ||
        (verbs.has(figure.last + 1 + k) && (item.harm === undefined || item.conjunction !== '')),
    );
    if (!parted && !(before && figure.first - before.at < 3)) return behind;
  }
  if (!before) return null;
  const parted = items.slice(before.at + 1, figure.first).some((item) => item.kind === 'connector' && !item.clitic);
  return parted && before.at > 2 ? null : before;
};

/** «في الفترة ذاتها»: the window of the figure before. */
const samePeriod = ({ sentence: { items }, words }: Counting, figure: FigureDraft): boolean => {
  for (let k = figure.last + 1; k < Math.min(items.length - 1, figure.last + 12); k++) {
    if (items[k]!.number || items[k]!.date || items[k]!.kind === 'connector') return false;
    if (words.is('period', items[k]!.form) && words.is('same', items[k + 1]!.form)) return true;
  }
  return false;
};

/** «خلال هذا الشهر الثالث»: a month that another count of the report dates. */
export const namesMonth = ({ sentence: { items }, words }: Counting, figure: FigureDraft): boolean =>
  items
    .slice(Math.max(0, figure.first - 8), figure.first)
    .some(
      (item, k, before) =>
        item.kind === 'word' &&
        words.is('months', item.form) &&
        /^(?:هذا|ذلك|ذات)$/.test(before[k - 1]?.form ?? '') &&
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

/** What befalls people does not stand. */
const HARM = new Set(['killed', 'wounded', 'casualties', 'released', 'surrendered', 'attacks', 'recaptured']);

const isStanding = ({ sentence: { items, clauseOf }, words }: Counting, figure: FigureDraft): boolean => {
  const before = items.slice(Math.max(0, figure.first - 5), figure.first);
  const harmed = HARM.has(figure.measure);
  if (!harmed && before.some((item) => words.is('standing', item.form) && /^[وف]?[يت]/.test(item.form ?? '')))
    return true;
  if (figure.rule === 'figure/toll' && figure.measure === 'strength') return true;
  return items.some(
    (item, k) =>
      item.cue === 'ongoing' &&
      /^[وف]?(?:لا|ما|ليزال|لازال|مازال)/.test(item.form ?? '') &&
      clauseOf[k] === clauseOf[figure.first] &&
      ((k < figure.first && figure.first - k <= 3) || (k > figure.last && k - figure.last <= 4 && !item.conjunction)),
  );
};

/**
 * Whether a figure counts one incident, a window (a stated stretch, a toll that rises, separate incidents) or what
 * stands on the day of publication. `last` is the window of the last cumulative figure.
 */
export const windowOf = (
  counting: Counting,
  figure: FigureDraft,
  published: string | null,
  last: Window | null,
): Window => {
  const {
    sentence: { items },
    words,
  } = counting;
  const end = endOf(published);
  const replaces = isToll(counting, figure.first);
  if (isStanding(counting, figure)) return { scope: 'standing', from: null, to: end, replaces: false };
  const cumulative = (from: string | null, to: string | null): Window => ({ scope: 'cumulative', from, to, replaces });
  if (samePeriod(counting, figure) && last) return { ...last, replaces };
  const stretch = stretchFor(counting, figure, stretchesOf(counting, end));
  if (stretch) return cumulative(stretch.from, stretch.to);
  if (replaces) {
    const { from, to } = tollWindow(counting, figure, last, end);
    return cumulative(from, to);
  }
  if (figure.rule === 'figure/documented') return cumulative(last?.from ?? null, end);
  if (items.slice(Math.max(0, figure.first - 12), figure.last + 9).some((item) => words.is('indefinite', item.form)))
    return cumulative(null, end);
  if (
    items
      .slice(Math.max(0, figure.first - 4), figure.first)
      .some((item) => item.cue === 'background' && /^(?:و)?سبق/.test(item.form ?? ''))
  )
    return cumulative(null, end);
  return INCIDENT;
};
