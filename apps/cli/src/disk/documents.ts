import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import {
  type Arrival,
  defaultLimit,
  type ReadingLimits,
  readDocument,
  readReports,
  readSidecar,
  type Sidecar,
  type Source,
  sidecarPath,
  tooBig,
  unreadDocument,
} from '@isnad/archive';
import { type Document, type Given, type Note, note } from '@isnad/model';
import { systemCodeOf, systemReason } from '../failure.js';
import { fileSource } from './file-source.js';

/** What the command line says of every report that it reads; it wins over sidecars. */
export type Overrides = Pick<Given, 'published' | 'outlet'>;

/** What the sidecar of a file says; nothing where there is none. */
export const sidecarOf = (file: string): Sidecar => {
  const sidecar = sidecarPath(file);
  const name = path.basename(sidecar);
  try {
    return readSidecar(name, readFileSync(sidecar, 'utf8'));
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return { given: {}, notes: [] };
    const message = `${name}: ${systemReason(error)}. The report is read without it; make the file readable.`;
    return { given: {}, notes: [note('archive/bad-sidecar', 'warning', message)] };
  }
};

const unreadable = (error: unknown): Note =>
  note(
    'archive/unreadable',
    'error',
    `The file cannot be read: ${systemReason(error)}. Check its name and its permissions.`,
  );

/**
 * A text file and its sidecar as a document. A file that cannot be read gives an empty document with an error note.
 * @param name the path that the document is to carry
 */
export const openDocument = (
  file: string,
  overrides: Overrides = {},
  name: string = file,
  limits: ReadingLimits = defaultLimit,
): Document => {
  const { given, notes } = sidecarOf(file);
  const known = { ...given, ...overrides };
  const open = (): Document => {
    try {
      const { size } = statSync(file);
      if (size > limits.bytes) return unreadDocument(name, known, tooBig(size, limits));
      return readDocument(name, readFileSync(file), known, limits);
    } catch (error) {
      return unreadDocument(name, known, unreadable(error));
    }
  };
  const document = open();
  return notes.length === 0 ? document : { ...document, notes: [...document.notes, ...notes] };
};

/** Codes of files that hold no reports at all: an error when a person named the file, no more than a remark when it lay in a folder. */
const NO_REPORTS: ReadonlySet<string> = new Set(['archive/no-text-column', 'archive/no-reports']);

const asFoundInFolder = (arrival: Arrival, name: string): Arrival => {
  const remark = arrival.is === 'report' && arrival.document.notes.find(({ code }) => NO_REPORTS.has(code));
  if (!remark || arrival.document.path !== name) return arrival;
  return { is: 'passed', path: name, note: { ...remark, severity: 'info' } };
};

export interface Opening {
  readonly overrides?: Overrides;
  /** The path that documents are to carry; the file's own unless given. */
  readonly name?: string;
  /** Whether a person named the file, rather than a folder that it lies in. */
  readonly isNamed?: boolean;
}

/**
 * The reports in a file of any input form, one at a time. A file that cannot be read gives an empty document with
 * an error note; those of a container carry `name!/entry` as their path.
 */
export const openReports = async function* (
  file: string,
  { overrides = {}, name = file, isNamed = true }: Opening = {},
): AsyncGenerator<Arrival> {
  const { given, columns, notes } = sidecarOf(file);
  const known = { ...given, ...overrides };
  let source: Source;
  try {
    source = fileSource(file, name);
  } catch (error) {
    yield { is: 'report', document: unreadDocument(name, known, unreadable(error)) };
    return;
  }
  yield* arrivalsOf(source, { given: known, ...(columns ? { columns } : {}), notes }, isNamed);
};

/** The reports in a source, with what its sidecar says; what is wrong with the sidecar is said once. */
export const arrivalsOf = async function* (
  source: Source,
  { notes, ...said }: Sidecar,
  isNamed: boolean,
): AsyncGenerator<Arrival> {
  let rest = notes;
  for await (const arrival of readReports(source, said)) {
    const shown = isNamed ? arrival : asFoundInFolder(arrival, source.path);
    if (shown.is === 'passed' || rest.length === 0) yield shown;
    else {
      yield { ...shown, document: { ...shown.document, notes: [...shown.document.notes, ...rest] } };
      rest = [];
    }
  }
};

/** The file part of a report's path: `in/a.zip!/x.txt` → `in/a.zip`. */
export const fileOf = (report: string): string => report.split('!/', 1)[0]!;

/** One report by its path, inside a container or not; null when there is none of that path. */
export const openReport = async (report: string): Promise<Document | null> => {
  for await (const arrival of openReports(fileOf(report)))
    if (arrival.is === 'report' && (arrival.document.path === report || fileOf(report) === report))
      return arrival.document;
  return null;
};
