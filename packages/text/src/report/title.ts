import { fold } from '@isnad/arabic';
import { type Quote, quote, type Span } from '@isnad/model';
import type { Token } from '../tokens.js';
import { shareOf, stemsOf } from './cohesion.js';
import { namesOutlet } from './dateline.js';
import data from './furniture.json' with { type: 'json' };
import type { Line } from './lines.js';

/** The title without what the page put around it. */
export interface Title {
  readonly line: Line;
  readonly span: Span;
  /** The outlet named behind it: «… – Radio Alkul». */
  readonly outlet: Quote | null;
  /** Section labels above it, wire labels before it, outlets behind it, and the title's own double. */
  readonly furniture: readonly Span[];
}

const wireLabels = new Set(data.wireLabels.forms.map(fold));

/** Fewer words than these are a label when a longer line follows. */
const TITLE_WORDS = 4;
const LONGEST_TITLE = 32;
/** How many lines from the top the title that a sidecar gives is looked for. */
const TOP = 6;
/** How many tokens the name of an outlet may have. */
const OUTLET_TOKENS = 8;

/** A title with a full stop has no more words than these. */
const LONGEST_STOPPED = 16;
/** Share of its content words that the paragraph below it tells again. */
const RETOLD = 0.6;

/** «سيطر الجيش على البلدة.» above a longer paragraph that says the same: a title, for all its full stop. */
const leadsIn = (tokens: readonly Token[], first: Line, second: Line): boolean =>
  first.words <= LONGEST_STOPPED &&
  second.isProse &&
  second.words >= 1.5 * first.words &&
  isOneSentence(tokens, first) &&
  shareOf(stemsOf(tokens, first), stemsOf(tokens, second)) >= RETOLD;

const isOneSentence = (tokens: readonly Token[], { firstToken, lastToken }: Line): boolean => {
  for (let index = firstToken; index < lastToken; index++) if (tokens[index]!.word.form === '.') return false;
  return true;
};

/** Index of the first line of prose; a title with a full stop, known by its double, its lead or its outlet, is none. */
export const firstProseIndex = (tokens: readonly Token[], lines: readonly Line[]): number => {
  const [first, second] = lines;
  const isTitle =
    first !== undefined &&
    first.words <= LONGEST_TITLE &&
    ((second !== undefined && (repeats(tokens, first, second) || leadsIn(tokens, first, second))) ||
      suffixOf(tokens, first, first.lastToken) !== null);
  const found = lines.findIndex((line, index) => line.isProse && !(index === 0 && isTitle));
  return found < 0 ? lines.length : found;
};

/** The title among the lines above the prose; `given` is the one that a sidecar states, `isDate` tells date lines. */
export const readTitle = (
  tokens: readonly Token[],
  lines: readonly Line[],
  original: string,
  given: string | undefined,
  isDate: (line: Line) => boolean,
): Title | null => {
  const above = lines.slice(0, firstProseIndex(tokens, lines));
  const line = given === undefined ? shownTitle(tokens, above, lines, isDate) : givenTitle(tokens, lines, given);
  if (!line) return null;
  const before = above.filter((other) => other.start < line.start && !isDate(other));
  return trim(tokens, line, before, original);
};

const givenTitle = (tokens: readonly Token[], lines: readonly Line[], given: string): Line | null => {
  const wanted = fold(given).replace(/[\s\p{P}]+/gu, '');
  return lines.slice(0, TOP).find((line) => wanted !== '' && lettersOf(tokens, line).startsWith(wanted)) ?? null;
};

/** The first line long enough; below a line that opens a list («إدلب:») nothing is a title. */
const shownTitle = (
  tokens: readonly Token[],
  above: readonly Line[],
  lines: readonly Line[],
  isDate: (line: Line) => boolean,
): Line | null => {
  const list = above.findIndex((line) => tokens[line.lastToken]!.word.form === ':');
  const candidates = above
    .slice(0, list < 0 ? above.length : list)
    .filter((line) => !isDate(line) && line.words <= LONGEST_TITLE);
  const first = candidates.find((line) => line.words >= TITLE_WORDS) ?? candidates[0];
  if (!first || lines.length < 2 || first.words < 2) return null;
  return (
    lines.find((line) => line.start > first.start && line.words <= first.words && repeats(tokens, first, line)) ?? first
  );
};

const lettersOf = (tokens: readonly Token[], line: Line): string => {
  let letters = '';
  for (let index = line.firstToken; index <= line.lastToken; index++)
    if (tokens[index]!.kind !== 'mark') letters += tokens[index]!.word.form;
  return letters;
};

/** Whether the first line says again what the second one does, an outlet's name behind it aside. */
const repeats = (tokens: readonly Token[], first: Line, second: Line): boolean =>
  second.words >= TITLE_WORDS &&
  second.words <= LONGEST_TITLE &&
  lettersOf(tokens, first).startsWith(lettersOf(tokens, second));

const trim = (tokens: readonly Token[], line: Line, before: readonly Line[], original: string): Title => {
  const furniture: Span[] = before.map(({ start, end }) => ({ start, end }));
  let first = line.firstToken;
  let last = line.lastToken;
  if (wireLabels.has(tokens[first]!.word.form) && tokens[first + 1]?.word.form === '/' && first + 1 < last) {
    furniture.push({ start: tokens[first]!.start, end: tokens[first + 1]!.end });
    first += 2;
  }
  let outlet: Quote | null = null;
  for (let mark = suffixOf(tokens, line, last); mark !== null; mark = suffixOf(tokens, line, last)) {
    outlet = quote(original, tokens[mark + 1]!.start, tokens[last]!.end);
    last = mark - 1;
  }
  if (last < line.lastToken) furniture.push({ start: tokens[last + 1]!.start, end: line.end });
  return { line, span: { start: tokens[first]!.start, end: tokens[last]!.end }, outlet, furniture };
};

/** The dash or bar before an outlet's name that ends a line at `last`. */
export const suffixOf = (tokens: readonly Token[], line: Line, last: number): number | null => {
  for (let index = last - 1; index > line.firstToken + 2 && index > last - OUTLET_TOKENS; index--) {
    const { word, spaced } = tokens[index]!;
    if ((word.form !== '-' && word.form !== '|') || (!spaced && !tokens[index + 1]!.spaced)) continue;
    return namesOutlet(tokens, index + 1, last) ? index : null;
  }
  return null;
};
