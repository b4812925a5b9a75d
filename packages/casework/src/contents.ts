import { wordingOf } from '@isnad/archive';
import type { Decision, Document, Reading } from '@isnad/model';
import type { RecordBasis, Store } from '@isnad/store';
import { asideIn, asideNote, unreadIn } from './jobs/aside.js';
import { eachPage } from './paging.js';
import type { Gathered } from './stages.js';

/** What a case holds, as a record is made of it. */
export interface Contents {
  readonly gathered: Gathered;
  readonly decisions: readonly Decision[];
}

/**
 * Reads what a case holds, and later only what has come in since: what was there is given as the very same objects, so
 * that a build that remembers knows them again. After an expunction all is read anew.
 */
export const caseContents = (store: Store, reader: string): ((basis: RecordBasis) => Promise<Contents>) => {
  const readings = new Map<number, Reading>();
  const documents = new Map<string, Document>();
  const texts = new Map<string, string>();
  const decisions: Decision[] = [];
  let [appearance, decision, expunged] = [0, 0, 0];
  let without = '';

  const forget = () => {
    for (const kept of [readings, documents, texts]) kept.clear();
    decisions.length = 0;
    [appearance, decision] = [0, 0];
  };
  const readOn = async (): Promise<void> => {
    let last = appearance;
    const fresh = eachPage(
      async (page) => (await store.readings.list(reader, page)).map((one) => ({ ...one, key: one.appearance })),
      { after: appearance },
    );
    for await (const { key, reading } of fresh) readings.set(key, reading);
    for await (const { key, document } of eachPage(store.reports.documents, { after: appearance })) {
      last = key;
      documents.set(document.id, document);
      texts.set(document.id, wordingOf(document));
    }
    // What came in by another version at this very moment is not read yet, and is asked for again.
    const unread = (await unreadIn(store, reader)).find((key) => key > appearance);
    appearance = Math.min(last, (unread ?? Infinity) - 1);
    for await (const { key, ...made } of eachPage(store.decisions.list, { after: decision })) {
      decision = key;
      decisions.push(made);
    }
  };
  return async (basis) => {
    const aside = await asideIn(store, reader);
    const now = aside.map((one) => one.appearance).join(' ');
    // What was put back lies behind what was read on to.
    if (basis.expunged !== expunged || now !== without) forget();
    [expunged, without] = [basis.expunged, now];
    await readOn();
    const notes: { path: string; note: Reading['notes'][number] }[] = [];
    for (const { report, notes: own } of readings.values())
      for (const note of own) notes.push({ path: report.path, note });
    for (const one of aside) notes.push({ path: one.path, note: asideNote(one) });
    for (const { path, note } of await store.inputs.remarks()) notes.push({ path, note });
    const inputs = new Map<string, string>();
    for (const { name, id } of await store.inputs.list()) inputs.set(freeName(name, inputs), id);
    const gathered = { caseName: store.about.name, readings: [...readings.values()], texts, documents, inputs, notes };
    return { gathered, decisions: [...decisions] };
  };
};

/** Files of one name came in from two places, or again when they had changed. */
const freeName = (name: string, taken: ReadonlyMap<string, string>): string => {
  let [free, number] = [name, 1];
  while (taken.has(free)) free = `${name} (${++number})`;
  return free;
};

/** What a case holds, read at once. */
export const gatherCase = async (store: Store, { reader }: { readonly reader: string }): Promise<Gathered> =>
  (await caseContents(store, reader)(await store.record.basisNow(reader))).gathered;
