import type { Quote } from '@isnad/model';
import { atomOfWord } from '../numbers/atoms.js';
import type { Token } from '../tokens.js';
import { classOf } from './classes.js';
import { Context, type Phrase, type Sense } from './context.js';
import { isLatinMonth, readLatin } from './latin.js';
import type { Meaning } from './meaning.js';
import { readPoint } from './points.js';
import { readDayRange, readEveAndMorning, readPair, readRange } from './ranges.js';
import { resolveMeaning } from './resolve.js';
import {
  readAgo,
  readDuring,
  readElapsed,
  readEvery,
  readInARow,
  readLasting,
  readLater,
  readNow,
  readSince,
  readUntil,
} from './spans.js';
import { type DayPart, isDateWord } from './words.js';

/** When a report was published, as far as the reader knows. */
export interface DateContext {
  /** EDTF; an interval when only its bounds are known; null when unknown. */
  readonly published: string | null;
}

/** A date expression of a report and what it means. */
export interface DateMention extends Quote {
  readonly firstToken: number;
  readonly lastToken: number;
  /** EDTF of the supported part; null when nothing dates it, and `reason` says why. */
  readonly edtf: string | null;
  readonly kind: 'point' | 'interval' | 'duration' | 'repeated';
  readonly reason: string;
  readonly sense: Sense;
  readonly dayPart: DayPart | undefined;
  /** For a date of the calendar with اليوم (0) or أمس (-1) beside it: how many days from publication it lies. */
  readonly fromPublication: number | undefined;
  /** `publication`: its value follows from, or would be closed by, the date of publication. */
  readonly needs: 'nothing' | 'publication';
  /** What the words mean apart from the date of publication. */
  readonly meaning: Meaning;
  /** Tokens that name what began: منذ «بدء الهجوم» في العاشر من أيلول (since the attack began on 10 September). */
  readonly onset: { readonly first: number; readonly last: number } | undefined;
}

type Reader = (context: Context, index: number) => Phrase | null;

const READERS: readonly Reader[] = [
  readLatin,
  readNow,
  readSince,
  readAgo,
  readLater,
  readRange,
  readDayRange,
  readUntil,
  readDuring,
  readLasting,
  readPair,
  readEveAndMorning,
  readEvery,
  readInARow,
  readElapsed,
  readPoint,
];

/** Words that may open a date without being date words themselves. */
const OPENERS = classOf('opening');
const SEPARATORS = new Set(['/', '-', '.']);
/** How far behind a number the month or unit may stand: الثالث والعشرين من أيلول. */
const NUMBER_REACH = 4;

const needsPublication = (meaning: Meaning): boolean => {
  switch (meaning.is) {
    case 'calendar':
      return meaning.year === null;
    case 'undated':
      return false;
    case 'edge':
    case 'shift':
    case 'night':
    case 'day-of':
      return needsPublication(meaning.of);
    case 'season':
      return needsPublication(meaning.year);
    case 'span':
      return [meaning.from, meaning.to].some((end) => end === 'publication' || (end !== null && needsPublication(end)));
    default:
      return true;
  }
};

const kindOf = ({ sense, meaning }: Pick<Phrase, 'sense' | 'meaning'>, edtf: string | null): DateMention['kind'] => {
  if (sense === 'duration' || sense === 'repeated') return sense;
  if (edtf !== null) return edtf.includes('/') ? 'interval' : 'point';
  return meaning.is === 'span' || meaning.is === 'window' || meaning.is === 'season' ? 'interval' : 'point';
};

const mentionOf = (context: Context, first: number, phrase: Phrase, published: string | null): DateMention => {
  const start = context.tokens[first]!.start;
  const end = context.tokens[phrase.last]!.end;
  const { edtf, reason } = resolveMeaning(phrase.meaning, published);
  return {
    start,
    end,
    text: context.original.slice(start, end),
    firstToken: first,
    lastToken: phrase.last,
    edtf,
    kind: kindOf(phrase, edtf),
    reason,
    sense: phrase.sense,
    dayPart: phrase.part,
    fromPublication: phrase.offset,
    needs: needsPublication(phrase.meaning) ? 'publication' : 'nothing',
    meaning: phrase.meaning,
    onset: phrase.onset,
  };
};

const isNumber = (token: Token): boolean => token.kind === 'digits' || atomOfWord(token.word) !== null;

/** A quick no for most tokens: a date begins with a date word, or with a number or preposition that one follows. */
const mayOpen = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index]!;
  if (token.kind === 'latin') return isLatinMonth(token.word.form);
  if (token.kind !== 'word' && token.kind !== 'digits') return false;
  if (isDateWord(token.word)) return true;
  const next = tokens[index + 1];
  if (!next) return false;
  if (OPENERS.has(token.word.form)) return isDateWord(next.word) || isNumber(next) || next.word.form === 'ال';
  if (!isNumber(token)) return isAbbreviated(token, next);
  if (token.kind === 'digits') {
    if (YEAR.test(token.word.form)) return true;
    if (next.kind === 'latin') return isLatinMonth(next.word.form);
    if (SEPARATORS.has(next.word.form) && tokens[index + 2]?.kind === 'digits') return true;
  }
  for (let at = index + 1; at <= index + NUMBER_REACH; at++) {
    const word = tokens[at]?.word;
    if (word && (isDateWord(word) || isAbbreviated(tokens[at]!, tokens[at + 1]))) return true;
  }
  return false;
};

const YEAR = /^\d{4}$/;

/** ت2, ك1. */
const isAbbreviated = (token: Token, next: Token | undefined): boolean =>
  token.word.form.length === 1 && token.kind === 'word' && next?.kind === 'digits' && !next.spaced;

/**
 * Every date expression in the tokens, in order, none overlapping another. Relative ones are resolved
 * against publication; when that is unknown they keep `edtf` null and say so.
 */
export const readDates = (
  tokens: readonly Token[],
  original: string,
  { published }: DateContext,
): readonly DateMention[] => {
  const context = new Context(tokens, original);
  const found: DateMention[] = [];
  for (let index = 0; index < tokens.length; index++) {
    if (!mayOpen(tokens, index)) continue;
    const phrase = phraseAt(context, index);
    if (!phrase) continue;
    found.push(mentionOf(context, index, isAhead(context, index) ? ahead(phrase) : phrase, published));
    if (phrase.sense !== 'anaphoric' && phrase.meaning.is !== 'undated') context.previous = phrase.meaning;
    if (isDay(phrase)) context.previousDay = phrase.meaning;
    index = phrase.last;
  }
  return found;
};

/** How far before a date the word may stand that puts it in the future: من المقرر أن يصل الوفد الأحد. */
const AHEAD_REACH = 8;

const isAhead = (context: Context, index: number): boolean => {
  for (let at = index - 1; at >= 0 && at >= index - AHEAD_REACH; at--) {
    const form = context.form(at);
    if (form === '' || form === '.') return false;
    if (context.word(at, 'ahead')) return true;
  }
  return false;
};

const ahead = (phrase: Phrase): Phrase => {
  const { meaning } = phrase;
  const isOpen =
    (meaning.is === 'weekday' || (meaning.is === 'calendar' && meaning.year === null)) && meaning.which === 'plain';
  return isOpen ? { ...phrase, meaning: { ...meaning, which: 'next' } } : phrase;
};

const phraseAt = (context: Context, index: number): Phrase | null => {
  for (const read of READERS) {
    const phrase = read(context, index);
    if (phrase) return phrase;
  }
  return null;
};

/** What "the same day" may point back to. */
const isDay = ({ meaning, sense }: Phrase): boolean =>
  sense !== 'anaphoric' &&
  (meaning.is === 'weekday' ||
    meaning.is === 'day' ||
    meaning.is === 'day-of' ||
    (meaning.is === 'calendar' && meaning.day !== null));

/** The same mention with the date of publication that is known by now. */
export const resolveAgainst = (mention: DateMention, published: string | null): DateMention => {
  const { edtf, reason } = resolveMeaning(mention.meaning, published);
  return { ...mention, edtf, reason, kind: kindOf(mention, edtf) };
};
