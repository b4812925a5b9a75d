import {
  contains,
  type DayInterval,
  dayNumber,
  isoDay,
  type Published,
  type Quote,
  type Span,
  weekdayOf,
} from '@isnad/model';
import type { Token } from '../tokens.js';
import { classOf } from './classes.js';
import type { CalendarDate } from './meaning.js';
import type { DateMention } from './read.js';

/** When a report was published, as far as its text tells. */
export interface Publication extends Published {
  /** The words that tell it. */
  readonly evidence: Quote | null;
}

/** A report on a last dated event appeared on that day or within the six days after it (annotation guide, Dates). */
const NEWS_DAYS = 6;

const NONE: Publication = { edtf: null, basis: 'none', reason: 'no date of publication in the text', evidence: null };

const isFull = (
  meaning: DateMention['meaning'],
): meaning is CalendarDate & { year: number; month: number; day: number } =>
  meaning.is === 'calendar' &&
  !meaning.hijri &&
  meaning.year !== null &&
  meaning.month !== null &&
  meaning.day !== null;

const quoteOf = ({ start, end, text }: DateMention): Quote => ({ start, end, text });

const dayOf = ({ year, month, day }: { year: number; month: number; day: number }): number =>
  dayNumber(year, month, day);

/** Fields of an incident card, whose date is that of the incident. */
const FIELDS = classOf('field');

/** «التاريخ: 25 أبريل 2017» above «الوقت: 02:00»: the card of an incident, not a date of publication. */
const isField = (tokens: readonly Token[], mention: DateMention): boolean => {
  let next = mention.lastToken + 1;
  while (tokens[next] && tokens[next]!.kind !== 'break') next++;
  while (tokens[next]?.kind === 'break') next++;
  return FIELDS.has(tokens[next]?.word.form ?? '') && tokens[next + 1]?.word.form === ':';
};

/** The day of the one incident that a report is about, as the card above its text tells it (EDTF); null without a card. */
export const readIncidentDay = (mentions: readonly DateMention[], tokens: readonly Token[]): string | null => {
  const field = mentions.find((mention) => isFull(mention.meaning) && isField(tokens, mention));
  return field && isFull(field.meaning) ? isoDay(dayOf(field.meaning)) : null;
};

/** What is known of a report besides its dates. */
export interface Circumstances {
  /** The address it was published at. */
  readonly address?: string | undefined;
  /** The days on which all sides that it names existed; asked for where nothing plainer tells. */
  readonly lifetime?: (() => DayInterval | undefined) | undefined;
}

/**
 * Publication as the report states it: a full date in one of its date lines, or beside اليوم (today) and its
 * like; else as its address tells, as the weekday of «اليوم الثلاثاء 22 شباط» (today, Tuesday 22 February) settles the
 * year, or as `inferPublished` infers it.
 */
export const readPublished = (
  mentions: readonly DateMention[],
  dateLines: readonly Span[],
  tokens: readonly Token[],
  { address, lifetime }: Circumstances = {},
): Publication => {
  for (const mention of mentions) {
    if (!isFull(mention.meaning) || !dateLines.some((line) => contains(line, mention))) continue;
    if (isField(tokens, mention)) continue;
    return { edtf: isoDay(dayOf(mention.meaning)), basis: 'stated', reason: 'date line', evidence: quoteOf(mention) };
  }
  for (const mention of mentions) {
    if (!isFull(mention.meaning) || mention.fromPublication === undefined) continue;
    const edtf = isoDay(dayOf(mention.meaning) - mention.fromPublication);
    return {
      edtf,
      basis: 'stated',
      reason: 'a full date beside a word counted from publication',
      evidence: quoteOf(mention),
    };
  }
  return dateOfAddress(address) ?? dateOfPost(address) ?? yearOfToday(mentions, lifetime) ?? inferPublished(mentions);
};

/** «/2021/08/30/» or «/20180429-» in an address: where newspapers keep the pages of a day. */
const ADDRESS_DATES = [
  /[/-](?<year>20\d\d)(?<between>[/-])(?<month>\d\d?)\k<between>(?<day>\d\d?)(?=[/-])/,
  /[/-](?<year>20\d\d)(?<month>\d\d)(?<day>\d\d)(?=[/-])/,
];

/** A post of X (Twitter): its number begins with the milliseconds since the service's own beginning of time. */
const POST = /(?:twitter|x)\.com\/[^/]+\/status\/(?<post>\d{15,19})(?!\d)/;
const POSTS_BEGIN = 1_288_834_974_657n;

const dateOfPost = (address: string | undefined): Publication | null => {
  const post = address?.match(POST)?.groups?.['post'];
  if (post === undefined) return null;
  const milliseconds = Number((BigInt(post) >> 22n) + POSTS_BEGIN);
  const edtf = isoDay(Math.floor(milliseconds / 86_400_000));
  return { edtf, basis: 'inferred', reason: 'time in the number of the post', evidence: null };
};

const dateOfAddress = (address: string | undefined): Publication | null => {
  for (const pattern of ADDRESS_DATES) {
    const { year, month, day } = address?.match(pattern)?.groups ?? {};
    if (day === undefined) continue;
    const edtf = isoDay(dayNumber(Number(year), Number(month), Number(day)));
    // 31 June would come out as another day.
    if (Number(edtf.slice(5, 7)) !== Number(month) || Number(edtf.slice(8)) !== Number(day)) continue;
    return { edtf, basis: 'inferred', reason: 'date in the address', evidence: null };
  }
  return null;
};

interface YearlessToday extends DateMention {
  readonly meaning: CalendarDate & { readonly month: number; readonly day: number; readonly weekday: number };
  readonly fromPublication: number;
}

/** A date that is counted from publication, with day, month and weekday, and without a year. */
const isYearlessToday = (mention: DateMention): mention is YearlessToday => {
  const { meaning, fromPublication } = mention;
  if (fromPublication === undefined || meaning.is !== 'calendar' || meaning.hijri) return false;
  return meaning.year === null && meaning.month !== null && meaning.day !== null && meaning.weekday !== null;
};

/** The year of a date that is counted from publication and has none, if its weekday leaves only one. */
const yearOfToday = (mentions: readonly DateMention[], lifetimeOf: Circumstances['lifetime']): Publication | null => {
  const yearless = mentions.filter(isYearlessToday);
  const lifetime = yearless.length === 0 ? undefined : lifetimeOf?.();
  if (!lifetime) return null;
  const written = mentions.flatMap(({ meaning }) => (isFull(meaning) ? [meaning.year] : []));
  const [first, last] = [lifetime.first, lifetime.last].map((day) => new Date(day * 86_400_000).getUTCFullYear());
  const from = Math.max(first!, ...written);
  for (const mention of yearless) {
    const { month, day, weekday } = mention.meaning;
    const days = Array.from({ length: Math.max(0, last! - from + 1) }, (_, k) => dayNumber(from + k, month, day));
    const fitting = days.filter(
      (number) => weekdayOf(number) === weekday && number >= lifetime.first && number <= lifetime.last,
    );
    if (fitting.length !== 1) continue;
    return {
      edtf: isoDay(fitting[0]! - mention.fromPublication),
      basis: 'inferred',
      reason: 'the only year with that weekday in which the sides existed',
      evidence: quoteOf(mention),
    };
  }
  return null;
};

/** A date in English: that of a post put into the report, «— (@handle) March 3, 2021». */
const isPosted = (mention: DateMention): boolean => /[A-Za-z]/.test(mention.text);

/** Dates in digits, of posts, and with a weekday or a part of the day are news; 20 كانون الثاني 2018 alone may be history. */
const isNews = (mention: DateMention): boolean =>
  mention.sense === 'calendar' &&
  mention.meaning.is === 'calendar' &&
  (mention.meaning.weekday !== null ||
    isPosted(mention) ||
    mention.dayPart !== undefined ||
    /\p{Nd}\s*[-/.]\s*\p{Nd}+\s*[-/.]\s*\p{Nd}/u.test(mention.text));

interface DatedMention {
  readonly day: number;
  readonly mention: DateMention;
}

const latestOf = (dated: readonly DatedMention[]): DatedMention | null =>
  dated.reduce<DatedMention | null>((last, next) => (last === null || next.day > last.day ? next : last), null);

/** Dates without a year whose weekday says which of two years they belong to. */
const settled = (mentions: readonly DateMention[], year: number): DatedMention[] =>
  mentions.flatMap((mention) => {
    const { meaning } = mention;
    if (
      meaning.is !== 'calendar' ||
      meaning.hijri ||
      meaning.year !== null ||
      meaning.day === null ||
      meaning.weekday === null
    )
      return [];
    const days = [year, year + 1].map((y) => dayNumber(y, meaning.month!, meaning.day!));
    return days.filter((day) => weekdayOf(day) === meaning.weekday).map((day) => ({ day, mention }));
  });

/** Whether a weekday is told by its bare name, as wires tell the day of publication: «قتل ثلاثة، الجمعة، في …». */
const isToldOn = (mentions: readonly DateMention[], weekday: number): boolean =>
  mentions.some(({ meaning }) => meaning.is === 'weekday' && meaning.which === 'plain' && meaning.weekday === weekday);

/**
 * Publication inferred from the last event that has a full date: that day and the six after it, or the one
 * of these on which «اليوم الخميس» (today, Thursday) falls. None when the last full date may be history.
 */
export const inferPublished = (mentions: readonly DateMention[]): Publication => {
  const full = mentions.flatMap((mention) =>
    isFull(mention.meaning) ? [{ day: dayOf(mention.meaning), mention }] : [],
  );
  const stated = latestOf(full);
  if (!stated || !isNews(stated.mention)) return NONE;
  const year = new Date(stated.day * 86_400_000).getUTCFullYear();
  const last = latestOf([stated, ...settled(mentions, year).filter(({ day }) => day > stated.day)])!;
  const told = mentions.flatMap(({ meaning }) =>
    meaning.is === 'day' && meaning.weekday !== null ? [(meaning.weekday - meaning.offset + 7) % 7] : [],
  );
  const days = Array.from({ length: NEWS_DAYS + 1 }, (_, after) => last.day + after);
  const fitting =
    told.length > 0 && told.every((weekday) => weekday === told[0])
      ? days.filter((day) => weekdayOf(day) === told[0])
      : [];
  const evidence = quoteOf(last.mention);
  if (fitting.length === 1)
    return {
      edtf: isoDay(fitting[0]!),
      basis: 'inferred',
      reason: 'last full date, and the weekday told for today',
      evidence,
    };
  if (told.length === 0 && isPosted(last.mention) && isToldOn(mentions, weekdayOf(last.day)))
    return { edtf: isoDay(last.day), basis: 'inferred', reason: 'day of a post, and its weekday told', evidence };
  const edtf = `${isoDay(last.day)}/${isoDay(last.day + NEWS_DAYS)}`;
  return { edtf, basis: 'inferred', reason: 'last full date and the six days after it', evidence };
};
