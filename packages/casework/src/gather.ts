import { wordingOf } from '@isnad/archive';
import type { Document, Reading } from '@isnad/model';
import type { Stamp, Store } from '@isnad/store';
import type { CaseStages, Gathered } from './stages.js';

/** How many are asked for at once. */
const PAGE = 200;

/** All items of a paged list. */
export const eachPage = async function* <T extends { readonly key: number }>(
  list: (page: { readonly after: number; readonly limit: number }) => Promise<readonly T[]>,
  limit = PAGE,
): AsyncGenerator<T> {
  for (let after = 0; ; ) {
    const items = await list({ after, limit });
    yield* items;
    if (items.length < limit) return;
    after = items.at(-1)!.key;
  }
};

/** Reads what this version of reader and lexicon has not read yet; gives the number of reports read. */
export const bringReadingsUpToDate = async (store: Store, stages: CaseStages, stamp: Stamp): Promise<number> => {
  const missing = new Set(await store.readings.missing(stages.reader));
  if (missing.size === 0) return 0;
  let fresh: { appearance: number; reading: Reading }[] = [];
  for await (const { key, document } of eachPage(store.reports.documents)) {
    if (!missing.has(key)) continue;
    fresh.push({ appearance: key, reading: stages.read(document) });
    if (fresh.length < PAGE) continue;
    await store.readings.put(stages.reader, fresh, stamp);
    fresh = [];
  }
  if (fresh.length > 0) await store.readings.put(stages.reader, fresh, stamp);
  return missing.size;
};

/** Files of one name came in from two places, or again when they had changed. */
const freeName = (name: string, taken: ReadonlyMap<string, string>): string => {
  let [free, number] = [name, 1];
  while (taken.has(free)) free = `${name} (${++number})`;
  return free;
};

/** What a case holds, as a record is made of it: readings as kept, in the order in which the reports came in. */
export const gatherCase = async (store: Store, { reader }: Pick<CaseStages, 'reader'>): Promise<Gathered> => {
  const readings: Reading[] = [];
  const documents = new Map<string, Document>();
  const texts = new Map<string, string>();
  const notes: { path: string; note: Reading['notes'][number] }[] = [];
  const read = eachPage(async (page) =>
    (await store.readings.list(reader, page)).map((one) => ({ ...one, key: one.appearance })),
  );
  for await (const { reading } of read) {
    readings.push(reading);
    for (const note of reading.notes) notes.push({ path: reading.report.path, note });
  }
  for await (const { document } of eachPage(store.reports.documents)) {
    documents.set(document.id, document);
    texts.set(document.id, wordingOf(document));
  }
  for (const { path, note } of await store.inputs.remarks()) notes.push({ path, note });
  const inputs = new Map<string, string>();
  for (const { name, id } of await store.inputs.list()) inputs.set(freeName(name, inputs), id);
  return { caseName: store.about.name, readings, texts, documents, inputs, notes };
};
