import type { Document, Reading } from '@isnad/model';

/** The reader, as the commands use it; `createReader` of the claims package makes one. */
export interface Reader {
  readonly read: (document: Document) => Reading;
  /** What the reader sees below the level of claims: spans of sentences, numbers, dates, places, actors, sources. */
  readonly text: (document: Document) => object;
  /** The tree of rules over one position of a report, for people. */
  readonly explain: (document: Document, offset: number) => string;
}

/** The reading of a document that is no report: no claims, and the notes that say why. */
export const unread = (document: Document): Reading => ({
  report: {
    path: document.path,
    id: document.id,
    language: 'und',
    title: document.given.title ?? null,
    outlet: document.given.outlet ?? null,
    published: { edtf: null, basis: 'none', reason: 'not read' },
    furniture: [],
    ...(document.given.url ? { url: document.given.url } : {}),
  },
  claims: [],
  persons: [],
  notes: document.notes,
});
