import { isAddress, parseAddress } from '../case/address.js';
import { StoreError } from '../errors.js';
import type { Dump, DumpedFile, Heading, Restore } from './dump.js';
import { dumpFolder, restoreFolder } from './folder.js';
import { dumpPostgres, restorePostgres } from './postgres.js';
import { type Row, TABLES, type Table } from './tables.js';

/** How far a copy is: files and rows that are there, of how many rows. */
export type CopyProgress = (files: number, rows: number, of: number) => void;

export interface Copied {
  readonly name: string;
  readonly files: number;
  readonly rows: number;
  /** Ids of preserved bytes that the case speaks of and does not hold. */
  readonly missing: readonly string[];
}

/** One step of a copy: a file, or rows of a table. */
export type Portion =
  | { readonly is: 'file'; readonly file: DumpedFile }
  | { readonly is: 'rows'; readonly table: Table; readonly rows: readonly Row[] };

/** Shows a case as it is at one moment, wherever it is kept. */
export const dumpCase = <T>(named: string, work: (dump: Dump) => Promise<T>): Promise<T> =>
  isAddress(named) ? dumpPostgres(parseAddress(named), work) : dumpFolder(named, work);

/** Puts a case together where none is yet, or where an earlier run of the same was broken off. */
export const restoreCase = <T>(named: string, heading: Heading, work: (restore: Restore) => Promise<T>): Promise<T> =>
  isAddress(named) ? restorePostgres(parseAddress(named), heading, work) : restoreFolder(named, heading, work);

/** A case in portions: preserved bytes first, so that nothing speaks of what is not there. */
export const portionsOf = async function* (
  dump: Dump,
  reached: (table: Table) => number = () => 0,
): AsyncGenerator<Portion> {
  for await (const file of dump.files()) yield { is: 'file', file };
  for (const table of TABLES) {
    const after = table.life === 'grows' ? reached(table) : 0;
    for await (const rows of dump.rows(table, after)) if (rows.length > 0) yield { is: 'rows', table, rows };
  }
};

const keepFile = async (restore: Restore, { id, stream }: DumpedFile): Promise<boolean> => {
  if (await restore.has(id)) return true;
  if (stream === null) return false;
  const kept = await restore.putFile(stream());
  if (kept === id) return true;
  throw new StoreError('store/damaged', `the preserved bytes ${id} are not those that came in`, 'Run isnad verify.');
};

/** How far a restore had come by table. */
export const reachedIn = async (restore: Restore): Promise<ReadonlyMap<Table, number>> => {
  const reached = new Map<Table, number>();
  for (const table of TABLES) reached.set(table, table.life === 'grows' ? await restore.reached(table) : 0);
  return reached;
};

/** Puts portions into a case and makes it one; what is there already is passed over. */
export const putTogether = async (
  restore: Restore,
  heading: Heading,
  portions: AsyncIterable<Portion>,
  progress: CopyProgress,
): Promise<Copied> => {
  const reached = await reachedIn(restore);
  await restore.clear();
  const missing: string[] = [];
  let files = 0;
  let rows = [...reached.values()].reduce((sum, key) => sum + key, 0);
  for await (const portion of portions) {
    if (portion.is === 'file') {
      if (await keepFile(restore, portion.file)) files++;
      else missing.push(portion.file.id);
    } else {
      const { table } = portion;
      const fresh = portion.rows.filter((row) => table.life !== 'grows' || Number(row[0]) > reached.get(table)!);
      if (fresh.length > 0) await restore.put(table, fresh);
      rows += fresh.length;
    }
    progress(files, Math.min(rows, heading.rows), heading.rows);
  }
  await restore.finish(heading);
  return { name: heading.facts.name, files, rows: heading.rows, missing };
};

/**
 * Copies a case to where none is yet, whatever keeps the two: bytes, reports, readings, decisions, custody with its
 * hashes, tombstones, record, shelf, releases. Killed and run again, it goes on. The case may be worked on meanwhile;
 * the copy is as it was when it began.
 */
export const copyCase = (from: string, to: string, progress: CopyProgress = () => undefined): Promise<Copied> =>
  dumpCase(from, (dump) =>
    restoreCase(to, dump.heading, async (restore) => {
      const reached = await reachedIn(restore);
      const portions = portionsOf(dump, (table) => reached.get(table)!);
      return putTogether(restore, dump.heading, portions, progress);
    }),
  );
