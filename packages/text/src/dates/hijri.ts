import { dayNumber } from '@isnad/model';

/**
 * The Islamic calendar of Umm al-Qura, from the Unicode data that Node carries. Months are sighted, so a
 * converted day may be one off.
 */
interface HijriDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAY_MS = 86_400_000;
const YEAR_DAYS = 354.367;
const MONTH_DAYS = 29.5306;
/** 1 Muharram 1 (16 July 622 Julian). */
const EPOCH = dayNumber(1970, 1, 1) - 492_148;

let format: Intl.DateTimeFormat | undefined;

/** The Islamic date of a day (days since 1970-01-01). */
export const hijriOf = (day: number): HijriDay => {
  format ??= new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const parts = format.formatToParts(day * DAY_MS);
  const part = (type: string) => Number.parseInt(parts.find((candidate) => candidate.type === type)!.value, 10);
  return { year: part('year'), month: part('month'), day: part('day') };
};

const position = ({ year, month, day }: HijriDay): number =>
  (year - 1) * YEAR_DAYS + (month - 1) * MONTH_DAYS + day - 1;

/** The day (days since 1970-01-01) of an Islamic date. */
export const dayOfHijri = (year: number, month: number, day: number): number => {
  const wanted = { year, month, day };
  let guess = Math.round(EPOCH + position(wanted));
  for (let step = 0; step < 6; step++) {
    const off = Math.round(position(wanted) - position(hijriOf(guess)));
    if (off === 0) break;
    guess += off;
  }
  return guess;
};

/** First and last day (days since 1970-01-01) of an Islamic month; of the whole year when `month` is null. */
export const hijriPeriod = (year: number, month: number | null): { readonly first: number; readonly last: number } => {
  const [nextYear, nextMonth] = month === null || month === 12 ? [year + 1, 1] : [year, month + 1];
  return { first: dayOfHijri(year, month ?? 1, 1), last: dayOfHijri(nextYear, nextMonth, 1) - 1 };
};
