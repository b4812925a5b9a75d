import type { FigureScope } from '@isnad/model';
import { isoDay, parseEdtf } from '@isnad/model';
import type { Sentence } from '../clause/sentence.js';
import type { FigureDraft } from './read.js';

export interface Window {
  readonly scope: FigureScope;
  readonly from: string | null;
  readonly to: string | null;
  /** «ارتفع إلى»: replaces an earlier count. */
  readonly replaces: boolean;
}

const RISES = /^(?:و|ل|ف)*(?:ارتفع|ارتفعت|يرتفع|ترتفع|ارتفاع|ليرتفع|لترتفع|بلغ|بلغت|يبلغ|وصل|وصلت|حصيله|الحصيله|اجمالي)$/;

/**
 * Whether a figure counts one incident, a window («منذ», a stated stretch of more than a few days, a toll that
 * rises) or what stands on the day of publication.
 */
export const windowOf = (sentence: Sentence, figure: FigureDraft, published: string | null): Window => {
  const { items } = sentence;
  const until = parseEdtf(published);
  const end = until && Number.isFinite(until.last) ? isoDay(until.last) : null;
  let replaces = false;
  for (let k = Math.max(0, figure.first - 8); k < figure.first; k++) if (RISES.test(items[k]!.form ?? '')) replaces = true;
  let from: string | null = null;
  let to: string | null = null;
  let cumulative = false;
  for (let k = 0; k < items.length; k++) {
    const date = items[k]!.date;
    if (!date?.edtf || Math.abs(k - figure.first) > 16) continue;
    const days = parseEdtf(date.edtf);
    if (!days) continue;
    const wide = date.edtf.includes('/') && (!Number.isFinite(days.last) || days.last - days.first > 7);
    if (!wide) continue;
    cumulative = true;
    [from, to] = [Number.isFinite(days.first) ? date.edtf.split('/')[0]! : null, Number.isFinite(days.last) ? date.edtf.split('/')[1]! : end];
  }
  if (cumulative) return { scope: 'cumulative', from, to, replaces };
  return { scope: 'incident', from: null, to: null, replaces };
};
