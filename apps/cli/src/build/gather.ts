import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { collectFiles, isReport } from '@isnad/archive';
import { type Document, type Note, note, type Reading } from '@isnad/model';
import { openDocument } from '../disk/documents.js';
import { namesInRecord } from '../disk/names.js';
import { diskTree, treeWithout } from '../disk/tree.js';
import { Failure } from '../failure.js';
import { countProgress } from '../output/progress.js';
import type { Reader } from '../reader.js';
import type { Terminal } from '../terminal.js';
import { documentsFor, readClaimsFile } from './claims-file.js';

/** What a record is made of. */
export interface Gathered {
  readonly caseName: string;
  readonly readings: readonly Reading[];
  /** Original text by report id. */
  readonly texts: ReadonlyMap<string, string>;
  /** What was read, by report id; empty when the claims were given. */
  readonly documents: ReadonlyMap<string, Document>;
  /** `sha256:…` of each input by its name in the record. */
  readonly inputs: ReadonlyMap<string, string>;
  /** What could not be read, and what was passed over, with the name of the input. */
  readonly notes: readonly { readonly path: string; readonly note: Note }[];
}

/**
 * The folder's name for one folder, or the name of the folder around one called `reports`; else a plain word,
 * so that no path gets into the record.
 */
const caseNameOf = (paths: readonly string[]): string => {
  const [only] = paths;
  if (paths.length !== 1 || only === undefined || diskTree.kindOf(only) !== 'folder') return 'case';
  const folder = path.resolve(only);
  return path.basename(path.basename(folder) === 'reports' ? path.dirname(folder) : folder) || 'case';
};

/** Reads reports from files and folders; an earlier output that lies among them is passed over. */
export const gatherReports = (
  terminal: Terminal,
  reader: () => Reader,
  paths: readonly string[],
  out: string,
): Gathered => {
  const { files, skipped } = collectFiles(paths, treeWithout(out));
  const names = namesInRecord([...files, ...skipped.map(({ path: file }) => file)]);
  const notes = skipped.map(({ path: file, note: remark }) => ({ path: names.get(file)!, note: remark }));
  const readings: Reading[] = [];
  const documents = new Map<string, Document>();
  const inputs = new Map<string, string>();
  const progress = countProgress(terminal, 'reading', files.length);
  for (const file of files) {
    const name = names.get(file)!;
    const document = openDocument(file, {}, name);
    if (document.id !== '') inputs.set(name, document.id);
    const reading = isReport(document) ? reader().read(document) : null;
    for (const remark of reading?.notes ?? document.notes) notes.push({ path: name, note: remark });
    if (reading) {
      readings.push(reading);
      documents.set(document.id, document);
    }
    progress.step();
  }
  progress.end();
  const texts = new Map([...documents].map(([id, { text }]) => [id, text]));
  return { caseName: caseNameOf(paths), readings, texts, documents, inputs, notes };
};

const hashOf = (file: string): string => `sha256:${createHash('sha256').update(readFileSync(file)).digest('hex')}`;

/** Takes readings from a file of `isnad read` lines, with their texts if those are at hand. */
export const gatherClaims = (file: string, textsFolder: string | undefined): Gathered => {
  const { readings, notes } = readClaimsFile(file);
  const name = path.basename(file);
  if (textsFolder !== undefined && diskTree.kindOf(textsFolder) !== 'folder')
    throw new Failure('cli/no-texts', `${textsFolder} is no folder`, 'Name with --texts the folder of the reports.');
  const found = textsFolder === undefined ? new Map<string, Document>() : documentsFor(readings, textsFolder);
  const missing = textsFolder === undefined ? 0 : readings.length - found.size;
  const lack = note(
    'cli/missing-texts',
    'warning',
    `${missing} reports have no text in that folder, so their wording is not compared. Put them there under their names.`,
  );
  return {
    caseName: name.replace(/\.[^.]+$/, ''),
    readings,
    texts: new Map([...found].map(([id, { text }]) => [id, text])),
    documents: new Map(),
    inputs: new Map([[name, hashOf(file)], ...[...found.values()].map((text) => [text.path, text.id] as const)]),
    notes: [...notes, ...(missing > 0 ? [lack] : [])].map((remark) => ({ path: name, note: remark })),
  };
};

/** The same with further inputs, such as the file of decisions; of a folder, all its tables. */
export const withInput = (gathered: Gathered, ...files: readonly (string | undefined)[]): Gathered => {
  const added = files
    .filter((file) => file !== undefined)
    .flatMap((file) =>
      diskTree.kindOf(file) === 'folder'
        ? [...diskTree.namesIn(file)].filter((name) => name.endsWith('.csv')).map((name) => path.join(file, name))
        : [file],
    );
  if (added.length === 0) return gathered;
  const inputs = added.map((file) => [path.basename(file), hashOf(file)] as const);
  return { ...gathered, inputs: new Map([...gathered.inputs, ...inputs]) };
};
