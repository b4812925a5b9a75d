import path from 'node:path';
import {
  createCase,
  isAddress,
  isCaseFolder,
  openCase,
  parseAddress,
  type Stamp,
  StoreError,
  shownCase,
} from '@isnad/store';
import { Failure } from '../failure.js';
import type { Terminal } from '../terminal.js';

/** What a case is called unless it is told otherwise: as its folder, or as its address names it. */
const nameOf = (named: string): string =>
  isAddress(named) ? (parseAddress(named).name ?? '') : path.basename(path.resolve(named));

const isThere = async (named: string): Promise<boolean> => {
  if (!isAddress(named)) return isCaseFolder(named);
  try {
    await (await openCase(named)).close();
    return true;
  } catch (error) {
    if (error instanceof StoreError && (error.code === 'store/no-case' || error.code === 'store/which-case'))
      return false;
    throw error;
  }
};

/** `isnad init`: an empty case in a new folder, or in a database. */
export const initCommand = async (
  terminal: Terminal,
  stamp: () => Stamp,
  folder: string,
  { name = nameOf(folder) }: { readonly name?: string },
): Promise<void> => {
  const shown = shownCase(folder);
  if (await isThere(folder))
    throw new Failure('cli/case-exists', `${shown} is a case already`, 'Add reports to it with isnad add.');
  const store = await createCase(folder, name, stamp());
  await store.close();
  terminal.err(`isnad: the case ${name} begins in ${shown}; add reports with isnad add '${shown}' FILES\n`);
};
