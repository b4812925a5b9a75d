import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { inPieces } from '../bytes/pieces.js';
import { fromSystem, StoreError } from '../errors.js';
import {
  type Copied,
  type CopyProgress,
  dumpCase,
  type Portion,
  portionsOf,
  putTogether,
  restoreCase,
} from './copy.js';
import type { Dump, Heading } from './dump.js';
import { type Cell, type Row, tableOf } from './tables.js';

/**
 * A backup is one file: lines of JSON, packed with gzip. The first says what it is, then come the preserved bytes in
 * pieces and the rows of each table, and the last says that it is whole.
 */
const FORM = { isnad: 'backup', version: 1 } as const;

type Line =
  | (typeof FORM & { readonly heading: Heading })
  | { readonly file: string; readonly piece: string }
  /** Behind its pieces; `gone` where a damaged case did not hold the bytes. */
  | { readonly file: string; readonly end: 'whole' | 'gone' }
  | { readonly table: string; readonly rows: readonly (readonly unknown[])[] }
  | { readonly end: 'whole' };

const packed = (cell: Cell): unknown =>
  cell instanceof Uint8Array ? { b: Buffer.from(cell).toString('base64') } : cell;

const unpacked = (cell: unknown): Cell =>
  typeof cell === 'object' && cell !== null ? Buffer.from((cell as { b: string }).b, 'base64') : (cell as Cell);

const linesOf = async function* (dump: Dump, progress: CopyProgress, missing: string[]): AsyncGenerator<Line> {
  const { heading } = dump;
  let [files, rows] = [0, 0];
  yield { ...FORM, heading };
  for await (const portion of portionsOf(dump)) {
    if (portion.is === 'file') {
      const { id, stream } = portion.file;
      if (stream) for await (const piece of inPieces(stream())) yield { file: id, piece: piece.toString('base64') };
      else missing.push(id);
      yield { file: id, end: stream ? 'whole' : 'gone' };
      files++;
    } else {
      yield { table: portion.table.name, rows: portion.rows.map((row) => row.map(packed)) };
      rows += portion.rows.length;
    }
    progress(files, rows, heading.rows);
  }
  yield { end: 'whole' };
};

const textsOf = async function* (lines: AsyncIterable<Line>): AsyncGenerator<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`;
};

/** Written from its beginning, also where a lost connection made the whole begin anew; on the disk when it resolves. */
const writeDraft = (draft: string, lines: AsyncIterable<Line>): Promise<void> =>
  pipeline(
    Readable.from(textsOf(lines)),
    createGzip({ level: 6 }),
    createWriteStream(draft, { flags: 'w', mode: 0o600, flush: true }),
  );

/** Writes a case as it is now into one file, which is there whole or not at all; others may work on the case meanwhile. */
export const backUp = async (
  named: string,
  file: string,
  progress: CopyProgress = () => undefined,
): Promise<Copied> => {
  const draft = path.join(path.dirname(path.resolve(file)), `.${path.basename(file)}.${process.pid}`);
  try {
    const copied = await dumpCase(named, async (dump): Promise<Copied> => {
      const missing: string[] = [];
      let files = 0;
      const counted: CopyProgress = (some, rows, of) => {
        files = some;
        progress(some, rows, of);
      };
      await writeDraft(draft, linesOf(dump, counted, missing));
      const { facts, rows } = dump.heading;
      return { name: facts.name, files, rows, missing };
    });
    await rename(draft, file);
    return copied;
  } catch (error) {
    await rm(draft, { force: true });
    throw fromSystem(error, file) ?? error;
  }
};

const broken = (file: string, cause?: unknown): StoreError =>
  new StoreError(
    'store/backup',
    `${file} is no whole backup of a case`,
    'Take another copy of it; what was restored so far is not opened as a case.',
    { cause },
  );

/** The lines of a backup, each read when it is asked for. */
const linesIn = async function* (file: string): AsyncGenerator<Line> {
  const source = createReadStream(file);
  const plain = createGunzip();
  const piped = pipeline(source, plain);
  piped.catch(() => undefined);
  try {
    for await (const line of createInterface({ input: plain, crlfDelay: Infinity })) yield JSON.parse(line) as Line;
    await piped;
  } catch (error) {
    throw fromSystem(error, file) ?? broken(file, error);
  } finally {
    source.destroy();
    plain.destroy();
  }
};

/** Portions of a backup in their order; a file's stream must be read before the next portion is asked for. */
const portionsIn = async function* (file: string, lines: AsyncGenerator<Line>): AsyncGenerator<Portion> {
  let isWhole = false;
  for (;;) {
    const next = await lines.next();
    if (next.done) break;
    const line = next.value;
    if ('table' in line) {
      const table = tableOf(line.table);
      if (!table) throw broken(file);
      yield { is: 'rows', table, rows: line.rows.map((row): Row => row.map(unpacked)) };
    } else if ('file' in line) {
      const id = line.file;
      let last: Line = line;
      const pieces = async function* (): AsyncGenerator<Uint8Array> {
        while ('piece' in last) {
          yield Buffer.from(last.piece, 'base64');
          const more = await lines.next();
          if (more.done) throw broken(file);
          last = more.value;
        }
      };
      const isGone = 'end' in last && last.end === 'gone';
      yield { is: 'file', file: { id, stream: isGone ? null : pieces } };
      // What nobody read is read over.
      for await (const _ of pieces());
    } else if ('end' in line) isWhole = true;
  }
  if (!isWhole) throw broken(file);
};

/** Makes a case of a backup, where none is yet; killed and run again, it goes on. */
export const restoreBackup = async (
  file: string,
  named: string,
  progress: CopyProgress = () => undefined,
): Promise<Copied> => {
  const read = async (): Promise<readonly [Heading, AsyncGenerator<Line>]> => {
    const lines = linesIn(file);
    const first = await lines.next();
    if (first.done || !('isnad' in first.value) || first.value.isnad !== FORM.isnad) throw broken(file);
    if (first.value.version > FORM.version)
      throw new StoreError(
        'store/newer',
        `${file} was written by a newer version of isnad`,
        'Restore it with that version.',
      );
    return [first.value.heading, lines];
  };
  const [heading, lines] = await read();
  try {
    return await restoreCase(named, heading, (restore) =>
      putTogether(restore, heading, portionsIn(file, lines), progress),
    );
  } finally {
    await lines.return(undefined);
  }
};
