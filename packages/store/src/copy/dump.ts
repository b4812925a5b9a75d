import type { CaseFacts } from '../store.js';
import type { Row, Table } from './tables.js';

/** What a copy begins with. */
export interface Heading {
  readonly facts: Omit<CaseFacts, 'schema'>;
  /** Head of the record, as JSON; null where there is none. */
  readonly head: string | null;
  /** Key of the last tombstone: rows that were copied before an expunction are not to be gone on with. */
  readonly expunged: number;
  /** Rows of all tables together. */
  readonly rows: number;
}

/** A case as it is at one moment, whoever works on it meanwhile. */
export interface Dump {
  readonly heading: Heading;
  /** Rows in their order, from behind a key on where the table has keys. */
  readonly rows: (table: Table, after: number) => AsyncGenerator<readonly Row[]>;
  /** Preserved bytes that the case speaks of: of its inputs and of its releases. */
  readonly files: () => AsyncGenerator<DumpedFile>;
}

export interface DumpedFile {
  readonly id: string;
  /** Null where the bytes are gone, as in a damaged case. */
  readonly stream: (() => AsyncIterable<Uint8Array>) | null;
}

/** A case that a copy is put into. */
export interface Restore {
  /** Key of the last row that is there of a table that grows; 0 for none. */
  readonly reached: (table: Table) => Promise<number>;
  /** Takes away what an earlier, broken run put there of the tables that are replaced. */
  readonly clear: () => Promise<void>;
  readonly put: (table: Table, rows: readonly Row[]) => Promise<void>;
  readonly has: (id: string) => Promise<boolean>;
  readonly putFile: (stream: AsyncIterable<Uint8Array>) => Promise<string>;
  /** Makes a case of it. */
  readonly finish: (heading: Heading) => Promise<void>;
}

/** What a case that is being put together holds in the place of its facts. */
export interface Mark {
  readonly id: string;
  readonly expunged: number;
}
export const MARK = 'copying';
export const FACTS = 'case';
export const HEAD = 'record';
