import { setTimeout as pause } from 'node:timers/promises';
import { openQueue, type Task, type Tasks, work } from '@isnad/queue';
import { Failure } from '../failure.js';
import { foreman } from './foreman.js';
import { tasksOf, type Worker } from './tasks.js';
import { teamCases } from './team-cases.js';

export interface WorkingOptions {
  /** Milliseconds between two rounds of looking for what there is to do. */
  readonly every?: number;
  readonly say?: (line: string) => void;
}

/** After the last job that a program had, so that the queue has heard of its end; milliseconds. */
const SOON = 100;

/** The same tasks, and a promise each time for when nothing of them is at work here any more. */
const watched = (tasks: Tasks): { readonly tasks: Tasks; readonly rest: () => Promise<void> } => {
  let atWork = 0;
  let waiting: (() => void)[] = [];
  const wrap =
    (task: Task): Task =>
    async (job) => {
      atWork++;
      try {
        await task(job);
      } finally {
        if (--atWork === 0) for (const go of waiting.splice(0)) go();
      }
    };
  return {
    tasks: Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, wrap(task)])),
    rest: () => {
      waiting = [];
      return new Promise((resolve) => waiting.push(resolve));
    },
  };
};

/**
 * Takes jobs of all cases of a team until it is ended: reads what is unread, makes records, looks for what there is to
 * do and gives back what dead workers held.
 */
export const workForTeam = async (
  team: string,
  worker: Omit<Worker, 'cases'>,
  signal: AbortSignal,
  { every = 1500, say = () => undefined }: WorkingOptions = {},
): Promise<void> => {
  const cases = teamCases(team);
  const queue = await openQueue(team);
  const { tasks, rest } = watched(tasksOf({ ...worker, cases }));
  const working = await work(team, tasks, { say });
  const lookRound = foreman(cases, queue, worker.stages.reader);
  const end = () => void working.end();
  signal.addEventListener('abort', end, { once: true });
  let isOver = false;
  const over = working.done.then(
    () => {
      isOver = true;
    },
    (error: unknown) => {
      isOver = true;
      if (!signal.aborted) throw error;
    },
  );
  over.catch(() => undefined);
  try {
    if (signal.aborted) end();
    while (!signal.aborted && !isOver) {
      try {
        const dead = await queue.free();
        if (dead > 0) say(`${dead} workers are gone; their jobs are given to others`);
        await queue.alone(lookRound);
      } catch (error) {
        // The database may be away for a while; the jobs say so where it stays away.
        say(`could not look for work: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
      }
      // Whoever did the last of it looks at once for what hangs on that: the record, or more to read.
      const next = Promise.race([pause(every, undefined, { signal }), rest().then(() => pause(SOON))]);
      await Promise.race([next.catch(() => undefined), over.catch(() => undefined)]);
    }
    if (signal.aborted) await working.end();
    await over;
    if (!signal.aborted) throw new Failure('cli/worker-stopped', 'the worker lost the database', 'It is begun again.');
  } finally {
    signal.removeEventListener('abort', end);
    await queue.close().catch(() => undefined);
    await cases.close();
  }
};
