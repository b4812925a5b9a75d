import { createHash } from 'node:crypto';
import { decisionsOf } from '@isnad/casework';
import type { CaseRecord } from '@isnad/model';
import { type Casebook, NO_WORDS, type Page, type Snapshot } from '@isnad/server';
import { RECORD_LISTS, type RecordBasis, type RecordHead, type Stamp, type Store } from '@isnad/store';
import { releasesOf } from '../release/kept.js';
import { type AtWork, NOBODY } from './at-work.js';
import { keptReleases } from './kept-releases.js';
import { wordsKept } from './kept-words.js';
import type { Clerk } from './threads/threads.js';
import type { Workshop } from './workshop.js';

/** Items of a record taken at a time, so that a large one is read in many short steps. */
const SOME = 2_000;

const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Lists that a record lacks stay absent: no list of private persons is not the same as nobody on it. */
const recordOf = async (store: Store, { case: name, program, counts }: RecordHead): Promise<CaseRecord> => {
  const lists: Record<string, readonly unknown[]> = {};
  for (const list of RECORD_LISTS) {
    if (counts[list] === undefined) continue;
    const items: unknown[] = [];
    for (;;) {
      const some = await store.record.items(list, { offset: items.length, limit: SOME });
      for (const one of some) items.push(one);
      if (some.length < SOME) break;
      await breath();
    }
    lists[list] = items;
  }
  return { case: name, program, ...lists } as unknown as CaseRecord;
};

const revisionOf = (head: RecordHead): string =>
  createHash('sha256')
    .update(JSON.stringify([head.basis, head.program]))
    .digest('hex')
    .slice(0, 16);

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const isCurrent = async (store: Store, basis: RecordBasis, reader = basis.reader): Promise<boolean> =>
  isSame(await store.record.basisNow(reader), basis);

const isExpunged = async (store: Store, { reader, expunged }: RecordBasis): Promise<boolean> =>
  (await store.record.basisNow(reader)).expunged !== expunged;

const pageOf = async (store: Store, id: string): Promise<Page | null> => {
  const [report, head] = [await store.reports.get(id), await store.record.head()];
  const key = report?.appearances[0]?.key;
  if (!report || !head || key === undefined) return null;
  const [kept] = await store.readings.list(head.basis.reader, { after: key - 1, limit: 1 });
  const reading = kept?.appearance === key ? kept.reading : null;
  return {
    text: report.text,
    language: reading?.report.language ?? 'und',
    furniture: reading?.report.furniture ?? [],
    masked: report.masked,
    persons: reading?.persons ?? [],
    notes: reading?.notes ?? [],
  };
};

/** Reports taken in since a time (ms), by the custody log from its end. */
const addedSince = async (store: Store, time: number): Promise<number> => {
  const found = new Set<string>();
  for (let end = (await store.custody.last())?.number ?? 0; end > 0; end -= SOME) {
    const entries = await store.custody.list({ after: Math.max(0, end - SOME), limit: Math.min(SOME, end) });
    for (const { what, at, subject } of entries) if (what === 'extract' && Date.parse(at) > time) found.add(subject);
    if (entries.every(({ at }) => Date.parse(at) <= time)) break;
  }
  return found.size;
};

/** A kept case, as the server needs it. */
export interface KeptCase {
  readonly book: Casebook;
  /** False when reports or decisions have come in since the record was built. */
  readonly current: boolean;
}

/** Opens a kept case for the server; its record is built first when there is none. */
export const keptCase = async (
  folder: string,
  store: Store,
  {
    workshop,
    clerk,
    atWork = NOBODY,
  }: { readonly workshop: Workshop; readonly clerk: Clerk; readonly atWork?: AtWork },
  stamp: () => Stamp,
): Promise<KeptCase> => {
  /** An expunction takes the record away; one that was still being built then is as none. */
  const headNow = async (): Promise<RecordHead> => {
    for (;;) {
      const head = await store.record.head();
      if (head && !(await isExpunged(store, head.basis))) return head;
      await workshop.refresh();
    }
  };
  /** What the record that is shown was made of: the stored one may be newer. */
  let shown: RecordBasis | null = null;
  const snapshot = async (): Promise<Snapshot> => {
    for (;;) {
      const head = await headNow();
      const words = await wordsKept(store, head);
      const record = await recordOf(store, head);
      // It is read in many steps, and may have been put anew between two of them.
      if (!isSame(await store.record.head(), head)) continue;
      shown = head.basis;
      return { revision: `${revisionOf(head)}${words ? '' : '-'}`, record, words: words ?? NO_WORDS };
    }
  };
  /** Version of reader and lexicon, once these are loaded: a record of others is not current. */
  let reader: string | undefined;
  const book: Casebook = {
    writable: true,
    snapshot,
    current: async () => shown !== null && isCurrent(store, shown, reader),
    expunged: async () => shown !== null && isExpunged(store, shown),
    page: (report) => pageOf(store, report),
    text: async (report) => (await store.reports.get(report))?.text ?? null,
    search: async (query, offset, limit) => {
      const { hits, total } = await store.search.find(query, { offset, limit });
      return { total, hits: hits.map(({ report, marks }) => ({ report: report.id, marks })) };
    },
    decisions: () => decisionsOf(store),
    addedSince: (time) => addedSince(store, Date.parse(time)),
    decide: (decision) => clerk.decide(decision, { ...stamp(), by: decision.by }),
    work: () => atWork.counts(),
    rebuild: async (progress) => {
      // What workers are reading need not be read here as well.
      await atWork.read();
      await workshop.refresh(progress);
    },
    prepare: () => {
      const known = (version: string) => {
        reader = version;
      };
      // Whether it could be done is said to whoever needs it.
      workshop.prepare().then(known, () => {});
      clerk.ready().catch(() => {});
    },
    exported: (form, asOf) => workshop.exported(form, asOf),
    publication: (asOf) => workshop.publication(asOf),
    explain: (report, offset) => workshop.explain(report, offset),
    releases: keptReleases(releasesOf(folder, store), workshop),
    close: () => store.close(),
  };
  const head = await headNow();
  return { book, current: (await isCurrent(store, head.basis)) && (await wordsKept(store, head)) !== null };
};
