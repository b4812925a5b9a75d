import { backUp, type Copied, type CopyProgress, copyCase, restoreBackup, shownCase } from '@isnad/store';
import type { Terminal } from '../terminal.js';

/** How often a copy tells how far it is, in milliseconds. */
const TELLING = 2000;

const counted = new Intl.NumberFormat('en');

/** Tells now and then how far a copy is. */
const telling = (terminal: Terminal): CopyProgress => {
  let last = performance.now();
  return (files, rows, of) => {
    if (performance.now() - last < TELLING) return;
    last = performance.now();
    terminal.err(`isnad: ${counted.format(files)} files, ${counted.format(rows)} of ${counted.format(of)} rows\n`);
  };
};

/** Says what was done; bytes that the case does not hold are named, because the copy does not hold them either. */
const done = (terminal: Terminal, { name, files, rows, missing }: Copied, where: string): void => {
  for (const id of missing)
    terminal.err(`isnad: the preserved bytes ${id} are not in the case; run isnad verify [cli/bytes-gone]\n`);
  if (missing.length > 0) terminal.fail();
  terminal.err(`isnad: ${name}: ${counted.format(files)} files and ${counted.format(rows)} rows in ${where}\n`);
};

/** `isnad store copy`: a case to another place, from a folder to a database or back. */
export const copyCommand = async (terminal: Terminal, from: string, to: string): Promise<void> =>
  done(terminal, await copyCase(from, to, telling(terminal)), shownCase(to));

/** `isnad store backup`: a case as it is now, in one file. */
export const backupCommand = async (terminal: Terminal, named: string, file: string): Promise<void> =>
  done(terminal, await backUp(named, file, telling(terminal)), file);

/** `isnad store restore`: a case out of a backup. */
export const restoreCommand = async (terminal: Terminal, file: string, named: string): Promise<void> =>
  done(terminal, await restoreBackup(file, named, telling(terminal)), shownCase(named));
