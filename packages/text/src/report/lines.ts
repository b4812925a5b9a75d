import type { Span } from '@isnad/model';
import type { Token } from '../tokens.js';

/** A line of a report that holds something. Offsets are UTF-16 code units of the original text. */
export interface Line extends Span {
  readonly firstToken: number;
  /** Inclusive. */
  readonly lastToken: number;
  /** Number of words and numbers. */
  readonly words: number;
  /** Ends with a full stop or an exclamation mark, closing quotes and brackets passed over; a question may be a title. */
  readonly stops: boolean;
  /** A paragraph of the report's prose by its length or its full stops. */
  readonly isProse: boolean;
}

/** Above this many words a line without a full stop is prose all the same. */
const LONG = 24;
/** From this many words on a line with a full stop is prose. */
const SENTENCE = 7;

/** The lines that hold words, in order. */
export const readLines = (tokens: readonly Token[]): readonly Line[] => {
  const lines: Line[] = [];
  let first = 0;
  for (let index = 0; index <= tokens.length; index++) {
    if (index < tokens.length && tokens[index]!.kind !== 'break') continue;
    const line = lineOf(tokens, first, index - 1);
    if (line) lines.push(line);
    first = index + 1;
  }
  return lines;
};

const lineOf = (tokens: readonly Token[], firstToken: number, lastToken: number): Line | null => {
  if (lastToken < firstToken) return null;
  let words = 0;
  let inner = 0;
  for (let index = firstToken; index <= lastToken; index++) {
    const token = tokens[index]!;
    if (token.kind !== 'mark') words++;
    else if (token.word.form === '.' && tokens[index + 1]?.spaced && tokens[index - 1]?.word.form !== '.') inner++;
  }
  const stops = endsWithStop(tokens, firstToken, lastToken);
  const isProse = words > LONG || (stops && words >= SENTENCE) || (inner > 0 && words >= 2 * SENTENCE);
  return {
    start: tokens[firstToken]!.start,
    end: tokens[lastToken]!.end,
    firstToken,
    lastToken,
    words,
    stops,
    isProse,
  };
};

const endsWithStop = (tokens: readonly Token[], first: number, last: number): boolean => {
  for (let index = last; index >= first; index--) {
    const { kind, word } = tokens[index]!;
    if (kind !== 'mark') return false;
    if (word.form === '.' || word.form === '!') return true;
    if (word.form === '؟' || word.form === '?') return false;
  }
  return false;
};
