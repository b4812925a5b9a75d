import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CaseStages, refreshRecord } from '@isnad/casework';
import type { CaseRecord } from '@isnad/model';
import type { CaseWords } from '@isnad/server';
import { isCaseFolder, openCase, type Stamp } from '@isnad/store';
import { addCommand } from '../commands/add.js';
import { initCommand } from '../commands/init.js';
import { Failure } from '../failure.js';
import type { Terminal } from '../terminal.js';
import { keepWords } from './kept-words.js';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
const REPORTS = path.join(ROOT, 'episodes/hajin-2018/reports');
const EXAMPLE = path.join(ROOT, 'out/example');

interface Making {
  readonly caseStages: () => CaseStages;
  readonly wordsFor: (record: CaseRecord) => CaseWords;
  readonly stamp: () => Stamp;
}

/** The folder of the example case, which is made of the example reports the first time. */
export const exampleCase = async (terminal: Terminal, { caseStages, wordsFor, stamp }: Making): Promise<string> => {
  if (isCaseFolder(EXAMPLE)) return EXAMPLE;
  if (!existsSync(REPORTS))
    throw new Failure(
      'cli/nothing-to-serve',
      'no case was named, and the example reports are not here',
      'Name a case.',
    );
  await initCommand(terminal, stamp, EXAMPLE, { name: 'hajin-2018' });
  await addCommand(terminal, { caseStages, stamp, fetcher: undefined }, EXAMPLE, [REPORTS], {});
  const store = await openCase(EXAMPLE);
  try {
    const record = await refreshRecord(store, caseStages(), stamp());
    const head = await store.record.head();
    if (head) await keepWords(store, head, wordsFor(record));
  } finally {
    await store.close();
  }
  return EXAMPLE;
};
