import { decodeBytes } from '@isnad/archive';
import { type Note, note } from '@isnad/model';
import { jsonCells } from './json.js';
import { separatedCells } from './separated.js';
import { isWorkbook, workbookCells } from './workbook.js';

/** A row as a spreadsheet numbers it (the headings are row 1), or the place of an object in a list of JSON, from 1. */
export interface CellRow {
  readonly at: number;
  readonly cells: readonly string[];
}

/** A table as texts; dates that a workbook holds are `YYYY-MM-DD`. */
export interface Cells {
  readonly headings: readonly string[];
  readonly rows: readonly CellRow[];
  /** What could not be read of it; an `error` note where there is no table. */
  readonly notes: readonly Note[];
}

/** Largest accepted file in bytes, and the most that a workbook may unpack to. */
export const MOST_BYTES = 256 * 1024 * 1024;

export const noTable = (code: string, message: string): Cells => ({
  headings: [],
  rows: [],
  notes: [note(code, 'error', message)],
});

/** Reads a table: CSV (comma, semicolon or tab), a sheet of an XLSX workbook, or a list of objects in JSON. */
export const readCells = async (bytes: Uint8Array, sheet?: string): Promise<Cells> => {
  if (bytes.length > MOST_BYTES)
    return noTable('compare/too-big', 'The table weighs more than 256 MiB. Split it by year or country.');
  if (isWorkbook(bytes)) return workbookCells(bytes, sheet);
  const { text, notes } = decodeBytes(bytes);
  if (notes.some(({ severity }) => severity === 'error'))
    return noTable('compare/no-table', 'The file is neither CSV nor XLSX nor JSON. Save the table as one of these.');
  return /^\s*[[{]/.test(text) ? jsonCells(text) : separatedCells(text);
};
