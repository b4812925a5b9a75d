import { isoDay } from '@isnad/model';
import { unzipSync, zipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { type Cells, MOST_BYTES, noTable } from './cells.js';

const DAY_MS = 86_400_000;
const MOST_PARTS = 10_000;

/** XLSX is a ZIP archive. */
export const isWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3;

class TooMuch extends Error {}

/**
 * The parts of a workbook that hold tables, unpacked within bounds and packed anew without compression: the reader
 * unpacks what it is given whole. Sizes are those that the archive claims; what is more than claimed is cut off.
 */
const bounded = (bytes: Uint8Array): Uint8Array => {
  let [total, parts] = [0, 0];
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/\.(?:xml|rels)$/.test(name)) return false;
      total += originalSize;
      parts++;
      if (total > MOST_BYTES || parts > MOST_PARTS) throw new TooMuch();
      return true;
    },
  });
  return zipSync(files, { level: 0 });
};

const said = (cell: unknown): string => {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : isoDay(Math.floor(cell.getTime() / DAY_MS));
  return typeof cell === 'string' ? cell.trim() : typeof cell === 'number' ? String(cell) : JSON.stringify(cell);
};

/** A sheet of an XLSX workbook, the first unless one is named. */
export const workbookCells = async (bytes: Uint8Array, sheet?: string): Promise<Cells> => {
  try {
    const sheets = await readExcelFile(Buffer.from(bounded(bytes)));
    const found = sheet === undefined ? sheets[0] : sheets.find((one) => one.sheet === sheet);
    if (found === undefined)
      return noTable(
        'compare/no-sheet',
        `The workbook has no sheet "${sheet}", but ${sheets.map((one) => one.sheet).join(', ')}. Name one of these.`,
      );
    const [headings, ...rows] = found.data;
    if (headings === undefined || headings.length < 2)
      return noTable('compare/no-table', `The sheet "${found.sheet}" has no row of headings. Put them first.`);
    return {
      headings: headings.map(said),
      rows: rows
        .map((cells, i) => ({ at: i + 2, cells: cells.map(said) }))
        .filter(({ cells }) => cells.some((cell) => cell !== '')),
      notes: [],
    };
  } catch (error) {
    if (error instanceof TooMuch)
      return noTable('compare/bomb', 'The workbook unpacks to more than 256 MiB, so it was not read. Save it as CSV.');
    return noTable('compare/no-table', 'The workbook is damaged or is none. Save the table as XLSX or CSV again.');
  }
};
