import type { RecordedClaim } from '@isnad/model';

/** The words of a claim with a little of what stands around them in its sentence. */
export interface Quoted {
  readonly before: string;
  readonly said: string;
  readonly after: string;
}

/** Claims shorter than this, in words, are shown in their sentence. */
const SHORT = 8;
/** Most words of the sentence shown on either side. */
const AROUND = 9;
/** Code units looked at on either side: more than so many words take. */
const WINDOW = 400;
const SENTENCE_END = /[.!?؟\n…]/u;

const wordsIn = (text: string): readonly RegExpExecArray[] => Array.from(text.matchAll(/\S+/g));

/** The words of a claim that is too long, around its trigger, with an ellipsis where they were cut. */
const clipped = (claim: RecordedClaim, most: number): string => {
  const words = wordsIn(claim.span.text);
  if (words.length <= most) return claim.span.text.trim();
  const focus = claim.kind === 'event' ? claim.trigger.start - claim.span.start : 0;
  const at = Math.max(
    0,
    words.findLastIndex(({ index }) => index <= focus),
  );
  const from = Math.max(0, Math.min(at - Math.floor(most / 3), words.length - most));
  const kept = words.slice(from, from + most);
  const last = kept[kept.length - 1]!;
  const text = claim.span.text.slice(kept[0]!.index, last.index + last[0].length);
  return `${from > 0 ? '… ' : ''}${text}${from + most < words.length ? ' …' : ''}`;
};

const before = (text: string, start: number, most: number): string => {
  const line = text
    .slice(Math.max(0, start - WINDOW), start)
    .split(SENTENCE_END)
    .at(-1)!;
  const words = wordsIn(line);
  const first = most === 0 ? undefined : words.slice(-most)[0];
  return first === undefined ? '' : (words.length > most ? '… ' : '') + line.slice(first.index);
};

const after = (text: string, end: number, most: number): string => {
  const line = text.slice(end, end + WINDOW).split(SENTENCE_END)[0]!;
  const words = wordsIn(line);
  const last = words.slice(0, most).at(-1);
  return last === undefined ? '' : line.slice(0, last.index + last[0].length) + (words.length > most ? ' …' : '');
};

/**
 * Quotes a claim in at most `most` words, those around it included. `text` is the report's, for the words
 * around a short claim; a claim of which the text is not there is quoted alone.
 */
export const quoteOf = (claim: RecordedClaim, text: string | undefined, most: number): Quoted => {
  const count = wordsIn(claim.span.text).length;
  if (text === undefined || count >= SHORT || count >= most)
    return { before: '', said: clipped(claim, most), after: '' };
  const room = Math.min(AROUND, Math.floor((most - count) / 2));
  return {
    before: before(text, claim.span.start, room),
    said: text.slice(claim.span.start, claim.span.end),
    after: after(text, claim.span.end, room),
  };
};
