import { readLetters } from '@isnad/arabic';
import { dayOfMoment } from '@isnad/archive';
import { type DayInterval, isoDay, parseEdtf } from '@isnad/model';
import { readDates, readTokens, Vocabulary } from '@isnad/text';

/** How a table writes a date of which both numbers could be a month: day first, month first, or not told. */
export type DateOrder = 'dmy' | 'mdy' | null;

const ascii = (text: string): string => text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));

const vocabulary = new Vocabulary();

/** A date written in words: «28 أيار 2018» (28 May 2018); only where the cell holds one, and needs no other to be understood. */
const daysInWords = (written: string): DayInterval | null => {
  const [date, another] = readDates(readTokens(readLetters(written), vocabulary), written, { published: null });
  return date !== undefined && another === undefined && date.needs === 'nothing' ? parseEdtf(date.edtf) : null;
};

/** The days that a cell tells; null for none, or for one that could be two days. */
export const daysIn = (cell: string, order: DateOrder): DayInterval | null => {
  const written = ascii(cell).trim();
  if (written === '') return null;
  const slashed = /^(\d\d?)[./-](\d\d?)[./-](\d{4})(?=$|\s)/.exec(written);
  if (slashed && order !== null) {
    const [, one, two, year] = slashed;
    const [month, day] = order === 'dmy' ? [two!, one!] : [one!, two!];
    return parseEdtf(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  }
  return parseEdtf(dayOfMoment(written)) ?? (/[\u0621-\u064a]{3}/.test(written) ? daysInWords(cell) : null);
};

/** Days before and after those told. */
export const widened = ({ first, last }: DayInterval, by: number): DayInterval => ({
  first: first - by,
  last: last + by,
});

export const saidDays = ({ first, last }: DayInterval): string =>
  first === last ? isoDay(first) : `${isoDay(first)}/${isoDay(last)}`;

export const numberIn = (cell: string | undefined): number | null => {
  if (cell === undefined) return null;
  const written = ascii(cell)
    .replace(/[\s,٬](?=\d{3}\b)/g, '')
    .replace('٫', '.')
    .trim();
  if (!/^-?\d+(?:\.\d+)?$/.test(written)) return null;
  return Number(written);
};

/** A count in a cell: `12`, `١٢`, `12-15`, `12 – 15`, `≥ 12`, `at least 12`; null where no number stands. */
export const countIn = (cell: string | undefined): { readonly low: number; readonly high: number } | null => {
  const plain = numberIn(cell);
  if (plain !== null) return { low: plain, high: plain };
  const numbers = [...ascii(cell ?? '').matchAll(/\d+/g)].map(([digits]) => Number(digits));
  const [low, high = low] = numbers;
  if (low === undefined || high === undefined) return null;
  return { low: Math.min(low, high), high: Math.max(low, high) };
};

/** Several names in one cell. */
export const namesIn = (cell: string | undefined): readonly string[] =>
  (cell ?? '')
    .split(/[;؛|\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
