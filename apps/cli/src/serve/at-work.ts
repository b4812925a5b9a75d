import { readingCounts } from '@isnad/casework';
import { openQueue, type Queue } from '@isnad/queue';
import type { Work } from '@isnad/server';
import { caseMeant, isAddress, parseAddress, type Store } from '@isnad/store';
import { readTask } from '../work/tasks.js';

/** What workers do for one case, for its server. */
export interface AtWork {
  /** Null where the case is kept on one machine. */
  readonly counts: () => Promise<Work | null>;
  /** Resolves when no worker is at it, or nothing is left to read. */
  readonly read: () => Promise<void>;
  readonly end: () => Promise<void>;
}

export const NOBODY: AtWork = { counts: async () => null, read: async () => {}, end: async () => {} };

const open = new Map<string, { readonly queue: Promise<Queue>; users: number }>();

/** One queue for all cases of a team that a server has open. */
const shared = (team: string): { readonly queue: Promise<Queue>; readonly end: () => Promise<void> } => {
  const known = open.get(team) ?? { queue: openQueue(team), users: 0 };
  known.users++;
  open.set(team, known);
  known.queue.catch(() => open.delete(team));
  return {
    queue: known.queue,
    end: async () => {
      if (--known.users > 0) return;
      open.delete(team);
      await known.queue.then((queue) => queue.close()).catch(() => undefined);
    },
  };
};

/** Between two looks whether workers have read what waits, ms. */
const LOOK = 1_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const atWorkOn = (named: string, store: Store): AtWork => {
  if (!isAddress(named)) return NOBODY;
  const { connection } = parseAddress(named);
  const { queue, end } = shared(connection);
  let isEnded = false;
  let last: { readonly asOf: string; readonly counts: Awaited<ReturnType<typeof readingCounts>> } | null = null;
  const meant = caseMeant(parseAddress(named));
  meant.catch(() => undefined);
  const counts = async (): Promise<Work | null> => {
    const { name } = await meant;
    const jobs = (await (await queue).counts()).filter((one) => one.case === name);
    const running = jobs.reduce((sum, one) => sum + one.running, 0);
    // The version that workers read with; without jobs that of the record.
    const task = jobs.find((one) => one.task.startsWith(readTask('')))?.task;
    const reader = task?.slice(readTask('').length) ?? (await store.record.head())?.basis.reader;
    if (reader === undefined) return null;
    // To count what is unread takes time in a large case, and nothing changes it but these.
    const asOf = JSON.stringify([await store.record.basisNow(reader), await store.shelf.list(`aside:${reader}:`)]);
    if (last?.asOf !== asOf || jobs.length > 0) last = { asOf, counts: await readingCounts(store, reader) };
    const { unread, read, aside } = last.counts;
    return { workers: await (await queue).workers(), waiting: unread, running, done: read, set_aside: aside };
  };
  return {
    counts,
    read: async () => {
      for (;;) {
        const now = await counts().catch(() => null);
        if (isEnded || now === null || now.workers === 0 || now.waiting === 0) return;
        await pause(LOOK);
      }
    },
    end: async () => {
      isEnded = true;
      await end();
    },
  };
};
