import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { collectFiles, isReport } from '@isnad/archive';
import { type Note, note, type Reading } from '@isnad/model';
import { openDocument } from '../disk/documents.js';
import { namesInRecord } from '../disk/names.js';
import { diskTree } from '../disk/tree.js';
import { Failure } from '../failure.js';
import { countProgress } from '../output/progress.js';
import type { Reader } from '../reader.js';
import type { Terminal } from '../terminal.js';
import { readClaimsFile, textsFor } from './claims-file.js';

/** What a record is made of. */
export interface Gathered {
  readonly caseName: string;
  readonly readings: readonly Reading[];
  /** Original text by report id. */
  readonly texts: ReadonlyMap<string, string>;
  /** `sha256:…` of each input by its name in the record. */
  readonly inputs: ReadonlyMap<string, string>;
  /** What could not be read, and what was passed over, with the name of the input. */
  readonly notes: readonly { readonly path: string; readonly note: Note }[];
}

const isWithin = (folder: string, file: string): boolean => {
  const relative = path.relative(path.resolve(folder), path.resolve(file));
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative));
};

/** The folder's name for one folder; else a plain word, so that no path gets into the record. */
const caseNameOf = (paths: readonly string[]): string => {
  const [only] = paths;
  const isFolder = paths.length === 1 && only !== undefined && diskTree.kindOf(only) === 'folder';
  return isFolder ? path.basename(path.resolve(only)) : 'case';
};

/** Reads reports from files and folders; an earlier output that lies among them is passed over. */
export const gatherReports = (
  terminal: Terminal,
  reader: () => Reader,
  paths: readonly string[],
  out: string,
): Gathered => {
  const collected = collectFiles(paths, diskTree);
  const files = collected.files.filter((file) => !isWithin(out, file));
  const names = namesInRecord(files);
  const notes: { path: string; note: Note }[] = collected.notes
    .filter(({ message }) => !message.startsWith(out))
    .map((remark) => ({ path: '.', note: remark }));
  const readings: Reading[] = [];
  const texts = new Map<string, string>();
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
      texts.set(document.id, document.text);
    }
    progress.step();
  }
  progress.end();
  return { caseName: caseNameOf(paths), readings, texts, inputs, notes };
};

/** Takes readings from a file of `isnad read` lines, with their texts if those are at hand. */
export const gatherClaims = (file: string, textsFolder: string | undefined): Gathered => {
  const { readings, notes } = readClaimsFile(file);
  const name = path.basename(file);
  const texts = textsFolder === undefined ? new Map<string, string>() : textsFor(readings, textsFolder);
  if (textsFolder !== undefined && diskTree.kindOf(textsFolder) !== 'folder')
    throw new Failure('cli/no-texts', `${textsFolder} is no folder`, 'Name with --texts the folder of the reports.');
  const missing = textsFolder === undefined ? 0 : readings.length - texts.size;
  const lack = note(
    'cli/missing-texts',
    'warning',
    `${missing} reports have no text in the folder; their wording is not compared.`,
  );
  return {
    caseName: name.replace(/\.[^.]+$/, ''),
    readings,
    texts,
    inputs: new Map([[name, `sha256:${createHash('sha256').update(readFileSync(file)).digest('hex')}`]]),
    notes: [...notes, ...(missing > 0 ? [lack] : [])].map((remark) => ({ path: name, note: remark })),
  };
};
