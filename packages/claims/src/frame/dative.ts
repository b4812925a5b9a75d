import type { Sentence } from '../clause/sentence.js';
import type { Item } from '../scan/item.js';
import { anyOf } from '../words/classes.js';
import { isParty } from './subject.js';

/** ل before a noun that is none of «ليلة», «لمدة», «لكن» (by night, for a time, but). */
const OF_SOMETHING = new RegExp(`^لل?(?!${anyOf('frame/no-dative')}).{4,}`);

/** Whether a noun governed by ل stands behind a verbal noun within its stretch, so that what it governs itself acts. */
/** «منزلا», «مواقع»: what was hit stands bare behind who hit it. */
const isBareObject = ({ kind, conjunction, clitic, definite, place, form }: Item): boolean =>
  !conjunction &&
  !clitic &&
  ((kind === 'thing' && !definite) ||
    (kind === 'word' && !definite && ACCUSATIVE.test(form ?? '')) ||
    (kind === 'place' && place!.relations.length === 0));
const ACCUSATIVE = /^(?!ال).{2,}[^اي]ا$/;

/** «استهداف الاحتلال منزلا» (the occupation's targeting of a house): with what was hit behind it, a side acts. */
export const hasObject = ({ items, verbs }: Sentence, side: number, end: number): boolean => {
  const next = items[side + 1];
  return (
    items[side]!.kind === 'actor' && next !== undefined && side < end && !verbs.has(side + 1) && isBareObject(next)
  );
};

export const hasDative = ({ items, governor }: Sentence, at: number, end: number): boolean => {
  for (let k = at + 1; k <= end; k++) {
    const item = items[k]!;
    // استهدافها لمحاور القتال
    if (k === at + 1 && item.kind === 'word' && OF_SOMETHING.test(item.form ?? '')) return true;
    if (governor[k] === 'ل' && (isParty(item) || item.kind === 'place' || item.kind === 'thing')) return true;
  }
  return false;
};

/** «استهداف مسيرة تركية لسيارتهم» (a Turkish drone's hitting their car): aircraft hit, and are rarely hit. */
export const isCraft = ({ side }: Item): boolean => CRAFT.has(side?.heads[0] ?? '');
const CRAFT: ReadonlySet<string> = new Set(['air', 'helicopters', 'drones']);

/** What is shot down: a side's craft and missiles. */
export const isShotDown = (item: Item): boolean => isCraft(item) || item.side?.heads[0] === 'rockets';

/**
 * «استهداف الفصائل بالصواريخ مواقع للنظام» (the factions' hitting positions of the government with rockets): a bare noun
 * behind the means is what was hit, so that the side before it acts.
 */
export const hitsBehindMeans = ({ items, governor }: Sentence, side: number, end: number): boolean => {
  for (let k = side + 2; k <= end; k++) {
    const { kind, head, definite, conjunction, clitic } = items[k]!;
    const isSite = (kind === 'thing' || head === 'positions' || items[k]!.side?.heads[0] === 'positions') && !definite;
    if (isSite && (governor[k] === null || items[k - 1]!.means !== undefined) && conjunction === '' && clitic === '')
      return items.slice(side + 1, k).some(({ means }, n) => means !== undefined && governor[side + 1 + n] === 'ب');
  }
  return false;
};
