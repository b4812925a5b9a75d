import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type ForeignFile,
  type GazetteerForm,
  type ImportProgress,
  importPlaces,
  loadGazetteer,
  tableOf,
} from '@isnad/lexicon';
import type { Note } from '@isnad/model';
import { diskTree } from '../disk/tree.js';
import { writeWhole } from '../disk/write-whole.js';
import { Failure, systemReason } from '../failure.js';
import { noteLine } from '../output/notes.js';
import { countProgress, type Progress } from '../output/progress.js';
import type { Terminal } from '../terminal.js';

export interface ImportOptions {
  readonly out: string;
  readonly form?: GazetteerForm;
}

/** More notes of one code than this are told by their number. */
const SHOWN = 20;
const NAMES = /\.(?:txt|tsv|csv|geojson|json|ndjson)$/i;
const BOOKS = /\.(?:xlsx?|ods|zip|db|sqlite)$/i;

/** Files as named, and those of folders, in the order of their paths. */
const filesBelow = (named: string): readonly string[] => {
  const kind = diskTree.kindOf(named);
  if (kind === 'missing')
    throw new Failure('cli/unreadable-file', `${named} is not there`, 'Name a table of places, or a folder of such.');
  if (kind === 'file') return [named];
  return [...diskTree.namesIn(named)]
    .filter((name) => !name.startsWith('.'))
    .sort()
    .map((name) => path.join(named, name))
    .flatMap((file) => (diskTree.kindOf(file) === 'folder' ? filesBelow(file) : NAMES.test(file) ? [file] : []));
};

const read = (file: string): string => {
  if (BOOKS.test(file))
    throw new Failure('cli/gazetteer-form', `${file} is no text`, 'Unpack it, or save the sheet of places as CSV.');
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = systemReason(error);
    throw new Failure('cli/unreadable-file', `cannot read ${file}: ${reason}`, 'Check its name and permissions.', {
      cause: error,
    });
  }
};

/** The first notes of each code, and how many more there are. */
const tell = (terminal: Terminal, notes: readonly { readonly file: string; readonly note: Note }[]): void => {
  const told = new Map<string, number>();
  for (const { file, note } of notes) {
    const count = (told.get(note.code) ?? 0) + 1;
    told.set(note.code, count);
    if (count <= SHOWN) terminal.err(noteLine(file, note));
    if (note.severity === 'error') terminal.fail();
  }
  for (const [code, count] of told)
    if (count > SHOWN) terminal.err(`isnad: ${count - SHOWN} more such notes [${code}]\n`);
};

/** `isnad gazetteer import`: tables of places from elsewhere as a table that `--gazetteer` takes. */
export const importCommand = (terminal: Terminal, named: readonly string[], { out, form }: ImportOptions): void => {
  const files = named.flatMap(filesBelow);
  if (files.length === 0)
    throw new Failure(
      'cli/gazetteer-form',
      `no table of places was found in ${named.join(', ')}`,
      'Name GeoNames country dumps, Who’s On First GeoJSON or OCHA tables saved as CSV.',
    );
  const texts = function* (): Generator<ForeignFile> {
    for (const file of files) yield { name: file, text: read(file) };
  };
  const bars = new Map<string, Progress>();
  const progress: ImportProgress = (phase, total) => {
    const bar = bars.get(phase) ?? countProgress(terminal, phase, total);
    bars.set(phase, bar);
    bar.step();
  };
  const imported = importPlaces(texts(), loadGazetteer(), { form: form ?? null, files: files.length, progress });
  for (const bar of bars.values()) bar.end();
  tell(terminal, imported.notes);
  if (imported.rows.length === 0)
    throw new Failure(
      'cli/nothing-imported',
      `none of ${imported.read} places is new`,
      'Nothing was written; see the notes above for what was left out.',
    );
  writeWhole(out, tableOf(imported.rows));
  const { read: all, known, twice, rows } = imported;
  terminal.err(
    `isnad: ${all} places read: ${known} are the program's own, ${twice} stood twice, ${rows.length} are in ${out}\n` +
      `isnad: read with them by --gazetteer ${out}, or set ISNAD_GAZETTEER\n`,
  );
};
