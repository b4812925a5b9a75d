import { entryAt } from '@isnad/text';
import type { TitleFound } from './mention.js';
import { isQuote, type View } from './view.js';

/** Adjectives between a title and its name: الشاب السوري, الرئيس الأميركي السابق. */
const MOST_ADJECTIVES = 3;

/** A mark that opens what is inside it. */
export const isOpening = (view: View, at: number): boolean => {
  const token = view.tokens[at];
  return token?.kind === 'mark' && (isQuote(token) || token.word.form === '(' || token.word.form === '[');
};

/** A quotation mark stands right before. */
export const isQuoted = (view: View, at: number): boolean => isQuote(entryAt(view.tokens, at - 1));

/** Nothing but quotation marks, brackets and colons stands between two tokens. */
export const reaches = (view: View, last: number, at: number): boolean => {
  for (let k = last + 1; k < at; k++) {
    const { kind, word } = view.tokens[k]!;
    const passes =
      isOpening(view, k) || word.form === ':' || word.form === 'ب' || word.form === '#' || kind === 'break';
    if (!passes) return false;
  }
  return at > last;
};

/** Only adjectives stand between a title and the name. */
export const isAdjacent = (view: View, title: TitleFound, at: number): boolean => {
  let adjectives = 0;
  for (let k = title.last + 1; k < at; k++) {
    const token = view.tokens[k]!;
    if (token.kind === 'mark') {
      if (!isOpening(view, k)) return false;
      continue;
    }
    if (token.kind !== 'word' || !view.factsAt(k).definite || ++adjectives > MOST_ADJECTIVES) return false;
    const kind = view.itemAt(k)?.kind;
    if (kind !== undefined && kind !== 'word' && kind !== 'actor' && kind !== 'people') return false;
  }
  return true;
};

/** Only ages, brackets and marks stand between the last name of a list and here. */
export const listIsOpen = (view: View, last: number, at: number): boolean => {
  const { years, lead } = view.words.ages;
  let depth = 0;
  for (let k = last + 1; k < at; k++) {
    const { kind, word } = view.tokens[k]!;
    if (word.form === '(') depth++;
    else if (word.form === ')') depth--;
    else if (depth > 0 || kind === 'mark' || kind === 'digits' || kind === 'break' || word.form === 'و') continue;
    else if (!years.has(word.form) && !lead.has(word.form)) return false;
  }
  return true;
};

/** How far a list may go on behind a name, in tokens. */
const REACH = 14;

/** A name goes on a list behind the name before: «محمد وأحمد», «محمد، أحمد». */
export const isListed = (view: View, last: number, at: number, proclitics: string): boolean => {
  if (last < 0 || at - last > REACH) return false;
  const before = view.tokens[at - 1]!;
  const beforeQuote = isQuote(before) ? entryAt(view.tokens, at - 2) : undefined;
  const joint =
    proclitics.startsWith('و') ||
    [before, beforeQuote].some((one) => one !== undefined && /^[و،,]$/.test(one.word.form));
  return joint && listIsOpen(view, last, at);
};

/** What is written on a title: ل in للشيخ. */
export const procliticsOf = (view: View, { first }: TitleFound): string =>
  view.words.phrases.at(view.tokens, first, true).find(({ value }) => value.kind === 'title')?.proclitics ?? '';
