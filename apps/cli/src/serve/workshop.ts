import { gatherCase, refreshRecord } from '@isnad/casework';
import type { Document } from '@isnad/model';
import { exportCase, forms, readingsOf, sayLoss } from '@isnad/publish';
import type { ExportedFiles } from '@isnad/server';
import type { Stamp, Store } from '@isnad/store';
import type { Stages } from '../program.js';
import { keepWords, wordsKept } from './kept-words.js';

/** What work on a case needs of the program. */
export type WorkshopStages = Pick<Stages, 'caseStages' | 'caseWords' | 'caseMaker' | 'reader' | 'words'>;

/**
 * The slow work on a served case: whatever needs lexicon or reader. It is done beside the server, so that nobody who
 * only looks waits for it.
 */
export interface Workshop {
  /** Brings record and words up to date. */
  readonly refresh: () => Promise<void>;
  /** The record in a form, as of a day. */
  readonly exported: (form: string, asOf: string) => Promise<ExportedFiles>;
  readonly explain: (report: string, offset: number) => Promise<string | null>;
  /** Loads lexicon and reader, so that the next call finds them. */
  readonly prepare: () => Promise<void>;
  /** What would be published as of a day, by file name. */
  readonly publication: (asOf: string) => Promise<ReadonlyMap<string, string | Uint8Array>>;
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
    prepare: async () => void stages.reader(gazetteer),
    publication: async (asOf) => {
      const record = await refreshed();
      const gathered = await gatherCase(store, caseStages);
      return stages.caseMaker(gazetteer).publication(record, gathered, { asOf, names: false }).files;
    },
    exported: async (id, asOf) => {
      const form = forms.find((one) => one.id === id)!;
      const record = await refreshed();
      const { texts, documents } = await gatherCase(store, caseStages);
      const { files, losses } = await exportCase(form, `${store.about.name}${form.ending ?? ''}`, {
        record,
        texts,
        originals: new Map([...documents].map(([report, { text }]) => [report, text])),
        readings: readingsOf(record.private_persons ?? []),
        words: stages.words(gazetteer),
        asOf,
        names: false,
      });
      return { files, losses: losses.map((loss) => ({ ...loss, said: sayLoss(loss) })) };
    },
  };
};
