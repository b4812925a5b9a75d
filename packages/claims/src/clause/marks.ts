import type { Item } from '../scan/item.js';

/** Marks on the items of a sentence. */
export interface Marks {
  /** Whether an item bears the mark; none outside the sentence does. */
  readonly has: (at: number) => boolean;
}

/** Marks the items that a test holds for; it is asked once for each. */
export const marked = (items: readonly Item[], test: (items: readonly Item[], at: number) => boolean): Marks => {
  const marks = items.map((_, at) => test(items, at));
  return { has: (at) => at >= 0 && marks[at] === true };
};
