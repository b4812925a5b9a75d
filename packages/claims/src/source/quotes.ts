import type { Item } from '../scan/item.js';

/** A stretch between quotation marks, as items. */
export interface Quoted {
  readonly first: number;
  readonly last: number;
  /** The closing mark stands in the same sentence. */
  readonly closed: boolean;
}

const MARKS = /["“”„«»]/;

/**
 * The quoted stretches of a sentence. Reports write either mark at either end (لـ”قسد”), so that each mark
 * opens what the one before closed. `open` when a quotation of the sentence before is still going on.
 */
export const quotedIn = (
  items: readonly Item[],
  text: string,
  start: number,
  end: number,
  open: boolean,
): readonly Quoted[] => {
  const found: Quoted[] = [];
  let from: number | null = open ? start : null;
  const close = (to: number, closed: boolean) => {
    const first = items.findIndex((item) => item.start >= from! - 1);
    let last = items.length - 1;
    while (last >= 0 && items[last]!.end > to + 1) last--;
    if (first >= 0 && last >= first) found.push({ first, last, closed });
    from = null;
  };
  for (let at = start; at < end; at++) {
    if (!MARKS.test(text[at]!)) continue;
    if (from === null) from = at;
    else close(at, true);
  }
  if (from !== null) close(end, false);
  return found;
};

/** Whether a quotation is what somebody says, not a name in quotation marks. */
export const isSpoken = (items: readonly Item[], verbs: ReadonlySet<number>, { first, last }: Quoted): boolean =>
  last - first >= 3 &&
  items
    .slice(first, last + 1)
    .some((item, k) => verbs.has(first + k) || item.kind === 'trigger' || item.kind === 'measure');
