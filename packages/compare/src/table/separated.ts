import { type Note, note } from '@isnad/model';
import { parse } from 'csv-parse/sync';
import { type Cells, noTable } from './cells.js';

const SEPARATORS = [',', ';', '\t'] as const;

/** The separator that the line of headings has most of. */
const separatorOf = (text: string): string => {
  const end = text.search(/[\r\n]/);
  const line = end < 0 ? text : text.slice(0, end);
  const count = (separator: string) => line.split(separator).length;
  return SEPARATORS.reduce((best, one) => (count(one) > count(best) ? one : best));
};

/** The row of hashtags that HXL puts below the headings is no row of data. */
const isHashtags = (cells: readonly string[]): boolean =>
  cells.some((cell) => cell.startsWith('#')) && cells.every((cell) => cell === '' || cell.startsWith('#'));

/** CSV as this program writes it puts an apostrophe before what a spreadsheet would run. */
const bare = (cell: string): string => (/^'[=+\-@\t\r＝＋－＠]/u.test(cell) ? cell.slice(1) : cell);

export const separatedCells = (text: string): Cells => {
  const notes: Note[] = [];
  let parsed: string[][];
  try {
    parsed = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: true,
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return noTable('compare/no-table', `The file is no CSV: ${why}. Close the quotation marks, or save it as XLSX.`);
  }
  const [headings, ...rows] = parsed;
  if (headings === undefined || headings.length < 2)
    return noTable('compare/no-table', 'The file has no line of headings. Put the names of the columns first.');
  const torn = rows.filter((cells) => cells.length > headings.length).length;
  if (torn > 0)
    notes.push(
      note(
        'compare/torn-rows',
        'warning',
        `${torn} rows have more cells than there are headings; look at their quotes.`,
      ),
    );
  return {
    headings: headings.map((heading) => heading.trim()),
    rows: rows
      .map((cells, i) => ({ at: i + 2, cells: cells.map((cell) => bare(cell.trim())) }))
      .filter(({ cells }, i) => !(i === 0 && isHashtags(cells))),
    notes,
  };
};
