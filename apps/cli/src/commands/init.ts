import path from 'node:path';
import { createCase, isCaseFolder, type Stamp } from '@isnad/store';
import { Failure } from '../failure.js';
import type { Terminal } from '../terminal.js';

/** `isnad init`: an empty case in a new folder. */
export const initCommand = async (
  terminal: Terminal,
  stamp: () => Stamp,
  folder: string,
  { name = path.basename(path.resolve(folder)) }: { readonly name?: string },
): Promise<void> => {
  if (isCaseFolder(folder))
    throw new Failure('cli/case-exists', `${folder} is a case already`, 'Add reports to it with isnad add.');
  const store = await createCase(folder, name, stamp());
  await store.close();
  terminal.err(`isnad: the case ${name} begins in ${folder}; add reports with isnad add ${folder} FILES\n`);
};
