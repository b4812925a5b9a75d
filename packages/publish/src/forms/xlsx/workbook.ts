import writeExcelFile from 'write-excel-file/node';
import { type Cell, harmless } from '../../tables/csv.js';
import { undated } from './undated.js';

/** A sheet as people see it; `rightToLeft` lays its columns out from the right. */
export interface Sheet {
  readonly name: string;
  readonly rightToLeft: boolean;
  /** In characters, one a column. */
  readonly widths: readonly number[];
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What Excel can hold: rows of a sheet with the heading, and UTF-16 code units of a cell. */
export const MOST_ROWS = 1_048_576;
export const MOST_IN_CELL = 32_767;

const HEADING = { type: String, fontWeight: 'bold', wrap: true, alignVertical: 'top' } as const;

/** Longer texts are broken into lines. */
const LONG = 60;

/** A text is written as a text whatever it looks like, so that nothing in it is taken for a formula, number or date. */
const textCell = (text: string) => {
  const value = harmless(text).slice(0, MOST_IN_CELL);
  return value.length > LONG ? { type: String, value, wrap: true } : value;
};

const cellOf = (cell: Cell) => {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : textCell(String(cell));
  return typeof cell === 'string' ? textCell(cell) : cell;
};

/** The bytes of an XLSX workbook: headings stand still while rows scroll. */
export const workbook = async (sheets: readonly Sheet[]): Promise<Uint8Array> => {
  const packed = await writeExcelFile(
    sheets.map(({ name, rightToLeft, widths, headings, rows }) => ({
      sheet: name,
      rightToLeft,
      stickyRowsCount: 1,
      columns: widths.map((width) => ({ width })),
      data: [
        headings.map((heading) => ({ ...HEADING, value: heading })),
        ...rows.slice(0, MOST_ROWS - 1).map((row) => row.map(cellOf)),
      ],
    })),
  ).toBuffer();
  return undated(packed);
};
