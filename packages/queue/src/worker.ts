import { EventEmitter } from 'node:events';
import { run, type WorkerEvents } from 'graphile-worker';
import { stayAlive } from './alive.js';
import { poolOf } from './pool.js';
import { quiet } from './quiet.js';
import { SCHEMA } from './schema.js';

/** Does a job. It may run twice, also at the same time elsewhere: doing it again must change nothing. */
export type Task = (job: {
  readonly case: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Taken before, by a worker that did not end it and perhaps had not begun it. */
  readonly isAgain: boolean;
}) => Promise<void>;

export type Tasks = Readonly<Record<string, Task>>;

export interface WorkOptions {
  /** Jobs at a time, and jobs that are taken at a time: what waits here waits nowhere else. */
  readonly atOnce?: number;
  /** Milliseconds between two looks for jobs of which nothing was heard. */
  readonly lookEvery?: number;
  /** Lines for whoever looks after the program. */
  readonly say?: (line: string) => void;
}

export interface Working {
  /** Takes no more jobs, ends those that are at work, and gives back the others. */
  readonly end: () => Promise<void>;
  /** Settled when it works no longer, whoever ended it. */
  readonly done: Promise<void>;
}

/** Takes the jobs of a team until it is ended. */
export const work = async (
  address: string,
  tasks: Tasks,
  { atOnce = 2, lookEvery = 1000, say }: WorkOptions = {},
): Promise<Working> => {
  const taskList = Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      async (payload: unknown, { job }: { readonly job: { readonly attempts: number } }): Promise<void> => {
        const { case: ofCase, ...rest } = payload as { readonly case: string };
        await task({ case: ofCase, payload: rest, isAgain: job.attempts > 1 });
      },
    ]),
  );
  const events: WorkerEvents = new EventEmitter();
  const alive: { readonly end: () => Promise<void> }[] = [];
  // The library names who holds a job after the pool, and makes that name itself.
  events.on('pool:create', ({ workerPool }) => alive.push(stayAlive(address, workerPool.id)));
  // The library stops listening to errors of a pool of its own before its connections are closed.
  const pool = poolOf(address, atOnce + 3, 'isnad worker');
  const runner = await run({
    pgPool: pool,
    schema: SCHEMA,
    taskList,
    concurrency: atOnce,
    pollInterval: lookEvery,
    noHandleSignals: true,
    logger: quiet(say),
    events,
    // In batches, if of one: only these are waited for at the end, and none is left as if it were still at work.
    preset: { worker: { localQueue: { size: atOnce }, completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
  let letting: Promise<void> | null = null;
  const letGo = (): Promise<void> => {
    letting ??= Promise.all([...alive.map(({ end }) => end()), pool.end()]).then(() => undefined);
    return letting;
  };
  let ending: Promise<void> | null = null;
  return {
    end: () => {
      ending ??= runner
        .stop()
        .catch(() => undefined)
        .then(letGo);
      return ending;
    },
    done: runner.promise.finally(letGo),
  };
};
