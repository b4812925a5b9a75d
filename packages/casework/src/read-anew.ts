import type { Reading } from '@isnad/model';
import type { Stamp, Store } from '@isnad/store';
import { unreadIn } from './jobs/aside.js';
import { readOrSetAside } from './jobs/reading.js';
import { eachPage } from './paging.js';
import type { CaseStages } from './stages.js';

/** How many readings are kept in one step. */
const BATCH = 200;

/** Reads what this version of reader and lexicon has not read yet, what was set aside left out; gives the number of reports. */
export const bringReadingsUpToDate = async (
  store: Store,
  stages: Pick<CaseStages, 'read' | 'reader'>,
  stamp: Stamp,
): Promise<number> => {
  const missing = new Set(await unreadIn(store, stages.reader));
  if (missing.size === 0) return 0;
  let fresh: { appearance: number; reading: Reading }[] = [];
  for await (const { key, document } of eachPage(store.reports.documents)) {
    if (!missing.has(key)) continue;
    const reading = await readOrSetAside(store, stages, { key, document }, stamp.at);
    if (!reading) continue;
    fresh.push({ appearance: key, reading });
    if (fresh.length < BATCH) continue;
    await store.readings.put(stages.reader, fresh, stamp);
    fresh = [];
  }
  if (fresh.length > 0) await store.readings.put(stages.reader, fresh, stamp);
  return missing.size;
};
