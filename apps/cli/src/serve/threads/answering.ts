import { parentPort } from 'node:worker_threads';
import { StoreError } from '@isnad/store';
import { describeError, Failure } from '../../failure.js';
import type { Answered, Asked } from './calls.js';

/** Tasks by name; each is given what it was called with, and a function that tells how far it is. */
export type Tasks = Readonly<Record<string, (...args: never[]) => Promise<unknown>>>;

/** The side of a call that does the work: one task after another, in the order in which they were asked for. */
export const answerCalls = (opened: Promise<Tasks>): void => {
  const answer = (message: Answered): void => parentPort!.postMessage(message);
  const run = async ({ number, task, args }: Asked): Promise<void> => {
    try {
      const tell = (...told: readonly unknown[]) => answer({ is: 'told', number, args: told });
      const tasks = (await opened) as Readonly<Record<string, (...given: readonly unknown[]) => Promise<unknown>>>;
      answer({ is: 'done', number, value: await tasks[task]!(...args, tell) });
    } catch (error) {
      const failure = error instanceof Failure || error instanceof StoreError ? error : null;
      const told = failure && { code: failure.code, what: failure.message };
      answer({ is: 'failed', number, why: describeError(error, true), told });
    }
  };
  let last: Promise<void> = Promise.resolve();
  parentPort!.on('message', (asked: Asked) => {
    last = last.then(() => run(asked));
  });
};
