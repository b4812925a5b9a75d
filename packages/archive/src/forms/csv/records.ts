import { parse } from 'csv-parse/sync';
import type { TextLine } from '../../encoding/lines.js';

/** A record of a CSV file. */
export interface CsvRecord {
  /** 1 for the first, as spreadsheets number rows; blank lines are no rows. */
  readonly number: number;
  /** As it is written, line breaks included. */
  readonly raw: string;
  readonly cells: readonly string[];
  /** An opening quote of it is closed nowhere near: its first line was taken as it stands. */
  readonly torn: boolean;
}

/** How far the end of a quoted cell is sought. */
const FARTHEST = { lines: 2_000, units: 4_000_000 };

const quotesIn = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count++;
  return count;
};

/** The delimiter of a table: of comma, semicolon, tab and bar the one that its first line has most of. */
export const delimiterOf = (header: string): string => {
  const bare = header.replace(/"(?:[^"]|"")*"/g, '');
  const counted = [',', '\t', ';', '|'].map((mark) => ({ mark, count: bare.split(mark).length }));
  return counted.reduce((most, next) => (next.count > most.count ? next : most)).mark;
};

const cellsOf = (raw: string, delimiter: string): readonly string[] => {
  const options = { delimiter, relax_column_count: true, relax_quotes: true, bom: true };
  try {
    return parse(raw, options)[0] ?? [];
  } catch {
    // A quote that opens and never closes is taken for a letter of its cell.
    return parse(raw, { ...options, quote: null })[0] ?? [];
  }
};

/** The records of a CSV file. A quote that is not closed costs its own line only: records are sought anew behind it. */
export const recordsOf = async function* (lines: AsyncIterable<TextLine>): AsyncGenerator<CsvRecord> {
  let pending: string[] = [];
  let [quotes, units, number] = [0, 0, 0];
  let delimiter: string | null = null;
  const record = (raw: string, torn: boolean): CsvRecord => {
    delimiter ??= delimiterOf(raw);
    return { number: ++number, raw, cells: cellsOf(raw, delimiter), torn };
  };
  /** Gives up on the first pending line and looks at the others again. */
  const giveUp = function* (): Generator<CsvRecord> {
    const [first, ...others] = pending;
    pending = [];
    [quotes, units] = [0, 0];
    yield record(first!, true);
    for (const line of others) yield* take(line);
  };
  const take = function* (line: string): Generator<CsvRecord> {
    if (pending.length === 0 && line.trim() === '') return;
    pending.push(line);
    quotes += quotesIn(line);
    units += line.length;
    if (quotes % 2 === 0) {
      const raw = pending.join('');
      pending = [];
      [quotes, units] = [0, 0];
      yield record(raw, false);
    } else if (pending.length > FARTHEST.lines || units > FARTHEST.units) yield* giveUp();
  };
  for await (const { text } of lines) yield* take(text);
  while (pending.length > 0) yield* giveUp();
};
