import { type Note, note, reportId } from '@isnad/model';
import { type Arrival, arrived, type Context, refused } from '../../arrival.js';
import { dayOfMoment } from '../../dates.js';
import { documentOf } from '../../document.js';
import type { Columns } from '../../sidecar/columns.js';
import { addressOf, stated } from '../page/metadata.js';

/** A row of a table, or a line of JSON, as it stands in its file. */
export interface Row {
  /** `file!/12` */
  readonly path: string;
  /** What the file holds of it, byte for byte: the report's id is their hash. */
  readonly bytes: Uint8Array;
  /** The value of a column; undefined where there is none. */
  readonly valueOf: (column: string) => string | undefined;
}

/** The file that the row lies in. */
export interface Table {
  readonly path: string;
  readonly form: string;
  readonly encoding: string;
  readonly notes: readonly Note[];
  readonly columns: Columns;
}

const cell = (row: Row, column: string | undefined): string | undefined => {
  const value = column === undefined ? undefined : row.valueOf(column)?.trim();
  return value === '' ? undefined : value;
};

const unreadDate = (written: string, column: string): Note =>
  note(
    'archive/unread-date',
    'warning',
    `"${written.slice(0, 40)}" in ${column} tells no one day, so it is not used as the date of publication. Write it as 2018-12-17.`,
  );

/**
 * A row as a report. Its text is the title, a blank line and the cells of its text columns, a blank line between
 * them; what is no wording (date, outlet, address, author) becomes what the report states of itself.
 */
export const readRow = (
  row: Row,
  { path, form, encoding, notes, columns }: Table,
  { given, limits }: Context,
): Arrival => {
  const names = columns.text === undefined ? [] : [columns.text].flat();
  const body = names.map((name) => cell(row, name)).filter((value) => value !== undefined);
  const title = cell(row, columns.title);
  const id = reportId(row.bytes);
  if (body.length === 0) {
    const message = `Nothing stands in ${names.join(', ')} of this row, so nothing was read. Fill it, or name another column in the sidecar.`;
    return refused(row.path, given, 'archive/empty', message, id);
  }
  const text = [...(title === undefined || body[0]!.startsWith(title) ? [] : [title]), ...body].join('\n\n');
  if (text.length > limits.bytes)
    return refused(
      row.path,
      given,
      'archive/too-big',
      'The row is longer than the limit for one report. Split it.',
      id,
    );
  const moment = cell(row, columns.published);
  const published = moment === undefined ? undefined : (dayOfMoment(moment) ?? undefined);
  const lost = moment !== undefined && published === undefined ? [unreadDate(moment, columns.published!)] : [];
  return arrived(
    documentOf({
      path: row.path,
      id,
      text,
      encoding,
      given,
      notes: [...notes, ...lost],
      container: { path, form },
      stated: stated({
        title,
        published,
        outlet: cell(row, columns.outlet),
        url: addressOf(cell(row, columns.url)),
        author: cell(row, columns.author),
      }),
    }),
  );
};

/** Says that no column is known to hold the text. */
export const noTextColumn = (path: string, names: readonly string[], { given }: Context): Arrival =>
  refused(
    path,
    given,
    'archive/no-text-column',
    `None of the columns is known to hold the reports' text (found: ${names.slice(0, 20).join(', ') || 'none'}), so nothing was read. Name it in the sidecar: {"columns": {"text": "…"}}.`,
  );
