import type { Quote, Span } from '@isnad/model';
import type { Token } from '../tokens.js';
import { readDateLines } from './date-lines.js';
import { type Dateline, namesOutlet, readDateline } from './dateline.js';
import type { Line } from './lines.js';
import { isSign } from './signs.js';
import { readTitle, suffixOf, type Title } from './title.js';

/** What stands above the prose of a report, and who signs below it. */
export interface Head {
  readonly title: Title | null;
  readonly outlet: Quote | null;
  readonly dateline: Span | null;
  readonly bylines: readonly Span[];
  readonly dateLines: readonly Span[];
  /** Of dateline and bylines what only signs the report: who publishes it, and from where. */
  readonly signs: readonly Span[];
  readonly bodyStart: number;
}

const BYLINE_WORDS = 8;
const AUTHOR_WORDS = 4;

/** Of two datelines the shorter is one, the longer the credit of a picture. */
const lengthOf = ({ start, end }: Span): number => end - start;

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** Reads title, dateline, bylines and date lines. `given` is the title that a sidecar states. */
export const readHead = (
  tokens: readonly Token[],
  lines: readonly Line[],
  original: string,
  given: string | undefined,
): Head => {
  const dates = readDateLines(tokens, lines);
  const title = readTitle(tokens, lines, original, given, (line) => dates.includes(line));
  const bylines: Span[] = [];
  const signs: Span[] = [];
  let dateline: Dateline | null = null;
  let bodyStart = title?.line.end ?? 0;
  for (const line of lines) {
    if (line.start < bodyStart) continue;
    const found = readDateline(tokens, line, original);
    if (found && (!dateline || lengthOf(found) < lengthOf(dateline))) dateline = found;
    const isSigned = isByline(tokens, line, found);
    const suffix = isSigned ? suffixOf(tokens, line, line.lastToken) : null;
    if (suffix !== null) signs.push({ start: tokens[suffix]!.start, end: line.end });
    else if (found && isSign(tokens, found, line)) signs.push(isSigned ? spanOf(line) : spanOf(found));
    else if (isSigned && namesOutlet(tokens, line.firstToken, line.lastToken)) signs.push(spanOf(line));
    if (!isSigned && !dates.includes(line)) {
      // A word or two is a button such as طباعة (print) that stands between the title and the body.
      if (!line.isProse && line.words <= 2 && isFigureless(tokens, line)) continue;
      bodyStart = found && found.last < line.lastToken ? tokens[found.last + 1]!.start : line.start;
      break;
    }
    if (isSigned) bylines.push(spanOf(line));
    bodyStart = line.end;
  }
  const last = lines.at(-1);
  if (last && last.start > bodyStart && isSignature(tokens, last, original)) {
    bylines.push(spanOf(last));
    signs.push(spanOf(last));
  }
  return {
    title,
    outlet: title?.outlet ?? dateline?.source ?? null,
    dateline: dateline && spanOf(dateline),
    bylines,
    dateLines: dates.map(spanOf),
    signs,
    bodyStart,
  };
};

/** An agency with or without its place, the credit of a picture, or a line short enough to be an author's name. */
const isByline = (tokens: readonly Token[], line: Line, dateline: Dateline | null): boolean => {
  if (line.isProse || line.stops) return false;
  if (suffixOf(tokens, line, line.lastToken) !== null) return true;
  if (line.words > BYLINE_WORDS) return false;
  if (dateline && (dateline.source !== null || dateline.last === line.lastToken)) return true;
  return line.words >= 2 && line.words <= AUTHOR_WORDS && isFigureless(tokens, line);
};

/** «فرانس24/ أ ف ب» below the last paragraph. */
const isSignature = (tokens: readonly Token[], line: Line, original: string): boolean =>
  !line.isProse && !line.stops && line.words <= BYLINE_WORDS && readDateline(tokens, line, original)?.source != null;

const isFigureless = (tokens: readonly Token[], line: Line): boolean => {
  for (let index = line.firstToken; index <= line.lastToken; index++) {
    const { kind, word } = tokens[index]!;
    if (kind === 'digits' || word.form === ':' || word.form === '؟') return false;
  }
  return true;
};
