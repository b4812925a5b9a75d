import type { Span } from '@isnad/model';
import type { Token } from './tokens.js';

/** A sentence of a report. Offsets are UTF-16 code units of the original text; tokens by index, both inclusive. */
export interface Sentence extends Span {
  readonly firstToken: number;
  readonly lastToken: number;
}

const CLOSING = new Set(['"', ')', ']', '}', "'"]);

/**
 * Sentences: ended by a full stop, an exclamation or question mark, or a line break. A colon, a semicolon
 * and an ellipsis (.. …) do not end one; nor does the point of a decimal, an abbreviation (د. Dr, أ.ف.ب AFP),
 * a web address, or a list number that opens a line. A full stop without a space behind it does (بازيان.واضاف).
 */
export const splitSentences = (tokens: readonly Token[], _original: string): readonly Sentence[] => {
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
        index = behindClosing(tokens, run);
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
  return !(before.kind === 'digits' && index - 1 === first && behind.kind !== 'digits');
};

/** A single letter before the point; م and هـ behind a year (2018 م.) are words of their own. */
const isAbbreviation = (tokens: readonly Token[], index: number): boolean => {
  const before = tokens[index - 1]!;
  if (tokens[index]!.spaced || (before.kind !== 'word' && before.kind !== 'latin') || before.word.form.length !== 1)
    return false;
  return !((before.word.form === 'م' || before.word.form === 'ه') && tokens[index - 2]?.kind === 'digits');
};

/** Quotation marks and brackets that close behind the full stop belong to its sentence. */
const behindClosing = (tokens: readonly Token[], last: number): number => {
  let end = last;
  while (end + 1 < tokens.length && !tokens[end + 1]!.spaced && CLOSING.has(tokens[end + 1]!.word.form)) {
    const next = tokens[end + 2];
    if (next && !next.spaced && next.kind === 'word' && tokens[end + 1]!.word.form === '"') break;
    end++;
  }
  return end;
};
