import type { CellRow, Cells } from './cells.js';

/** Reads a cell by the heading of its column; undefined where the table has no such column or the cell is empty. */
export type Cell = (heading: string) => string | undefined;

export const cellReader = ({ headings }: Pick<Cells, 'headings'>): ((row: CellRow) => Cell) => {
  const at = new Map([...headings.entries()].reverse().map(([i, heading]) => [heading, i]));
  return ({ cells }) =>
    (heading) => {
      const cell = cells[at.get(heading) ?? -1];
      return cell === undefined || cell === '' ? undefined : cell;
    };
};
