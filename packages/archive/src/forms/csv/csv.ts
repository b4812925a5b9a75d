import { note } from '@isnad/model';
import { type FileForm, refused } from '../../arrival.js';
import { linesOf, writtenIn } from '../../encoding/lines.js';
import { knownColumns } from '../table/known-columns.js';
import { noTextColumn, readRow, type Table } from '../table/row.js';

const TORN = note(
  'archive/torn-row',
  'warning',
  'A quoted cell of this row is not closed, so its first line was taken as it stands. Close the quotation mark.',
);

/** A table with a row a report. Read a row at a time; the row's number is that of a spreadsheet, 1 being the header. */
export const csv: FileForm = {
  form: 'csv',
  accepts: (path) => /\.(?:csv|tsv)$/i.test(path),
  read: async function* (source, context) {
    const { encoding, notes } = await writtenIn(source);
    if (encoding === 'binary') return yield refused(source.path, context.given, 'archive/binary', notes[0]!.message);
    const { recordsOf } = await import('./records.js');
    let table: Table | null = null;
    let names: readonly string[] = [];
    const places = new Map<string, number>();
    for await (const { number, raw, cells, torn } of recordsOf(linesOf(source, encoding, context.limits.bytes))) {
      if (table === null) {
        names = cells.map((name) => name.trim());
        for (const [place, name] of names.entries()) if (!places.has(name)) places.set(name, place);
        const columns = knownColumns(names, context.columns);
        const missing = columns.text === undefined || [columns.text].flat().some((name) => !places.has(name));
        if (missing) return yield noTextColumn(source.path, names, context);
        table = { path: source.path, form: 'csv', encoding, notes, columns };
        continue;
      }
      const row = {
        path: `${source.path}!/${number}`,
        bytes: new TextEncoder().encode(raw),
        valueOf: (column: string) => cells[places.get(column) ?? -1],
      };
      yield readRow(row, torn ? { ...table, notes: [...table.notes, TORN] } : table, context);
    }
    if (table === null) yield refused(source.path, context.given, 'archive/empty', EMPTY);
  },
};

const EMPTY = 'The table is empty, so nothing was read. Fetch it again.';
