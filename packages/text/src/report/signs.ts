import { fold } from '@isnad/arabic';
import type { Span } from '@isnad/model';
import type { Token } from '../tokens.js';
import type { Dateline } from './dateline.js';
import type { Line } from './lines.js';
import data from './outlets.json' with { type: 'json' };

/** First words of the names of towns in two words: دير الزور, رام الله. */
const TOWNS = new Set(data.townsInTwo.forms.map(fold));

/**
 * Whether a dateline only signs the report: it names an agency, or one town with a comma or bracket behind it;
 * «أفاد مصدر أمني -» begins a sentence, and «محافظة دير الزور:» heads what stands below.
 */
export const isSign = (tokens: readonly Token[], { start, last, source }: Dateline, line: Line): boolean => {
  if (source !== null) return true;
  if (tokens[last]!.word.form === ':' || tokens[line.firstToken]!.start !== start) return false;
  const words: number[] = [];
  let parted = false;
  for (let index = line.firstToken; index <= last; index++) {
    const { kind, word } = tokens[index]!;
    if (kind !== 'mark') words.push(index);
    else parted ||= word.form === '،' || word.form === ',' || word.form === '(';
  }
  const first = tokens[words[0]!]!.word.form;
  if (words.length <= 1) return true;
  return (
    (parted && words.length <= PARTED_WORDS) || (words.length === 2 && (first.startsWith('ال') || TOWNS.has(first)))
  );
};
/** «ريف الرقة، سوريا –», «النهود، 1 مايو 2025 ــ». */
const PARTED_WORDS = 4;

/**
 * What the end of a line holds of another page put into this one: the signature of a post with its handle and date,
 * «— الدفاع المدني (@handle) March 3, 2021», and links, «pic.twitter.com/…». Null where it holds none.
 */
export const postSignature = (tokens: readonly Token[], line: Line): Span | null => {
  const from = linksFrom(tokens, line.firstToken, signedFrom(tokens, line) ?? line.lastToken + 1);
  return from > line.lastToken ? null : { start: tokens[from]!.start, end: tokens[line.lastToken]!.end };
};

/** First token of a signature with a handle and a date behind it, at the end of a line. */
const signedFrom = (tokens: readonly Token[], line: Line): number | null => {
  const handle = handleIn(tokens, line);
  if (handle === null || line.lastToken - handle.close > DATE_TOKENS) return null;
  let from = handle.open;
  while (from > line.firstToken && handle.open - from < NAME_TOKENS && tokens[from]!.word.form !== '-') from--;
  return tokens[from]!.word.form === '-' || from === line.firstToken ? from : null;
};
/** How many tokens a name and a date may have. */
const NAME_TOKENS = 16;
const DATE_TOKENS = 9;

/** The brackets around a handle: (@handle). */
const handleIn = (
  tokens: readonly Token[],
  { firstToken, lastToken }: Line,
): { readonly open: number; readonly close: number } | null => {
  for (let index = firstToken; index < lastToken; index++) {
    if (tokens[index]!.word.form !== '(' || tokens[index + 1]!.word.form !== '@') continue;
    for (let close = index + 2; close <= lastToken; close++)
      if (tokens[close]!.word.form === ')') return { open: index, close };
  }
  return null;
};

const LINK = /^(?:https?|www|pic)$/i;

/** First token of the links that end right before a token: a link is one run without spaces. */
const linksFrom = (tokens: readonly Token[], first: number, end: number): number => {
  let from = end;
  for (let index = end - 1; index >= first; index--) {
    const { kind, spaced, word } = tokens[index]!;
    if (!spaced && index > first) continue;
    if (kind !== 'latin' || !LINK.test(word.form) || index + 1 >= from) break;
    from = index;
  }
  return from;
};
