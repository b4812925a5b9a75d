import { parse } from 'csv-parse/sync';

/** The cells of one line, and its number (1 for the first). */
export interface Line {
  readonly line: number;
  readonly cells: readonly string[];
  /** Why the cells could not be told apart; then `cells` is empty. */
  readonly broken?: string;
}

/** Cells between tabs, without any quoting, as GeoNames dumps have them. */
export const tabbedLines = (text: string): readonly Line[] => {
  const records: string[][] = parse(text, {
    bom: true,
    delimiter: '\t',
    quote: false,
    relax_column_count: true,
    skip_empty_lines: false,
    record_delimiter: ['\r\n', '\n'],
  });
  return records
    .map((cells, index) => ({ line: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
};

const ONE_LINE = { bom: true, relax_column_count: true, relax_quotes: false } as const;

/**
 * Cells between commas or semicolons. No cell of such a table holds a line break, so each line is read by itself:
 * a quotation mark that is never closed costs its line and no other.
 */
export const commaLines = (text: string): readonly Line[] => {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const head = lines[0] ?? '';
  const delimiter = [',', ';', '\t'].sort((a, b) => head.split(b).length - head.split(a).length)[0]!;
  const found: Line[] = [];
  lines.forEach((written, index) => {
    if (written.trim() === '') return;
    const line = index + 1;
    if (!written.includes('"')) {
      found.push({ line, cells: written.split(delimiter).map((cell) => cell.trim()) });
      return;
    }
    try {
      const [cells = []]: string[][] = parse(written, { ...ONE_LINE, delimiter, trim: true });
      found.push({ line, cells });
    } catch (error) {
      found.push({ line, cells: [], broken: (error as Error).message });
    }
  });
  return found;
};
