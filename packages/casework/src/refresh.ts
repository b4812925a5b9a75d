import type { CaseRecord, Decision } from '@isnad/model';
import type { Stamp, Store } from '@isnad/store';
import { bringReadingsUpToDate, gatherCase } from './gather.js';
import type { CaseStages } from './stages.js';

/** The decisions of a case, as the record takes them. */
export const decisionsOf = async (store: Store): Promise<readonly Decision[]> =>
  (await store.decisions.list()).map(({ key: _, ...decision }) => decision);

const isSame = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Brings the record of a case up to date and gives it: the kept one where nothing changed, else one made of what is
 * kept, with only new reports read. The result is that of a build from nothing, to the byte.
 */
export const refreshRecord = async (store: Store, stages: CaseStages, stamp: Stamp): Promise<CaseRecord> => {
  await bringReadingsUpToDate(store, stages, stamp);
  // Asked before the reports are: what comes in meanwhile makes the record stale, not wrong.
  const basis = await store.record.basisNow(stages.reader);
  const head = await store.record.head();
  if (head && isSame(head.basis, basis)) return (await store.record.whole())!;
  const record = stages.makeRecord(await gatherCase(store, stages), await decisionsOf(store));
  await store.record.put(record, basis, stamp);
  return record;
};
