import type { CaseRecord, Decision } from '@isnad/model';
import { canonical, type RecordBasis, type Stamp, type Store } from '@isnad/store';
import { caseContents } from './contents.js';
import { asideIn } from './jobs/aside.js';
import { bringReadingsUpToDate } from './read-anew.js';
import type { CaseStages, Gathered } from './stages.js';

/** The decisions of a case, as the record takes them. */
export const decisionsOf = async (store: Store): Promise<readonly Decision[]> =>
  (await store.decisions.list()).map(({ key: _, ...decision }) => decision);

/** Under which it is kept which reports a record was made without. */
const WITHOUT = 'record:without';

/** The reports that were set aside, as a record made now would be without them. */
const withoutNow = async (store: Store, reader: string): Promise<string> =>
  (await asideIn(store, reader)).map(({ appearance }) => appearance).join(' ');

/** Whether the record that is kept is that of what the case holds now. */
export const isRecordCurrent = async (store: Store, reader: string, basis?: RecordBasis): Promise<boolean> => {
  const head = await store.record.head();
  if (!head || canonical(head.basis) !== canonical(basis ?? (await store.record.basisNow(reader)))) return false;
  return ((await store.shelf.get(WITHOUT)) ?? '') === (await withoutNow(store, reader));
};

/** A case that is worked on for a while: what was read of it and worked out of it stays at hand. */
export interface Workbench {
  /**
   * The record as of now: the kept one where nothing changed, else one made anew of what is kept, with only new reports
   * read. The result is that of a build from nothing, to the byte.
   */
  readonly record: (stamp: Stamp) => Promise<CaseRecord>;
  /** What the case holds, as of the last record. */
  readonly gathered: () => Promise<Gathered>;
}

/** Works on a case with these stages; keep it as long as the case is open, one for each store. */
export const openWorkbench = (store: Store, stages: CaseStages): Workbench => {
  const contents = caseContents(store, stages.reader);
  let last: { readonly basis: string; readonly record: CaseRecord } | null = null;
  const kept = async (basis: RecordBasis): Promise<CaseRecord | null> =>
    (await isRecordCurrent(store, stages.reader, basis)) ? store.record.whole() : null;
  return {
    record: async (stamp) => {
      // Asked before anything is read: what comes in meanwhile makes the record stale, not wrong.
      const basis = await store.record.basisNow(stages.reader);
      if (last?.basis === `${canonical(basis)} ${await withoutNow(store, stages.reader)}`) return last.record;
      let record = await kept(basis);
      if (!record) {
        await bringReadingsUpToDate(store, stages, stamp);
        const without = await withoutNow(store, stages.reader);
        const { gathered, decisions } = await contents(basis);
        record = stages.makeRecord(gathered, decisions);
        // Before the record: killed in between, one that is kept is taken for stale, never a stale one for current.
        if (((await store.shelf.get(WITHOUT)) ?? '') !== without) await store.shelf.put(WITHOUT, without);
        await store.record.put(record, basis, stamp);
      }
      last = { basis: `${canonical(basis)} ${await withoutNow(store, stages.reader)}`, record };
      return record;
    },
    gathered: async () => (await contents(await store.record.basisNow(stages.reader))).gathered,
  };
};

/** Brings the record of a case up to date and gives it, once. */
export const refreshRecord = (store: Store, stages: CaseStages, stamp: Stamp): Promise<CaseRecord> =>
  openWorkbench(store, stages).record(stamp);
