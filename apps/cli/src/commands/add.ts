import { type CaseStages, takeIn } from '@isnad/casework';
import type { Fetcher } from '@isnad/fetch';
import { type Note, note } from '@isnad/model';
import { openCase, type Stamp, shownCase } from '@isnad/store';
import { givenFiles } from '../case/given-files.js';
import type { Overrides } from '../disk/documents.js';
import { Failure } from '../failure.js';
import { fetchFor } from '../fetch/kept-fetch.js';
import { withoutLists } from '../fetch/lists.js';
import { noteLines } from '../output/notes.js';
import { countProgress } from '../output/progress.js';
import type { Terminal } from '../terminal.js';
import { type HandedOver, handOver } from '../work/hand-over.js';

/** What taking files in needs of the program. */
export interface AddStages {
  readonly caseStages: () => CaseStages;
  readonly stamp: () => Stamp;
  /** What fetches addresses; without it they are refused. */
  readonly fetcher: Fetcher | undefined;
  /** Fetch the addresses of lists too. */
  readonly lists?: boolean;
}

/** So many reports of one container between two lines of progress. */
const MANY = 1000;

const SAID_OTHERWISE = note(
  'cli/said-otherwise',
  'warning',
  'What its sidecar or the command line says has changed since it came in; it stays as it was. Decide the date in the case, or add the file under another name.',
);

/** `isnad add`: files into a case. Killed and run again, it goes on where it was. */
export const addCommand = async (
  terminal: Terminal,
  { caseStages, stamp, fetcher, lists = false }: AddStages,
  folder: string,
  sources: readonly string[],
  overrides: Overrides,
): Promise<void> => {
  const store = await openCase(folder);
  let handed: HandedOver | null = null;
  try {
    const fetch = fetcher && fetchFor(fetcher, store, stamp);
    const { count, skipped, each } = givenFiles(lists ? await withoutLists(sources) : sources, overrides, fetch);
    const say = (path: string, notes: readonly Note[]) => terminal.err(noteLines(path, notes, 'warning'));
    for (const { path, note } of skipped) say(path, [note]);
    if (count === 0)
      throw new Failure('cli/no-reports', `no report was found in ${sources.join(', ')}`, 'Name files of reports.');
    const stages = caseStages();
    handed = await handOver(folder, store, stages, (line) => terminal.err(`isnad: ${line}\n`));
    const taking = handed ? { extractor: stages.extractor, reader: stages.reader, read: null } : stages;
    const { keepUp } = handed ?? {};
    const progress = countProgress(terminal, 'adding', count);
    let [files, known, reports, appearances, inFile] = [0, 0, 0, 0, 0];
    let hasFailed = false;
    const step = (name: string) => async (some: number) => {
      if (Math.floor((inFile + some) / MANY) > Math.floor(inFile / MANY) && !terminal.errIsScreen)
        terminal.err(`isnad: ${name}: ${inFile + some} reports\n`);
      inFile += some;
      await keepUp?.(some);
    };
    for await (const found of each()) {
      inFile = 0;
      if (found.ok) {
        const taken = await takeIn(store, found.file, taking, stamp, step(found.file.name));
        for (const { path, note } of taken.remarks) say(path, [note]);
        hasFailed ||= taken.remarks.some(({ note }) => note.severity === 'error');
        if (taken.was === 'expunged')
          terminal.err(`isnad: ${found.file.name}: was expunged and is not taken in again\n`);
        if (taken.saidOtherwise) say(found.file.name, [SAID_OTHERWISE]);
        if (taken.was === 'complete') known++;
        files++;
        reports += taken.reports;
        appearances += taken.appearances;
      } else {
        say(found.path, [found.note]);
        hasFailed = true;
      }
      progress.step();
    }
    progress.end();
    const elsewhere = appearances - reports;
    terminal.err(
      `isnad: ${files} files, ${known} of them known: ${reports} new reports${elsewhere > 0 ? `, ${elsewhere} known ones elsewhere` : ''}; ${await store.reports.count()} in ${shownCase(folder)}\n`,
    );
    if (handed) terminal.err('isnad: workers read what is new\n');
    if (hasFailed) terminal.fail();
  } finally {
    await handed?.end();
    await store.close();
  }
};
