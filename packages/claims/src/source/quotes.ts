import type { Marks } from '../clause/marks.js';
import type { Item } from '../scan/item.js';

/** A stretch between quotation marks, as items. */
export interface Quoted {
  readonly first: number;
  readonly last: number;
  /** The closing mark stands in the same sentence. */
  readonly closed: boolean;
}

/** Whether a UTF-16 code unit is a quotation mark: " “ ” „ « ». */
const isMark = (unit: number): boolean =>
  unit === 0x22 || unit === 0xab || unit === 0xbb || (unit >= 0x201c && unit <= 0x201e);
const isSpace = (unit: string | undefined): boolean => unit === undefined || /[\s(،:.]/.test(unit);

/**
 * Whether a mark opens a quotation. Reports write either mark at either end (لـ”قسد”), so that the blanks beside
 * it decide, and where there are none or two, whether one is open.
 */
const opens = (text: string, at: number, depth: number): boolean => {
  const before = isSpace(text[at - 1]);
  const after = isSpace(text[at + 1]);
  return before === after ? depth === 0 : before;
};

/** The outermost quoted stretches of a sentence. `open` when a quotation of the sentence before is still going on. */
export const quotedIn = (
  items: readonly Item[],
  text: string,
  start: number,
  end: number,
  open: boolean,
): readonly Quoted[] => {
  const found: Quoted[] = [];
  let from = start;
  let depth = open ? 1 : 0;
  const close = (to: number, closed: boolean) => {
    const first = items.findIndex((item) => item.start >= from - 1);
    let last = items.length - 1;
    while (last >= 0 && items[last]!.end > to + 1) last--;
    if (first >= 0 && last >= first) found.push({ first, last, closed });
  };
  for (let at = start; at < end; at++) {
    if (!isMark(text.charCodeAt(at))) continue;
    if (opens(text, at, depth)) {
      if (depth === 0) from = at;
      depth++;
    } else if (depth > 0) {
      depth--;
      if (depth === 0) close(at, true);
    }
  }
  if (depth > 0) close(end, false);
  return found;
};

/** Whether a quotation is what somebody says, not a name in quotation marks. */
export const isSpoken = (items: readonly Item[], verbs: Marks, { first, last }: Quoted): boolean =>
  last - first >= 3 &&
  items
    .slice(first, last + 1)
    .some((item, k) => verbs.has(first + k) || item.kind === 'trigger' || item.kind === 'measure');
