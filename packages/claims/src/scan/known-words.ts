import type { Token } from '@isnad/text';
import { WRITTEN_DUAL } from './choose.js';
import { copyOf, type Item, type ItemDraft } from './item.js';
import { matchedAt } from './matched.js';
import type { Relations } from './matches.js';
import { numberEnd, numberItem } from './numbers.js';
import type { Beginning, Scanners } from './scanners.js';
import { NO_RELATIONS, type Scanned } from './scanning.js';
import { dateItem } from './small-items.js';

/** The longest thing that is known and begins at a token: a date, a number with what it counts, words; null for none. */
export const knownAt = (scanned: Scanned, at: number, relations: Relations): ItemDraft | null => {
  const { tokens, original, last, scanners, marked } = scanned;
  const token = tokens[at]!;
  const date = marked.dates[at];
  const number = marked.numbers[at];
  if (date && date.lastToken <= last && (!number || date.lastToken >= number.lastToken))
    return dateItem(tokens, at, date, number);
  if (number && numberEnd(tokens, number) <= last) {
    const counted = numberItem(tokens, at, number, scanners);
    if (counted) return counted;
  }
  const beginning = token.kind === 'word' ? scanners.begins.of(token.word) : null;
  if (beginning === null) return null;
  // What a word is by itself is remembered by its letters; a dual that only its vowel signs tell is read each time.
  const isDual = WRITTEN_DUAL.test(original.slice(token.start, token.end));
  if (beginning.place || isDual || goesOn(beginning, scanners, tokens, at))
    return matchedAt({ tokens, original, at, last, scanners, relations });
  if (beginning.alone !== undefined) return beginning.alone && again(beginning.alone, token, at);
  const item = matchedAt({ tokens, original, at, last, scanners, relations });
  // A side keeps where its loaded words stand.
  if (item === null || item.side === undefined) beginning.alone = item && copyOf(item);
  return item;
};

/** Whether something known begins at a token, wherever it stands. */
export const isKnown = (scanned: Scanned, at: number): boolean => knownAt(scanned, at, NO_RELATIONS) !== null;

/** Whether a word begins a longer phrase here; most do not, as the next word goes on with none. */
const goesOn = (
  { longer }: Beginning,
  { automata, follows }: Scanners,
  tokens: readonly Token[],
  at: number,
): boolean => {
  const next = tokens[at + 1];
  if (longer === 0 || next === undefined) return false;
  // What stands behind a mark may go on with it: phrases are read over quotation marks.
  const open = next.kind === 'mark' ? longer : longer & follows.of(next.word);
  if (open === 0) return false;
  return automata.some((phrases, bit) => (open & (1 << bit)) !== 0 && phrases.goesOnAt(tokens, at));
};

/** The item that a word made before by itself, at another token. */
const again = (item: Item, { start, end }: Token, at: number): ItemDraft => {
  const one = copyOf(item);
  one.first = at;
  one.last = at;
  one.start = start;
  one.end = end;
  return one;
};
