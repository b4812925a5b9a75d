import { dueIn } from '@isnad/casework';
import type { Queue } from '@isnad/queue';
import { canonical } from '@isnad/store';
import { readJob, readTask, recordJob, recordTask } from './tasks.js';
import type { TeamCases } from './team-cases.js';

/** A case whose state is the same as at the last look is looked at all the same every so many rounds. */
const LOOK_ANYWAY = 30;

/**
 * Looks at the cases of a team round by round, and queues what there is to do for them. What is to be done is seen in
 * the case itself: whoever adds reports or decides queues nothing, and nothing is lost with the queue.
 */
export const foreman = (cases: TeamCases, queue: Queue, reader: string): (() => Promise<void>) => {
  const seen = new Map<string, { readonly basis: string; readonly hadJobs: boolean }>();
  const mine = new Set([readTask(reader), recordTask(reader)]);
  let rounds = 0;
  return async () => {
    rounds++;
    const failed = new Set((await queue.failed()).map((job) => `${job.task} ${job.case} ${job.key}`));
    const busy = new Set((await queue.counts()).flatMap((one) => (mine.has(one.task) ? [one.case] : [])));
    for (const name of await cases.names()) {
      const store = await cases.open(name);
      const basis = canonical([await store.record.basisNow(reader), await store.shelf.list(`aside:${reader}:`)]);
      const before = seen.get(name);
      const hasJobs = busy.has(name);
      seen.set(name, { basis, hadJobs: hasJobs });
      const isSame = before?.basis === basis && before.hadJobs === hasJobs;
      if (hasJobs && before?.hadJobs) continue;
      if (isSame && rounds % LOOK_ANYWAY !== 0) continue;
      const due = await dueIn(store, reader);
      const jobs = [
        ...due.readings.map((range) => readJob(name, reader, range)),
        ...(due.record ? [recordJob(name, reader)] : []),
      ].filter((job) => !failed.has(`${job.task} ${job.case} ${job.key}`));
      await queue.add(jobs);
      if (jobs.length > 0) seen.set(name, { basis, hadJobs: true });
    }
  };
};
