import { readFileSync } from 'node:fs';
import {
  type Columns,
  type CompareWords,
  comparisonReport,
  type DateOrder,
  FIELDS,
  type Field,
  formOf,
  hold,
  readCells,
  tableForms,
} from '@isnad/compare';
import type { CaseRecord, Note } from '@isnad/model';
import { canonicalLines, publicCase, readingsOf, standingPolicy } from '@isnad/publish';
import { type CaseSource, recorded } from '../case/recorded.js';
import { Failure, systemReason } from '../failure.js';
import { comparisonTable, type Language } from '../output/comparison.js';
import { noteLine } from '../output/notes.js';
import type { Terminal } from '../terminal.js';

export interface CompareOptions {
  /** Id of a form of tables. */
  readonly as?: string;
  readonly column: readonly string[];
  readonly sheet?: string;
  readonly dates?: DateOrder;
  readonly format?: 'table' | 'json';
  readonly language: Language;
  readonly names?: boolean;
  readonly today: string;
}

const bytesOf = (file: string): Uint8Array => {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Failure(
      'cli/no-table',
      `cannot read ${file}: ${systemReason(error)}`,
      'Name a table: CSV, XLSX or JSON.',
      {
        cause: error,
      },
    );
  }
};

const isField = (name: string): name is Field => FIELDS.some((field) => field === name);

const columnsOf = (pairs: readonly string[]): Columns =>
  Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      const field = pair.slice(0, Math.max(0, at));
      if (at < 1 || !isField(field))
        throw new Failure(
          'cli/bad-column',
          `--column ${pair} names no field`,
          `Write FIELD=HEADING; fields are ${FIELDS.join(', ')}.`,
        );
      return [field, pair.slice(at + 1)];
    }),
  );

/** The working record with names covered: places stand as they are, because places are what is compared. */
const covered = (record: CaseRecord, words: CompareWords, names: boolean, asOf: string): CaseRecord => {
  if (names) return record;
  const policy = { ...standingPolicy, lifted: 'working record' };
  const readings = readingsOf(record.private_persons ?? []);
  return publicCase({ record, texts: new Map(), readings, words, asOf, names, policy }).record;
};

const refuseFaults = (file: string, notes: readonly Note[]): void => {
  const fault = notes.find(({ severity }) => severity === 'error');
  if (fault) throw new Failure(fault.code, `${file}: ${fault.message.replace(/\.$/, '')}`, 'Nothing was compared.');
};

/** `isnad compare`: a record held against somebody's table of events. */
export const compareCommand = async (
  terminal: Terminal,
  stages: CaseSource & { readonly words: () => CompareWords },
  named: string,
  file: string,
  { as, column, sheet, dates = null, format, language, names = false, today }: CompareOptions,
): Promise<void> => {
  const columns = columnsOf(column);
  const { record } = await recorded(named, undefined, stages);
  const words = stages.words();
  const cells = await readCells(bytesOf(file), sheet);
  refuseFaults(file, cells.notes);
  const form =
    tableForms.find(({ id }) => id === as) ?? (column.length > 0 ? tableForms.at(-1)! : formOf(cells.headings));
  const { rows, notes } = form.rows(cells, { columns, dates });
  refuseFaults(file, notes);
  for (const one of notes) terminal.err(noteLine(file, one));
  const shown = covered(record, words, names, today);
  const report = comparisonReport(hold(shown, rows, form, words), shown, { form: form.id, rows: rows.length });
  const wanted = format ?? (terminal.outIsScreen ? 'table' : 'json');
  await terminal.out(wanted === 'json' ? canonicalLines(report) : comparisonTable(report, language));
};
