import type { Span } from '@isnad/model';
import type { Token } from './tokens.js';

/** A sentence of a report. Offsets are UTF-16 code units of the original text; tokens by index, both inclusive. */
export interface Sentence extends Span {
  readonly firstToken: number;
  readonly lastToken: number;
}

/** Marks that close a quotation or bracket, as the original has them; an opening mark begins the next sentence. */
const CLOSING = new Set(['"', '”', '»', '“', '’', "'", ')', ']', '}', '″']);

/**
 * Sentences: ended by a full stop, an exclamation or question mark, or a line break. A colon, a semicolon
 * and an ellipsis (.. …) do not end one; nor does the point of a decimal, an abbreviation (د. Dr, أ.ف.ب AFP),
 * a web address, or a list number that opens a line. A full stop without a space behind it does (بازيان.واضاف).
 */
export const splitSentences = (tokens: readonly Token[], original: string): readonly Sentence[] => {
  const sentences: Sentence[] = [];
  let first = 0;
  let hasText = false;
  const close = (next: number) => {
    if (hasText)
      sentences.push({
        start: tokens[first]!.start,
        end: tokens[next - 1]!.end,
        firstToken: first,
        lastToken: next - 1,
      });
    first = next;
    hasText = false;
  };
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.kind === 'break') {
      close(index);
      first = index + 1;
    } else if (token.kind !== 'mark') hasText = true;
    else if (hasText) {
      const run = endOfRun(tokens, index);
      if (run === null) continue;
      if (ends(tokens, first, index, run)) {
        index = behindClosing(tokens, run, original);
        close(index + 1);
      } else index = run;
    }
  }
  close(tokens.length);
  return sentences;
};

const isTerminal = (form: string): boolean => form === '.' || form === '!' || form === '؟' || form === '?';

/** Last token of a run of terminal marks that begins here; null when the token is none. */
const endOfRun = (tokens: readonly Token[], index: number): number | null => {
  if (!isTerminal(tokens[index]!.word.form)) return null;
  let last = index;
  while (last + 1 < tokens.length && isTerminal(tokens[last + 1]!.word.form) && !tokens[last + 1]!.spaced) last++;
  return last;
};

const ends = (tokens: readonly Token[], first: number, index: number, run: number): boolean => {
  for (let at = index; at <= run; at++) if (tokens[at]!.word.form !== '.') return true;
  if (run > index) return false;
  const before = tokens[index - 1];
  const behind = tokens[run + 1];
  if (!behind || behind.kind === 'break') return true;
  if (!before) return false;
  const isGlued = !behind.spaced;
  if (isGlued && before.kind === 'digits' && behind.kind === 'digits' && !tokens[index]!.spaced) return false;
  if (isGlued && (before.kind === 'latin' || behind.kind === 'latin') && behind.kind !== 'word') return false;
  if (isAbbreviation(tokens, index) || (isGlued && behind.kind === 'word' && behind.word.form.length === 1))
    return false;
  return !isListNumber(tokens, first, index - 1);
};

/** 1. at the start of a line, or behind a colon. */
const isListNumber = (tokens: readonly Token[], first: number, index: number): boolean => {
  const token = tokens[index]!;
  const opens = index === first || tokens[index - 1]?.word.form === ':';
  return token.kind === 'digits' && token.word.form.length <= 2 && opens;
};

/** A single letter before the point; م and هـ behind a year (2018 م.) are words of their own. */
const isAbbreviation = (tokens: readonly Token[], index: number): boolean => {
  const before = tokens[index - 1]!;
  if (tokens[index]!.spaced || (before.kind !== 'word' && before.kind !== 'latin') || before.word.form.length !== 1)
    return false;
  return !((before.word.form === 'م' || before.word.form === 'ه') && tokens[index - 2]?.kind === 'digits');
};

/** Quotation marks and brackets that close behind the full stop belong to its sentence. */
const behindClosing = (tokens: readonly Token[], last: number, original: string): number => {
  let end = last;
  while (isClosing(tokens, end + 1, original)) end++;
  return end;
};

/** A straight mark glued to the word behind it opens: قال."إنهم. */
const isClosing = (tokens: readonly Token[], index: number, original: string): boolean => {
  const token = tokens[index];
  if (token === undefined || token.spaced || !CLOSING.has(original.slice(token.start, token.end))) return false;
  const next = tokens[index + 1];
  return next === undefined || next.spaced || next.kind !== 'word' || token.word.form === ')';
};
