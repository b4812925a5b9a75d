import { gatherCase, refreshRecord } from '@isnad/casework';
import type { Document } from '@isnad/model';
import type { Stamp, Store } from '@isnad/store';
import type { Stages } from '../program.js';
import { keepWords, wordsKept } from './kept-words.js';

/** What work on a case needs of the program. */
export type WorkshopStages = Pick<Stages, 'caseStages' | 'caseWords' | 'caseMaker' | 'reader' | 'today'>;

/**
 * The slow work on a served case: whatever needs lexicon or reader. It is done beside the server, so that nobody who
 * only looks waits for it.
 */
export interface Workshop {
  /** Brings record and words up to date. */
  readonly refresh: () => Promise<void>;
  readonly explain: (report: string, offset: number) => Promise<string | null>;
  /** What would be published today, by file name. */
  readonly publication: () => Promise<ReadonlyMap<string, string | Uint8Array>>;
}

const documentOf = async (store: Store, report: string): Promise<Document | null> => {
  const key = (await store.reports.get(report))?.appearances[0]?.key;
  if (key === undefined) return null;
  const [found] = await store.reports.documents({ after: key - 1, limit: 1 });
  return found?.document ?? null;
};

export const openWorkshop = (
  store: Store,
  stages: WorkshopStages,
  stamp: () => Stamp,
  gazetteer?: string,
): Workshop => {
  const caseStages = stages.caseStages(gazetteer);
  const refreshed = async () => {
    const record = await refreshRecord(store, caseStages, stamp());
    const head = await store.record.head();
    if (head && (await wordsKept(store, head)) === null)
      await keepWords(store, head, stages.caseWords(gazetteer)(record));
    return record;
  };
  return {
    refresh: async () => void (await refreshed()),
    explain: async (report, offset) => {
      const document = await documentOf(store, report);
      return document && stages.reader(gazetteer).explain(document, offset);
    },
    publication: async () => {
      const record = await refreshed();
      const gathered = await gatherCase(store, caseStages);
      return stages.caseMaker(gazetteer).publication(record, gathered, { asOf: stages.today(), names: false }).files;
    },
  };
};
