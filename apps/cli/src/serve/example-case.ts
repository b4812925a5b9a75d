import { existsSync } from 'node:fs';
import { type CaseStages, refreshRecord } from '@isnad/casework';
import type { CaseRecord } from '@isnad/model';
import type { CaseWords } from '@isnad/server';
import { isCaseFolder, openCase, type Stamp } from '@isnad/store';
import { addCommand } from '../commands/add.js';
import { initCommand } from '../commands/init.js';
import { Failure } from '../failure.js';
import { EXAMPLE_REPORTS, exampleFolder } from '../installation.js';
import type { Terminal } from '../terminal.js';
import { keepWords } from './kept-words.js';

interface Making {
  readonly caseStages: () => CaseStages;
  readonly wordsFor: (record: CaseRecord) => CaseWords;
  readonly stamp: () => Stamp;
}

/** The folder of the example case, which is made of the example reports the first time. */
export const exampleCase = async (terminal: Terminal, { caseStages, wordsFor, stamp }: Making): Promise<string> => {
  const folder = exampleFolder();
  if (isCaseFolder(folder)) return folder;
  if (!existsSync(EXAMPLE_REPORTS))
    throw new Failure(
      'cli/nothing-to-serve',
      'no case was named, and the example reports are not here',
      'Name a case.',
    );
  await initCommand(terminal, stamp, folder, { name: 'hajin-2018' });
  await addCommand(terminal, { caseStages, stamp, fetcher: undefined }, folder, [EXAMPLE_REPORTS], {});
  const store = await openCase(folder);
  try {
    const record = await refreshRecord(store, caseStages(), stamp());
    const head = await store.record.head();
    if (head) await keepWords(store, head, wordsFor(record), record);
  } finally {
    await store.close();
  }
  return folder;
};
