// What the tests of stores put into them.
import { memorySource, readDocument } from '@isnad/archive';
import type { CaseRecord, Decision, Document, Given, Reading } from '@isnad/model';
import type { Stamp } from './stamp.js';
import type { Arriving, Store } from './store.js';

export const HOW = { extractor: '0.1.0', reader: '0.1.0+1' };
let minute = 0;
/** Each stamp a minute later than the one before. */
export const stampBy = (by = 'tester'): Stamp => ({
  by,
  at: new Date(Date.UTC(2026, 0, 1, 0, minute++)).toISOString(),
  tool: 'isnad',
  version: '0.1.0',
});

export const documentFrom = (text: string, path = 'a.txt', given: Given = {}): Document =>
  readDocument(path, new TextEncoder().encode(text), given);

/** A reading without claims. */
export const readingOf = ({ path, id, given }: Document): Reading => ({
  report: {
    path,
    id,
    language: 'ar',
    title: given.title ?? null,
    outlet: given.outlet ?? null,
    published: { edtf: given.published ?? null, basis: given.published ? 'given' : 'none', reason: 'test' },
    furniture: [],
    ...(given.url ? { url: given.url } : {}),
  },
  claims: [],
  persons: [],
  notes: [],
});

export const arriving = (document: Document): Arriving => ({ document, reading: readingOf(document) });

/** Takes texts in as files of their own, as `isnad add` does. */
export const takeIn = async (store: Store, ...documents: readonly Document[]): Promise<void> => {
  for (const document of documents) {
    const source = memorySource(document.path, new TextEncoder().encode(document.text));
    const { id, size } = await store.bytes.put(source.stream());
    const { key } = await store.inputs.begin({ id, name: document.path, size, given: document.given }, stampBy());
    await store.reports.add(key, [arriving(document)], HOW, stampBy());
    await store.inputs.complete(key, stampBy());
  }
};

export const decision = (id: string, more: Partial<Decision> = {}): Decision => ({
  id,
  at: '2026-01-01T00:00:00Z',
  by: 'editor',
  kind: 'accept',
  about: ['c:1'],
  reason: 'read it twice',
  retires: null,
  ...more,
});

export const record = (incidents: readonly string[], more: Partial<CaseRecord> = {}): CaseRecord => ({
  case: 'test',
  program: { name: 'isnad', version: '0.1.0', lexicon: '1' },
  reports: [],
  claims: [],
  incidents: incidents.map((id) => ({ id, type: 'battle' }) as CaseRecord['incidents'][number]),
  tolls: [],
  control: [],
  checks: [],
  disputes: [],
  ...more,
});

// Invented: "The bombing of the school in Rasif killed three", "He stopped at the valley".
