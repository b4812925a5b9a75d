import type { Sentence } from '../clause/sentence.js';
import type { Item } from '../scan/item.js';
import type { Roles } from './roles.js';

/**
 * The item behind which what stands bare is what a finite verb hits: «هاجمت مجموعات مدفعية الجيش» (groups attacked the
 * guns of the army). It stands behind the doer, or behind a verb whose doer stands before it; what it is hit with, behind بـ.
 */
export const objectsBehind = ({ governor }: Sentence, at: number, { actors }: Roles): number => {
  let first = Number.POSITIVE_INFINITY;
  for (const k of actors) {
    if (governor[k] !== null) continue;
    if (k < at) return at;
    if (k > at) first = Math.min(first, k);
  }
  return first;
};

/** Whether an item is what is hit, where that stands bare behind `from`. */
export const isObject = ({ items, governor }: Sentence, { actors }: Roles, from: number, k: number): boolean =>
  k > from &&
  governor[k] === null &&
  !isAdverb(items[k]!) &&
  !NO_OBJECT.has(items[k]!.means ?? '') &&
  !actors.includes(k);

/** Explosive belts are hit by nobody; ships are the means of no attack but what it hits, which makes it one at sea. */
const NO_OBJECT: ReadonlySet<string> = new Set(['suicide', 'naval']);

/** «مدفعيا» (with guns), «جوا» (from the air): adverbs of the means. */
const isAdverb = ({ form = '', definite }: Item): boolean => !definite && (form.endsWith('يا') || form.endsWith('وا'));
