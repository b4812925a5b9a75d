import { createHash } from 'node:crypto';
import { decisionsOf, isRecordCurrent } from '@isnad/casework';
import { type Casebook, NO_WORDS, type Page, type Snapshot } from '@isnad/server';
import type { RecordBasis, RecordHead, Stamp, Store } from '@isnad/store';
import { releasesOf } from '../release/kept.js';
import { type AtWork, NOBODY } from './at-work.js';
import { recordReader } from './kept-record.js';
import { keptReleases } from './kept-releases.js';
import { type WordsKept, wordsKept } from './kept-words.js';
import { withPersons } from './record-persons.js';
import type { Clerk } from './threads/threads.js';
import type { Workshop } from './workshop.js';

/** Lines of custody taken at a time. */
const SOME = 2_000;

const revisionOf = (head: RecordHead): string =>
  createHash('sha256')
    .update(JSON.stringify([head.basis, head.program, head.hashes]))
    .digest('hex')
    .slice(0, 16);

/** Of records that were given, so many are known by their revision. */
const GIVEN = 4;

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const isExpunged = async (store: Store, { reader, expunged }: RecordBasis): Promise<boolean> =>
  (await store.record.basisNow(reader)).expunged !== expunged;

/** @param reader the one whose reading is to be shown: that of the record which is shown, whose names are covered */
const pageOf = async (store: Store, id: string, reader: string): Promise<Page | null> => {
  const report = await store.reports.get(id);
  const key = report?.appearances[0]?.key;
  if (!report || key === undefined) return null;
  const [kept] = await store.readings.list(reader, { after: key - 1, limit: 1 });
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
  const record = recordReader(store);
  let words: WordsKept | null = null;
  /** What the records were made of that were given last: the one that is shown, and the one that is about to be. */
  const given = new Map<string, RecordBasis>();
  const keepGiven = (revision: string, basis: RecordBasis): void => {
    given.delete(revision);
    given.set(revision, basis);
    if (given.size > GIVEN) given.delete(given.keys().next().value!);
  };
  const snapshot = async (): Promise<Snapshot> => {
    for (;;) {
      const head = await headNow();
      const ofHead = await wordsKept(store, head, words);
      const read = await withPersons(store, await record.read(head), head.basis.reader);
      if (!isSame(await store.record.head(), head)) continue;
      record.keep();
      words = ofHead;
      const revision = `${revisionOf(head)}${words ? '' : '-'}`;
      keepGiven(revision, head.basis);
      return { revision, record: read, words: words?.words ?? NO_WORDS };
    }
  };
  /** Version of reader and lexicon, once these are loaded: a record of others is not current. */
  let reader: string | undefined;
  const book: Casebook = {
    writable: true,
    snapshot,
    current: async (revision) => {
      const head = await store.record.head();
      const isShown = head !== null && revision.startsWith(revisionOf(head));
      return isShown && (await isRecordCurrent(store, reader ?? head.basis.reader));
    },
    expunged: async (revision) => {
      const basis = given.get(revision);
      if (basis) keepGiven(revision, basis);
      if (basis && !(await isExpunged(store, basis))) return false;
      // Nothing of it may come into the next one.
      record.forget();
      return true;
    },
    page: async (report, revision) => {
      const basis = given.get(revision);
      return basis ? pageOf(store, report, basis.reader) : null;
    },
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
  const isNow = await isRecordCurrent(store, head.basis.reader);
  return { book, current: isNow && (await wordsKept(store, head)) !== null };
};
