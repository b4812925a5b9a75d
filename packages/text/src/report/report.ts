import { type Letters, readLetters } from '@isnad/arabic';
import { contains, type Document, type Note, note, type Quote, type Span } from '@isnad/model';
import type { IsKnownWord } from '../glued.js';
import { type NumberMention, type NumberOptions, readNumbers } from '../numbers/index.js';
import { type Sentence, splitSentences } from '../sentences.js';
import { readTokens, type Token } from '../tokens.js';
import type { Vocabulary } from '../words.js';
import { furnitureLines, hashtagsBehind, isCaption, keywordsFrom, mergeSpans, relatedHeadlines } from './furniture.js';
import { type Head, readHead } from './head.js';
import { languageOf } from './language.js';
import { type Line, readLines } from './lines.js';
import { postSignature } from './signs.js';
import { teasersBehind } from './teasers.js';
import { suffixOf } from './title.js';

/** A document as a report: its wording in tokens, sentences and numbers, and what of it is title, head or furniture. */
export interface Report {
  readonly document: Document;
  readonly letters: Letters;
  readonly tokens: readonly Token[];
  /** Sentences of the title and the body; those of page furniture are left out. */
  readonly sentences: readonly Sentence[];
  /** Numbers in those sentences. */
  readonly numbers: readonly NumberMention[];
  /** The title as a sidecar gives it, else as the text shows it. */
  readonly title: string | null;
  readonly titleSpan: Span | null;
  /** The outlet or agency that the text names in its title line or dateline. */
  readonly outletText: Quote | null;
  /** «محافظة دير الزور – المرصد السوري لحقوق الإنسان::» before the first words of the body. */
  readonly dateline: Span | null;
  /** Lines that name author, agency or place between title and body. */
  readonly bylines: readonly Span[];
  /** Offset at which the body begins, behind title and dateline. */
  readonly bodyStart: number;
  /** Page furniture: in order, not overlapping. */
  readonly furniture: readonly Span[];
  /** What only signs and dates it: datelines, agencies, and date lines where a sidecar dates it. Read for what they name. */
  readonly signs: readonly Span[];
  /** Short lines at the top or bottom that hold a date. */
  readonly dateLines: readonly Span[];
  /** BCP 47. */
  readonly language: string;
  /** The document's notes and those of this stage: `text/not-arabic`. */
  readonly notes: readonly Note[];
}

export interface ReportOptions extends NumberOptions {
  readonly vocabulary: Vocabulary;
  /** Whether a folded stem is a known word; with it two words written as one («عناصرمن») are told apart. */
  readonly isKnownWord?: IsKnownWord;
}

/** Reads a document as a report. Never throws; what could not be read is said in the notes. */
export const readReport = (document: Document, options: ReportOptions): Report => {
  const { text } = document;
  const letters = readLetters(text, document.masked);
  const tokens = readTokens(letters, options.vocabulary, options.isKnownWord);
  const lines = readLines(tokens);
  const head = readHead(tokens, lines, text, document.given.title);
  const language = languageOf(unmasked(document));
  const furniture = furnitureOf(tokens, lines, head, language);
  return {
    document,
    letters,
    tokens,
    sentences: outside(splitSentences(tokens, text), furniture),
    numbers: outside(readNumbers(tokens, text, options), furniture),
    title: document.given.title ?? (head.title ? text.slice(head.title.span.start, head.title.span.end) : null),
    titleSpan: head.title?.span ?? null,
    outletText: head.outlet,
    dateline: head.dateline,
    bylines: head.bylines,
    bodyStart: head.bodyStart,
    furniture,
    signs: document.given.published ? [...head.signs, ...head.dateLines] : head.signs,
    dateLines: head.dateLines,
    language,
    notes: language === 'ar' || tokens.length === 0 ? document.notes : [...document.notes, notArabic(language)],
  };
};

/** The wording of a text: the tags of a page are Latin letters, and say nothing of its language. */
const unmasked = ({ text, masked = [] }: Document): string => {
  if (masked.length === 0) return text;
  let wording = '';
  let at = 0;
  for (const { start, end } of masked) {
    wording += text.slice(at, start);
    at = end;
  }
  return wording + text.slice(at);
};

/** The spans that no passage holds; both lists are in order. */
const outside = <T extends Span>(spans: readonly T[], passages: readonly Span[]): readonly T[] => {
  let next = 0;
  return spans.filter((span) => {
    while (next < passages.length && passages[next]!.end < span.end) next++;
    return next === passages.length || !contains(passages[next]!, span);
  });
};

const notArabic = (language: string): Note =>
  note(
    'text/not-arabic',
    'warning',
    `The text seems to be in another language (${language}); only Arabic is read, so claims may be missing.`,
  );

const furnitureOf = (
  tokens: readonly Token[],
  lines: readonly Line[],
  head: Head,
  language: string,
): readonly Span[] => {
  const whole = furnitureLines(tokens, lines, head.title?.line ?? null, language === 'ar');
  const body = lines.filter((line) => line.end > head.bodyStart && !whole.has(line));
  const captions = body.filter((line) => isCaption(tokens, line) || isCredited(tokens, line));
  const related = new Set([...relatedHeadlines(tokens, body), ...captions]);
  const teasers = teasersBehind(
    tokens,
    body.filter((line) => !related.has(line)),
  );
  return mergeSpans([...(head.title?.furniture ?? []), ...whole, ...related, ...teasers, ...tailsOf(tokens, lines)]);
};

/** A line within the body that ends with the name of an outlet: «مدخل مدينة الشحيل - نورث برس». */
const isCredited = (tokens: readonly Token[], line: Line): boolean =>
  !line.stops && !line.isProse && suffixOf(tokens, line, line.lastToken) !== null;

/** Hashtags, keywords and what signs a post put into the text, at the ends of lines. */
const tailsOf = (tokens: readonly Token[], lines: readonly Line[]): readonly Span[] =>
  lines.flatMap((line) => {
    const tail = hashtagsBehind(tokens, line) ?? postSignature(tokens, line);
    if (tail) return [tail];
    const from = keywordsFrom(tokens, line);
    return from === null ? [] : [{ start: tokens[from]!.start, end: line.end }];
  });
