import type { CaseRecord, Decision, Document, Note, Reading } from '@isnad/model';

/** What reports and readings of a case amount to before the record is made. */
export interface Gathered {
  readonly caseName: string;
  readonly readings: readonly Reading[];
  /** Original text by report id, what is no wording in it blanked out. */
  readonly texts: ReadonlyMap<string, string>;
  /** What was read, by report id. */
  readonly documents: ReadonlyMap<string, Document>;
  /** `sha256:…` of each input by its name in the record. */
  readonly inputs: ReadonlyMap<string, string>;
  /** What could not be read, and what was passed over, with the name of the input. */
  readonly notes: readonly { readonly path: string; readonly note: Note }[];
}

/** The stages that work on a case runs; the apps supply them. */
export interface CaseStages {
  readonly read: (document: Document) => Reading;
  /** The same for several, where that is cheaper than one by one. */
  readonly readAll?: (documents: readonly Document[]) => readonly Reading[];
  /** Version of what takes the wording out of bytes. */
  readonly extractor: string;
  /** Version of reader and lexicon together: other words or rules, another version. */
  readonly reader: string;
  /** The working record, private persons and notes included. */
  readonly makeRecord: (gathered: Gathered, decisions: readonly Decision[]) => CaseRecord;
  /** Lets go of what was worked out on the way to records; the next one is the same without it, and takes longer. */
  readonly forget?: () => void;
}
