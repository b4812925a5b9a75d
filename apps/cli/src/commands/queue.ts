import { asideIn, type CaseStages, putBack, type ReadingCounts, readingCounts } from '@isnad/casework';
import { openQueue } from '@isnad/queue';
import { parseAddress, type Store } from '@isnad/store';
import type { Terminal } from '../terminal.js';
import { readTask, recordTask } from '../work/tasks.js';
import { teamCases } from '../work/team-cases.js';

export interface QueueOptions {
  /** Paths of reports that are to be read again; all where it is `true`. */
  readonly back?: true | readonly string[];
}

const lineOf = (name: string, { unread, read, aside }: ReadingCounts, jobs: string): string =>
  `${name}: ${read} reports read, ${unread} to be read, ${aside} set aside${jobs}\n`;

/** Puts back what is meant, and gives a line that says so. */
const back = async (store: Store, reader: string, meant: true | readonly string[]): Promise<number> =>
  putBack(store, reader, ({ path }) => meant === true || meant.includes(path));

/** `isnad queue`: how far the cases of a team have come, what was set aside and why; puts it back. */
export const queueCommand = async (
  terminal: Terminal,
  { reader }: Pick<CaseStages, 'reader'>,
  address: string,
  { back: meant }: QueueOptions,
): Promise<void> => {
  const { connection, name } = parseAddress(address);
  const cases = teamCases(connection);
  const queue = await openQueue(connection);
  try {
    const names = name === null ? await cases.names() : [name];
    if (meant !== undefined) {
      let count = 0;
      for (const one of names) count += await back(await cases.open(one), reader, meant);
      const again = meant === true ? await queue.retry((job) => names.includes(job.case)) : 0;
      terminal.err(`isnad: ${count} reports put back${again > 0 ? `, ${again} jobs tried again` : ''}\n`);
    }
    const counts = await queue.counts();
    const failed = await queue.failed();
    for (const one of names) {
      const store = await cases.open(one);
      const of = (task: string) => counts.find((count) => count.case === one && count.task === task);
      const [reading, recording] = [of(readTask(reader)), of(recordTask(reader))];
      const jobs = `${reading?.running ? `, ${reading.running} batches at work` : ''}${
        recording?.running ? ', record at work' : recording ? ', record waits' : ''
      }`;
      await terminal.out(lineOf(one, await readingCounts(store, reader), jobs));
      for (const { path, code, what } of await asideIn(store, reader))
        await terminal.out(`  ${path}: ${what} [${code}]\n`);
      for (const job of failed.filter((job) => job.case === one))
        await terminal.out(`  ${job.task.split(' ')[0]} ${job.key} failed: ${job.error}\n`);
    }
    const workers = await queue.workers();
    terminal.err(`isnad: ${workers === 0 ? 'no worker runs' : `${workers} workers`}\n`);
  } finally {
    await queue.close();
    await cases.close();
  }
};
