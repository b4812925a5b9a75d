import type { Bilingual } from '@isnad/model';
import { stringify } from 'csv-stringify/sync';
import { sayVeils } from '../policy/veil.js';

export type Cell = string | number | boolean | null;

/** A column: its heading, what it holds (shown in the dossier), and how to read it off a row. */
export interface Column<Row> {
  readonly name: string;
  readonly holds: Bilingual;
  readonly cell: (row: Row) => Cell;
}

/** Opens a cell that a spreadsheet would run as a formula; the full-width signs are run by some as well. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/u;

/** A text as it stands in a cell: what is withheld said in words, and an apostrophe before what would be run. */
export const harmless = (cell: string): string => {
  const text = sayVeils(cell);
  return FORMULA.test(text) ? `'${text}` : text;
};

const written = (cell: Cell): string => {
  if (cell === null) return '';
  return typeof cell === 'string' ? harmless(cell) : String(cell);
};

/** Joins several values into one cell. */
export const joined = (values: readonly string[]): string => values.join('; ');

/**
 * CSV (RFC 4180) in UTF-8 without a byte-order mark: one row of headings, lines ended by LF. A text that a
 * spreadsheet would take for a formula gets an apostrophe in front.
 */
export const csv = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
  stringify([columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ cell }) => written(cell(row))))]);
