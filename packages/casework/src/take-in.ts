import { type Arrival, type Columns, isReport, type Source } from '@isnad/archive';
import type { Document, Given, Note, Reading } from '@isnad/model';
import {
  type Arriving,
  canonical,
  type InputState,
  type Remark,
  type Stamp,
  type Store,
  StoreError,
} from '@isnad/store';
import { preservedSource } from './preserved-source.js';
import type { CaseStages } from './stages.js';

/** A file that somebody wants in a case. */
export interface GivenFile {
  /** Under which it is to stand in the record. */
  readonly name: string;
  readonly source: Source;
  readonly given: Given;
  readonly columns?: Columns;
  /** Where it was fetched. */
  readonly url?: string;
  /** Its reports, out of the source that is handed in: that of the preserved bytes. */
  readonly arrivals: (preserved: Source) => AsyncIterable<Arrival>;
}

export interface TakenIn {
  /** How far the file had come before. */
  readonly was: InputState | 'new';
  /** What is said of it from outside (sidecar, command line) has changed since it came in; it is kept as it was. */
  readonly saidOtherwise: boolean;
  /** Reports and appearances that are new. */
  readonly reports: number;
  readonly appearances: number;
  readonly remarks: readonly { readonly path: string; readonly note: Note }[];
}

/** What taking in needs of the stages; `read` is null where others read what came in. */
export type TakesIn = Pick<CaseStages, 'extractor' | 'reader' | 'readAll'> & {
  readonly read: CaseStages['read'] | null;
};

const readingsOf = ({ read, readAll }: TakesIn, documents: readonly Document[]): readonly (Reading | null)[] => {
  if (read === null) return documents.map(() => null);
  return readAll ? readAll(documents) : documents.map(read);
};

/** So many reports, or so many characters, are kept in one step; what a kill takes away is less than that. */
const BATCH = 100;
const BATCH_TEXT = 4_000_000;

const NOTHING: TakenIn = { was: 'complete', saidOtherwise: false, reports: 0, appearances: 0, remarks: [] };

/** Reports gathered until it pays to write them. */
class Batch {
  readonly #arrived: Document[] = [];
  readonly #remarks: Remark[] = [];
  #text = 0;

  get isFull(): boolean {
    return this.#arrived.length >= BATCH || this.#text >= BATCH_TEXT;
  }

  put(arrival: Arrival): void {
    if (arrival.is === 'passed') this.#remarks.push({ path: arrival.path, note: arrival.note });
    else if (isReport(arrival.document)) {
      this.#arrived.push(arrival.document);
      this.#text += arrival.document.text.length;
    } else for (const note of arrival.document.notes) this.#remarks.push({ path: arrival.document.path, note });
  }

  /** What was gathered, read. */
  take(stages: TakesIn): { readonly arriving: readonly Arriving[]; readonly remarks: readonly Remark[] } {
    this.#text = 0;
    const documents = this.#arrived.splice(0);
    const readings = readingsOf(stages, documents);
    const arriving = documents.map((document, n) => ({ document, reading: readings[n] ?? null }));
    return { arriving, remarks: this.#remarks.splice(0) };
  }
}

/** How often a file is begun anew whose bytes were cut off by a lost connection. */
const TRIES = 5;

const preserve = async (store: Store, source: Source): ReturnType<Store['bytes']['put']> => {
  for (let tries = 1; ; tries++)
    try {
      return await store.bytes.put(source.stream());
    } catch (error) {
      if (!(error instanceof StoreError && error.code === 'store/unreachable') || tries === TRIES) throw error;
    }
};

/**
 * Takes a file into a case: its bytes are preserved first, then its reports are read out of what was preserved. Killed
 * at any moment and called again, it ends with the same case; called again on a file that is there, it does nothing.
 */
export const takeIn = async (
  store: Store,
  file: GivenFile,
  stages: TakesIn,
  stamp: () => Stamp,
  step: (reports: number) => void | Promise<void> = () => undefined,
): Promise<TakenIn> => {
  const { name, given, columns, url } = file;
  const { id, size } = await preserve(store, file.source);
  const { key, state } = await store.inputs.begin(
    { id, name, size, given, ...(columns ? { columns: { ...columns } } : {}), ...(url === undefined ? {} : { url }) },
    stamp(),
  );
  if (state === 'expunged') await store.bytes.remove(id);
  if (state === 'expunged') return { ...NOTHING, was: state };
  const saidOtherwise = state !== 'new' && canonical((await store.inputs.get(key))!.given) !== canonical(given);
  if (state === 'complete') return { ...NOTHING, saidOtherwise };
  const batch = new Batch();
  let [reports, appearances] = [0, 0];
  const remarks: Remark[] = [];
  const keep = async (): Promise<void> => {
    const { arriving, remarks: some } = batch.take(stages);
    if (arriving.length > 0) {
      const added = await store.reports.add(key, arriving, stages, stamp());
      reports += added.reports;
      appearances += added.appearances;
      await step(arriving.length);
    }
    if (some.length > 0) await store.inputs.remark(key, some);
    remarks.push(...some);
  };
  const preserved = await preservedSource(store.bytes, { id, name, size }, file.source.beside);
  for await (const arrival of file.arrivals(preserved)) {
    batch.put(arrival);
    if (batch.isFull) await keep();
  }
  await keep();
  await store.inputs.complete(key, stamp());
  return { was: state, saidOtherwise, reports, appearances, remarks };
};
