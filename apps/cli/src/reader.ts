import { type Arrival, isReport } from '@isnad/archive';
import type { Document, Reading } from '@isnad/model';

/** The reader, as the commands use it; `createReader` of the claims package makes one. */
export interface Reader {
  readonly read: (document: Document) => Reading;
  /** The same for several, much cheaper than one by one. */
  readonly readAll: (documents: readonly Document[]) => readonly Reading[];
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

/** How many arrivals wait until what they bring is read. */
const TOGETHER = 16;

/** What arrived, with its reading: null for what is no report. */
export interface Read {
  readonly arrival: Arrival;
  readonly reading: Reading | null;
}

/** Reads what arrives, some reports at a time, and gives it in the order in which it arrived. */
export const readArrivals = async function* (
  arrivals: AsyncIterable<Arrival>,
  reader: () => Reader,
): AsyncGenerator<Read> {
  let waiting: Arrival[] = [];
  const read = (): readonly Read[] => {
    const reports = waiting.flatMap((one) => (one.is === 'report' && isReport(one.document) ? [one.document] : []));
    const readings = reports.length === 0 ? [] : reader().readAll(reports);
    const readingOf = new Map(readings.map((reading, n) => [reports[n]!, reading]));
    const done = waiting.map((arrival) => ({
      arrival,
      reading: arrival.is === 'report' ? (readingOf.get(arrival.document) ?? null) : null,
    }));
    waiting = [];
    return done;
  };
  try {
    for await (const arrival of arrivals) {
      waiting.push(arrival);
      if (waiting.length >= TOGETHER) yield* read();
    }
  } catch (error) {
    // What arrived before a file that cannot be read is read all the same.
    yield* read();
    throw error;
  }
  yield* read();
};
