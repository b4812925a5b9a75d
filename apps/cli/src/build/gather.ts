import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { type Arrival, collectFiles, wordingOf } from '@isnad/archive';
import type { Gathered } from '@isnad/casework';
import { type Document, note, type Reading } from '@isnad/model';
import { openReports } from '../disk/documents.js';
import { namesInRecord } from '../disk/names.js';
import { diskTree, treeWithout } from '../disk/tree.js';
import { Failure } from '../failure.js';
import { countProgress } from '../output/progress.js';
import { type Reader, readArrivals } from '../reader.js';
import type { Terminal } from '../terminal.js';
import { documentsFor, readClaimsFile } from './claims-file.js';

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
export const gatherReports = async (
  terminal: Terminal,
  reader: () => Reader,
  paths: readonly string[],
  out: string,
): Promise<Gathered> => {
  const { files, skipped } = collectFiles(paths, treeWithout(out));
  const names = namesInRecord([...files, ...skipped.map(({ path: file }) => file)]);
  const notes = skipped.map(({ path: file, note: remark }) => ({ path: names.get(file)!, note: remark }));
  const readings: Reading[] = [];
  const documents = new Map<string, Document>();
  const inputs = new Map<string, string>();
  const progress = countProgress(terminal, 'reading', files.length);
  const named = new Set(paths);
  const arrivals = async function* (): AsyncGenerator<Arrival> {
    for (const file of files) {
      const name = names.get(file)!;
      let isContainer = false;
      for await (const arrival of openReports(file, { name, isNamed: named.has(file) })) {
        if (arrival.is === 'report' && arrival.document.path !== name) isContainer = true;
        else if (arrival.is === 'report' && arrival.document.id !== '') inputs.set(name, arrival.document.id);
        yield arrival;
      }
      if (isContainer) inputs.set(name, await hashOf(file));
      progress.step();
    }
  };
  for await (const { arrival, reading } of readArrivals(arrivals(), reader)) {
    if (arrival.is === 'passed') {
      notes.push({ path: arrival.path, note: arrival.note });
      continue;
    }
    const { document } = arrival;
    for (const remark of reading?.notes ?? document.notes) notes.push({ path: document.path, note: remark });
    if (!reading) continue;
    readings.push(reading);
    documents.set(document.id, document);
  }
  progress.end();
  const texts = new Map([...documents].map(([id, document]) => [id, wordingOf(document)]));
  return { caseName: caseNameOf(paths), readings, texts, documents, inputs, notes };
};

const hashOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece as Uint8Array);
  return `sha256:${hash.digest('hex')}`;
};

/** Takes readings from a file of `isnad read` lines, with their texts if those are at hand. */
export const gatherClaims = async (file: string, textsFolder: string | undefined): Promise<Gathered> => {
  const { readings, notes } = readClaimsFile(file);
  const name = path.basename(file);
  if (textsFolder !== undefined && diskTree.kindOf(textsFolder) !== 'folder')
    throw new Failure('cli/no-texts', `${textsFolder} is no folder`, 'Name with --texts the folder of the reports.');
  const found = textsFolder === undefined ? new Map<string, Document>() : await documentsFor(readings, textsFolder);
  const missing = textsFolder === undefined ? 0 : readings.length - found.size;
  const lack = note(
    'cli/missing-texts',
    'warning',
    `${missing} reports have no text in that folder, so their wording is not compared. Put them there under their names.`,
  );
  return {
    caseName: name.replace(/\.[^.]+$/, ''),
    readings,
    texts: new Map([...found].map(([id, document]) => [id, wordingOf(document)])),
    documents: new Map(),
    inputs: new Map([[name, await hashOf(file)], ...[...found.values()].map((text) => [text.path, text.id] as const)]),
    notes: [...notes, ...(missing > 0 ? [lack] : [])].map((remark) => ({ path: name, note: remark })),
  };
};

/** The same with further inputs, such as the file of decisions; of a folder, all its tables. */
export const withInput = async (gathered: Gathered, ...files: readonly (string | undefined)[]): Promise<Gathered> => {
  const added = files
    .filter((file) => file !== undefined)
    .flatMap((file) =>
      diskTree.kindOf(file) === 'folder'
        ? [...diskTree.namesIn(file)].filter((name) => name.endsWith('.csv')).map((name) => path.join(file, name))
        : [file],
    );
  if (added.length === 0) return gathered;
  const inputs = await Promise.all(added.map(async (file) => [path.basename(file), await hashOf(file)] as const));
  return { ...gathered, inputs: new Map([...gathered.inputs, ...inputs]) };
};
