import { type CaseStages, openWorkbench, type Workbench } from '@isnad/casework';
import { diffReleases } from '@isnad/compare';
import type { Document } from '@isnad/model';
import { exportCase, forms, readingsOf, sayLoss } from '@isnad/publish';
import type { Compared, ExportedFiles, Progress, ReleaseTerms } from '@isnad/server';
import type { Stamp, Store } from '@isnad/store';
import { releaseCommand } from '../commands/release.js';
import type { Stages } from '../program.js';
import { releasesOf } from '../release/kept.js';
import { releasedNow } from '../release/now.js';
import type { Terminal } from '../terminal.js';
import { keepWords, wordsKept } from './kept-words.js';

/** Reports read between two tellings how far it is. */
const TELLING = 20;

/** What work on a case needs of the program. */
export type WorkshopStages = Pick<Stages, 'caseStages' | 'caseWords' | 'caseMaker' | 'reader' | 'words' | 'today'>;

/**
 * The slow work on a served case: whatever needs lexicon or reader. It is done beside the server, so that nobody who
 * only looks waits for it.
 */
export interface Workshop {
  /** Brings record and words up to date. */
  readonly refresh: (progress?: Progress) => Promise<void>;
  /** The record in a form, as of a day. */
  readonly exported: (form: string, asOf: string) => Promise<ExportedFiles>;
  /** Freezes what may be published as the next release; gives its number. */
  readonly release: (terms: ReleaseTerms) => Promise<number>;
  /** What changed from a release to another, or (null) to what would be published now. */
  readonly compare: (from: number, to: number | null) => Promise<Compared>;
  readonly explain: (report: string, offset: number) => Promise<string | null>;
  /** Loads lexicon and reader, so that the next call finds them; gives their version. */
  readonly prepare: () => Promise<string>;
  /** What would be published as of a day, by file name. */
  readonly publication: (asOf: string) => Promise<ReadonlyMap<string, string | Uint8Array>>;
}

const documentOf = async (store: Store, report: string): Promise<Document | null> => {
  const key = (await store.reports.get(report))?.appearances[0]?.key;
  if (key === undefined) return null;
  const [found] = await store.reports.documents({ after: key - 1, limit: 1 });
  return found?.document ?? null;
};

/** A command that a person gave in the browser says nothing on a terminal; what it throws is the answer. */
const silent: Terminal = {
  out: () => Promise.resolve(),
  err: () => {},
  outIsScreen: false,
  errIsScreen: false,
  input: () => Promise.resolve(new Uint8Array()),
  fail: () => {},
};

/**
 * Opens the workshop of the case in a folder.
 * @param store the case, opened for the workshop alone
 */
export const openWorkshop = (
  folder: string,
  store: Store,
  stages: WorkshopStages,
  stamp: () => Stamp,
  gazetteer?: string,
): Workshop => {
  const caseStages = stages.caseStages(gazetteer);
  // Where the work at hand tells how far it is.
  let told: { readonly progress: Progress | undefined; read: number; readonly total: number } | null = null;
  const telling: CaseStages = {
    extractor: caseStages.extractor,
    get reader() {
      return caseStages.reader;
    },
    read: (document) => {
      if (told && ++told.read % TELLING === 0) told.progress?.('reading', told.read, told.total);
      return caseStages.read(document);
    },
    makeRecord: (gathered, decisions) => {
      told?.progress?.('record', told.read, told.total);
      return caseStages.makeRecord(gathered, decisions);
    },
  };
  let bench: Workbench | null = null;
  const refreshed = async () => {
    bench ??= openWorkbench(store, telling);
    const record = await bench.record(stamp());
    const head = await store.record.head();
    if (head && (await wordsKept(store, head)) === null)
      await keepWords(store, head, stages.caseWords(gazetteer)(record), record);
    return record;
  };
  return {
    refresh: async (progress) => {
      told = { progress, read: 0, total: (await store.readings.missing(caseStages.reader)).length };
      try {
        await refreshed();
      } finally {
        told = null;
      }
    },
    explain: async (report, offset) => {
      const document = await documentOf(store, report);
      return document && stages.reader(gazetteer).explain(document, offset);
    },
    release: async ({ by, ...terms }) => {
      const given = Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined));
      const source = {
        caseStages: () => caseStages,
        stamp: () => ({ ...stamp(), by }),
        words: () => stages.words(gazetteer),
      };
      return releaseCommand(silent, source, folder, { ...given, today: stages.today() });
    },
    compare: async (from, to) => {
      const words = stages.words(gazetteer);
      const releases = releasesOf(folder, store);
      const now = () => releasedNow(folder, { caseStages: () => caseStages, stamp }, words, stages.today());
      return diffReleases(await releases.open(from), to === null ? await now() : await releases.open(to), words);
    },
    prepare: async () => {
      stages.reader(gazetteer);
      return caseStages.reader;
    },
    publication: async (asOf) => {
      const record = await refreshed();
      const gathered = await bench!.gathered();
      return stages.caseMaker(gazetteer).publication(record, gathered, { asOf, names: false }).files;
    },
    exported: async (id, asOf) => {
      const form = forms.find((one) => one.id === id)!;
      const record = await refreshed();
      const { texts, documents } = await bench!.gathered();
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
