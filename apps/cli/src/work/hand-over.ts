import { setTimeout as pause } from 'node:timers/promises';
import { READ_AT_ONCE } from '@isnad/casework';
import { openQueue } from '@isnad/queue';
import { isAddress, parseAddress, type Store } from '@isnad/store';

/** Reports that may wait for workers before whoever adds more waits for them. */
export const MOST_UNREAD = 20_000;

/** What is taken in unread, because others read it. */
export interface HandedOver {
  /** Called after each step of taking in: waits while too much is unread and somebody reads. */
  readonly keepUp: (reports: number) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Whether reports of a case are read by workers that are at work now; null where whoever adds them reads them. */
export const handOver = async (
  address: string,
  store: Store,
  stages: { readonly reader: string },
  say: (line: string) => void,
  most = MOST_UNREAD,
): Promise<HandedOver | null> => {
  if (!isAddress(address)) return null;
  // Who may not see the queue reads what he adds.
  const queue = await openQueue(parseAddress(address).connection).catch(() => null);
  if (!queue) return null;
  if ((await queue.workers()) === 0) {
    await queue.close();
    return null;
  }
  const { reader } = stages;
  let since = 0;
  const unread = async () => (await store.readings.missing(reader, { limit: most + 1 })).length;
  return {
    keepUp: async (reports) => {
      since += reports;
      if (since < Math.min(most, 20 * READ_AT_ONCE)) return;
      since = 0;
      if ((await unread()) <= most) return;
      say(`${most} reports wait to be read; waiting for the workers`);
      while ((await unread()) > most / 2 && (await queue.workers()) > 0) await pause(1000);
    },
    end: () => queue.close(),
  };
};
