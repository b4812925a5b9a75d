import { fold } from '@isnad/arabic';
import { type Quote, quote, type Span } from '@isnad/model';
import type { Token } from '../tokens.js';
import { type Dateline, namesOutlet, readDateline } from './dateline.js';
import data from './furniture.json' with { type: 'json' };
import type { Line } from './lines.js';

/** What stands above the prose of a report. */
export interface Head {
  readonly title: Span | null;
  readonly titleLine: Line | null;
  /** Section labels, outlet names behind the title, a repeated title. */
  readonly furniture: readonly Span[];
  readonly outlet: Quote | null;
  readonly dateline: Span | null;
  readonly bylines: readonly Span[];
  readonly dateLines: readonly Span[];
  readonly bodyStart: number;
}

const wireLabels = new Set(data.wireLabels.forms.map(fold));
const WEEKDAYS = new Set(['الاحد', 'الاثنين', 'الثلاثاء', 'الاربعاء', 'الخميس', 'الجمعه', 'السبت'].map(fold));

/** Fewer words than these are a label when a longer line follows. */
const TITLE_WORDS = 4;
const LONGEST_TITLE = 32;
const BYLINE_WORDS = 8;
const AUTHOR_WORDS = 4;
/** A date line has few words besides its figures. */
const DATE_WORDS = 8;
/** Lines from the top and from the bottom in which a date line is looked for. */
const TOP = 6;
const BOTTOM = 4;

/** Reads title, labels, dateline, bylines and date lines. `given` is the title that a sidecar states. */
export const readHead = (
  tokens: readonly Token[],
  lines: readonly Line[],
  original: string,
  given: string | undefined,
): Head => {
  const firstProse = lines.findIndex(
    (line, index) => line.isProse && !(index === 0 && isTitleInSpiteOfStops(tokens, lines)),
  );
  const above = lines.slice(0, firstProse < 0 ? lines.length : firstProse);
  const dates = dateLinesOf(tokens, lines);
  const titleLine = titleOf(tokens, above, dates, lines, given);
  const furniture: Span[] = [];
  const bylines: Span[] = [];
  let title: Span | null = null;
  let outlet: Quote | null = null;
  if (titleLine) {
    for (const line of above) if (line.start < titleLine.start && !dates.includes(line)) furniture.push(line);
    const trimmed = trimTitle(tokens, titleLine, original);
    title = trimmed.title;
    outlet = trimmed.outlet;
    furniture.push(...trimmed.furniture);
  }
  let dateline: Dateline | null = null;
  let bodyStart = titleLine?.end ?? 0;
  for (const line of lines) {
    if (line.start < bodyStart || line === titleLine) continue;
    const found = readDateline(tokens, line, original);
    dateline ??= found;
    const isByline = !line.isProse && line.words <= BYLINE_WORDS && !line.stops && isBylineText(tokens, line, found);
    if (!isByline && !dates.includes(line)) {
      if (!line.isProse && isFigureless(tokens, line) && line.words <= 2) continue;
      bodyStart = found && found.last < line.lastToken ? tokens[found.last + 1]!.start : line.start;
      break;
    }
    if (isByline) bylines.push({ start: line.start, end: line.end });
    bodyStart = line.end;
  }
  outlet ??= dateline?.source ?? null;
  return {
    title,
    titleLine,
    furniture,
    outlet,
    dateline: dateline && { start: dateline.start, end: dateline.end },
    bylines,
    dateLines: dates.map(({ start, end }) => ({ start, end })),
    bodyStart,
  };
};

/** A first line that ends with a full stop is the title if the next one repeats it or an outlet's name follows. */
const isTitleInSpiteOfStops = (tokens: readonly Token[], lines: readonly Line[]): boolean => {
  const [first, second] = lines;
  if (!first || !second || first.words > LONGEST_TITLE) return false;
  return repeats(tokens, first, second) || suffixOf(tokens, first, first.lastToken) !== null;
};

const titleOf = (
  tokens: readonly Token[],
  above: readonly Line[],
  dates: readonly Line[],
  lines: readonly Line[],
  given: string | undefined,
): Line | null => {
  if (given !== undefined) {
    const words = fold(given).match(/[^\s\p{P}]+/gu) ?? [];
    return lines.slice(0, TOP).find((line) => startsWith(tokens, line, words)) ?? null;
  }
  const candidates = above.filter(
    (line) => !dates.includes(line) && line.words <= LONGEST_TITLE && tokens[line.lastToken]!.word.form !== ':',
  );
  const first = candidates.find((line) => line.words >= TITLE_WORDS) ?? candidates[0];
  if (!first || lines.length < 2 || first.words < 2) return null;
  const again = lines.find(
    (line) => line.start > first.start && line.words <= first.words && repeats(tokens, first, line),
  );
  return again ?? first;
};

const contentForms = (tokens: readonly Token[], line: Line): readonly string[] => {
  const forms: string[] = [];
  for (let index = line.firstToken; index <= line.lastToken; index++)
    if (tokens[index]!.kind !== 'mark') forms.push(tokens[index]!.word.form);
  return forms;
};

const startsWith = (tokens: readonly Token[], line: Line, words: readonly string[]): boolean => {
  const forms = contentForms(tokens, line);
  return words.length > 0 && words.join('') === forms.join('').slice(0, words.join('').length);
};

/** Whether the first line says again what the second one does, an outlet's name behind it aside. */
const repeats = (tokens: readonly Token[], first: Line, second: Line): boolean =>
  second.words >= TITLE_WORDS &&
  second.words <= LONGEST_TITLE &&
  startsWith(tokens, first, contentForms(tokens, second));

/** Takes a wire label off the front and outlet names off the end of a title. */
const trimTitle = (tokens: readonly Token[], line: Line, original: string) => {
  const furniture: Span[] = [];
  let first = line.firstToken;
  let last = line.lastToken;
  if (wireLabels.has(tokens[first]!.word.form) && tokens[first + 1]?.word.form === '/') {
    furniture.push({ start: tokens[first]!.start, end: tokens[first + 1]!.end });
    first += 2;
  }
  let outlet: Quote | null = null;
  for (let mark = suffixOf(tokens, line, last); mark !== null; mark = suffixOf(tokens, line, last)) {
    outlet = quote(original, tokens[mark + 1]!.start, tokens[last]!.end);
    last = mark - 1;
  }
  if (last < line.lastToken) furniture.push({ start: tokens[last + 1]!.start, end: line.end });
  return { title: { start: tokens[first]!.start, end: tokens[last]!.end }, outlet, furniture };
};

/** The dash or bar before an outlet's name that ends at `last`. */
const suffixOf = (tokens: readonly Token[], line: Line, last: number): number | null => {
  for (let index = last - 1; index > line.firstToken + 2 && index > last - 8; index--) {
    const { word, spaced } = tokens[index]!;
    if (word.form !== '-' && word.form !== '|') continue;
    if (!spaced && !tokens[index + 1]!.spaced) continue;
    return namesOutlet(tokens, index + 1, last) ? index : null;
  }
  return null;
};

const isBylineText = (tokens: readonly Token[], line: Line, dateline: Dateline | null): boolean =>
  (dateline !== null && (dateline.source !== null || dateline.last === line.lastToken)) ||
  (line.words <= AUTHOR_WORDS && line.words >= 2 && isFigureless(tokens, line));

const isFigureless = (tokens: readonly Token[], line: Line): boolean => {
  for (let index = line.firstToken; index <= line.lastToken; index++) {
    const { kind, word } = tokens[index]!;
    if (kind === 'digits' || word.form === ':' || word.form === '؟') return false;
  }
  return true;
};

const dateLinesOf = (tokens: readonly Token[], lines: readonly Line[]): readonly Line[] =>
  lines.filter((line, index) => (index < TOP || index >= lines.length - BOTTOM) && isDateLine(tokens, line));

/** A year with a day or weekday, or a day and month in figures, in a line of few words. */
const isDateLine = (tokens: readonly Token[], line: Line): boolean => {
  if (line.isProse || line.words > 2 * DATE_WORDS) return false;
  let words = 0;
  let figures = 0;
  let hasYear = false;
  let hasWeekday = false;
  for (let index = line.firstToken; index <= line.lastToken; index++) {
    const { kind, word } = tokens[index]!;
    if (kind === 'digits') {
      figures++;
      hasYear ||= /^(?:19|20)\d\d$/.test(word.form);
    } else if (kind !== 'mark') {
      words++;
      hasWeekday ||= WEEKDAYS.has(word.form);
    }
  }
  return words <= DATE_WORDS && figures > 0 && ((hasYear && (figures > 1 || words <= 3)) || (hasWeekday && words <= 5));
};
