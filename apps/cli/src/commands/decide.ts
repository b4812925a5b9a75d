import { openCase, type Stamp, shownCase } from '@isnad/store';
import { readDecisions } from '../build/decisions-file.js';
import type { Terminal } from '../terminal.js';

/** `isnad decide`: decisions out of a file into a case, all of them or none. */
export const decideCommand = async (
  terminal: Terminal,
  stamp: () => Stamp,
  folder: string,
  file: string,
): Promise<void> => {
  const decisions = readDecisions(file);
  const store = await openCase(folder);
  try {
    const before = (await store.decisions.list()).length;
    await store.decisions.append(decisions, stamp());
    const after = (await store.decisions.list()).length;
    terminal.err(`isnad: ${after - before} decisions added, ${after} in ${shownCase(folder)}\n`);
  } finally {
    await store.close();
  }
};
