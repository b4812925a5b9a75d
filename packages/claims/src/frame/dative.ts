import type { Sentence } from '../clause/sentence.js';
import { isParty } from './subject.js';

/** ل before a noun that is none of «ليلة», «لمدة», «لكن» (by night, for a time, but). */
const OF_SOMETHING = /^لل?(?!يل|مده|دي|كن|ان|عد|حظه|غايه|صالح).{4,}/;

/** Whether a noun governed by ل stands behind a verbal noun within its stretch, so that what it governs itself acts. */
export const hasDative = ({ items, governor }: Sentence, at: number, end: number): boolean => {
  for (let k = at + 1; k <= end; k++) {
    const item = items[k]!;
    // استهدافها لمحاور القتال
    if (k === at + 1 && item.kind === 'word' && OF_SOMETHING.test(item.form ?? '')) return true;
    if (governor[k] === 'ل' && (isParty(item) || item.kind === 'place' || item.kind === 'thing')) return true;
  }
  return false;
};
