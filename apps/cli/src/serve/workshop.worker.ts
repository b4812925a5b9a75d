// The slow work on a served case, in a thread of its own: one task after another.
import { parentPort, workerData } from 'node:worker_threads';
import { openCase, StoreError } from '@isnad/store';
import { stamps } from '../case/stamps.js';
import { describeError, Failure } from '../failure.js';
import { stages } from '../stages.js';
import { openWorkshop, type Workshop } from './workshop.js';
import type { Answered, Asked, WorkshopPlace } from './workshop-calls.js';

const { folder, by, gazetteer } = workerData as WorkshopPlace;
const answer = (message: Answered): void => parentPort!.postMessage(message);

const opened: Promise<Workshop> = openCase(folder).then((store) =>
  openWorkshop(folder, store, stages, stamps(stages, by), gazetteer),
);

const run = async ({ number, task, args }: Asked): Promise<void> => {
  try {
    const workshop = await opened;
    const value = await (workshop[task] as (...given: readonly unknown[]) => Promise<unknown>)(...args);
    answer({ number, ok: true, value });
  } catch (error) {
    const failure = error instanceof Failure || error instanceof StoreError ? error : null;
    const told = failure && { code: failure.code, what: failure.message };
    answer({ number, ok: false, why: describeError(error, true), told });
  }
};

let last: Promise<void> = Promise.resolve();
parentPort!.on('message', (asked: Asked) => {
  last = last.then(() => run(asked));
});
