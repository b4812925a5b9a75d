import type { Stamp, Store } from '@isnad/store';
import { unreadIn } from './jobs/aside.js';
import { READ_TOGETHER, type ReadOf, type Reads, readTogether, type Unread } from './jobs/reading.js';
import { eachPage } from './paging.js';

/** How many readings are kept in one step. */
const BATCH = 200;

/** Reads what this version of reader and lexicon has not read yet, what was set aside left out; gives the number of reports. */
export const bringReadingsUpToDate = async (store: Store, stages: Reads, stamp: Stamp): Promise<number> => {
  const missing = new Set(await unreadIn(store, stages.reader));
  if (missing.size === 0) return 0;
  let waiting: Unread[] = [];
  let fresh: ReadOf[] = [];
  const read = async (): Promise<void> => {
    fresh.push(...(await readTogether(store, stages, waiting, stamp.at)));
    waiting = [];
  };
  const keep = async (): Promise<void> => {
    if (fresh.length > 0) await store.readings.put(stages.reader, fresh, stamp);
    fresh = [];
  };
  for await (const { key, document } of eachPage(store.reports.documents)) {
    if (!missing.has(key)) continue;
    waiting.push({ key, document });
    if (waiting.length >= READ_TOGETHER) await read();
    if (fresh.length >= BATCH) await keep();
  }
  if (waiting.length > 0) await read();
  await keep();
  return missing.size;
};
