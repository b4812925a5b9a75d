import type { Work } from '@isnad/api';
import type { CaseRecord, Decision, Note, PersonMention, Span } from '@isnad/model';
import type { Releasing } from './releasing.js';
import type { CaseWords } from './words.js';

/** A record as it was last built, with the words for what stands in it. */
export interface Snapshot {
  /** Tells two records apart: a hash of what the record was made of, or of the record. */
  readonly revision: string;
  readonly record: CaseRecord;
  readonly words: CaseWords;
}

/** What one report holds besides its claims. */
export interface Page {
  /** The decoded original; offsets of claims count in it. */
  readonly text: string;
  readonly language: string;
  readonly furniture: readonly Span[];
  /** What is no wording in the text, such as the tags of a page. */
  readonly masked: readonly Span[];
  readonly persons: readonly PersonMention[];
  readonly notes: readonly Note[];
}

/** Where the words of a search stand in one report. */
export interface Found {
  readonly report: string;
  /** Hits as offsets into the text of the report. */
  readonly marks: readonly Span[];
}

export interface FoundPage {
  readonly hits: readonly Found[];
  readonly total: number;
}

export interface ExportedFiles {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly losses: readonly { readonly what: string; readonly count: number | null; readonly said: string }[];
}

export type Progress = (stage: 'started' | 'reading' | 'record' | 'failed', done: number, total: number) => void;

/**
 * A case as the server needs it, wherever it is kept. Everything that reads is safe to call at any time, a build
 * under way included: it is answered from what was built before.
 */
export interface Casebook {
  /** False for a built folder: decisions cannot be kept in it. */
  readonly writable: boolean;
  /** Items and lists that are the same in the snapshot before are the same objects: they are never changed. */
  readonly snapshot: () => Promise<Snapshot>;
  /** False when reports or decisions have come in since the snapshot of this revision was built, of another process too. */
  readonly current: (revision: string) => Promise<boolean>;
  /** True when something was expunged since the snapshot of this revision was built: nothing of that one may be shown. */
  readonly expunged: (revision: string) => Promise<boolean>;
  /** Wording of a report. */
  readonly text: (report: string) => Promise<string | null>;
  /** What a report holds, read as for the record of this revision. */
  readonly page: (report: string, revision: string) => Promise<Page | null>;
  /** Reports by their words: at most `most` of them from the `from`th hit on. */
  readonly search: (query: string, from: number, most: number) => Promise<FoundPage>;
  /** All decisions ever made, oldest first. */
  readonly decisions: () => Promise<readonly Decision[]>;
  /** Reports added since a time (RFC 3339); null where that is not known. */
  readonly addedSince: (time: string) => Promise<number | null>;
  /** How far workers have come with reading it; null where it is kept on one machine. */
  readonly work: () => Promise<Work | null>;
  /** Keeps a decision; resolved once it would survive a loss of power. */
  readonly decide: (decision: Decision) => Promise<void>;
  /** Builds the record anew from reports and decisions; what `snapshot` gives afterwards shows them. */
  readonly rebuild: (progress: Progress) => Promise<void>;
  /** The record in a form that others read, as of a day (`YYYY-MM-DD`); null where it cannot be made here. */
  readonly exported: (form: string, asOf: string) => Promise<ExportedFiles | null>;
  /** Somebody has come who may decide: whatever that needs may be loaded. */
  readonly prepare: () => void;
  /** What would be published of the record, by file name; null where it cannot be made here. */
  readonly publication: (asOf: string) => Promise<ReadonlyMap<string, string | Uint8Array> | null>;
  /** The tree of rules over a place of a report, as `isnad explain` prints it; null where no reader is at hand. */
  readonly explain: (report: string, offset: number) => Promise<string | null>;
  /** Null where no releases can be made. */
  readonly releases: Releasing | null;
  readonly close: () => Promise<void>;
}
