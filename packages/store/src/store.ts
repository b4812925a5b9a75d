import type { CaseRecord, Decision, Document, Given, Note, Reading, Span } from '@isnad/model';
import type { PreservedBytes } from './bytes/bytes.js';
import type { Act, CustodyEntry } from './custody/entry.js';
import type { Page, Stamp } from './stamp.js';
import type { Change } from './versions/changes.js';

/**
 * A case as it is kept. Everything else is derived of two things in it, the preserved reports and the decisions; the
 * readings, the search and the record are here because making them again takes time.
 *
 * A promise that resolves is on the disk. What changes a case takes a `Stamp`, and leaves a line in the custody log in
 * the same step: neither can be there without the other.
 */
export interface Store {
  readonly about: CaseFacts;
  readonly bytes: PreservedBytes;
  readonly inputs: Inputs;
  readonly reports: Reports;
  readonly readings: Readings;
  readonly decisions: Decisions;
  readonly custody: Custody;
  readonly search: Search;
  readonly record: StoredRecord;
  readonly shelf: Shelf;
  readonly expunge: Expunging;
  /** What is wrong with the store itself, below what it holds; empty when it is sound. */
  readonly faults: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

export interface CaseFacts {
  /** Hash of how the case began; tells cases apart that have one name. */
  readonly id: string;
  readonly name: string;
  /** RFC 3339. */
  readonly created: string;
  /** Version of the stored shapes. */
  readonly schema: number;
}

/** A file as somebody gave it: one report, or a container of many. */
export interface InputFile {
  /** Hash of its preserved bytes. */
  readonly id: string;
  /** Under which it stands in the record. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Where it was fetched. */
  readonly url?: string;
  /** What a sidecar or the command line said of it. */
  readonly given: Given;
  /** Which columns of a table hold what, as the sidecar says. */
  readonly columns?: Readonly<Record<string, unknown>>;
}

/** `arriving`: begun, and killed or still at it; adding the same file again goes on with it. */
export type InputState = 'arriving' | 'complete' | 'expunged';

export interface KeptInput extends InputFile {
  readonly key: number;
  readonly state: InputState;
  readonly at: string;
  readonly by: string;
}

export interface Inputs {
  /** Enters a file whose bytes are preserved; says how far it had come if it is known under this name. */
  readonly begin: (
    file: InputFile,
    stamp: Stamp,
  ) => Promise<{ readonly key: number; readonly state: InputState | 'new' }>;
  readonly complete: (key: number, stamp: Stamp) => Promise<void>;
  /** Keeps what could not be read in a file, or was passed over. The same remark again changes nothing. */
  readonly remark: (key: number, remarks: readonly Remark[]) => Promise<void>;
  readonly remarks: (page?: Page) => Promise<readonly (Remark & { readonly key: number; readonly input: number })[]>;
  readonly list: (page?: Page) => Promise<readonly KeptInput[]>;
  readonly get: (key: number) => Promise<KeptInput | null>;
}

export interface Remark {
  readonly path: string;
  readonly note: Note;
}

/** A report as it arrives: read, or not yet. */
export interface Arriving {
  readonly document: Document;
  readonly reading: Reading | null;
}

/** One place at which a report came in. The same bytes elsewhere are another appearance of the same report. */
export interface Appearance {
  readonly key: number;
  readonly report: string;
  /** Key of the input that holds it. */
  readonly input: number;
  readonly path: string;
  readonly given: Given;
  readonly stated: readonly (keyof Given)[];
  readonly notes: readonly Note[];
}

/** A report's wording and where it came in. */
export interface KeptReport {
  readonly key: number;
  readonly id: string;
  /** The decoded original; offsets count in it. After an expunction, blocks in the place of what went. */
  readonly text: string;
  readonly textHash: string;
  /** Version of what took the wording out of the bytes. */
  readonly extractor: string;
  readonly encoding: string;
  readonly form: Document['form'];
  readonly masked: readonly Span[];
  readonly state: 'kept' | 'expunged';
  readonly appearances: readonly Appearance[];
}

/** A report as a list shows it. */
export interface ListedReport {
  readonly key: number;
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly path: string;
  readonly url: string | null;
  /** First day of publication (`YYYY-MM-DD`) as read; null when unknown. */
  readonly day: string | null;
  readonly state: 'kept' | 'expunged';
}

/** A wording at an address that had another before. */
export interface Version {
  readonly url: string;
  /** 1 for the first wording seen there. */
  readonly number: number;
  readonly report: string;
  readonly at: string;
  /** Against the version before. */
  readonly changes: readonly Change[];
}

export interface Reports {
  /**
   * Keeps reports of an input with texts, readings, search and custody, all or none. What is there already is passed
   * over: adding the same again changes nothing.
   */
  readonly add: (
    input: number,
    arriving: readonly Arriving[],
    how: { readonly extractor: string; readonly reader: string },
    stamp: Stamp,
  ) => Promise<{ readonly reports: number; readonly appearances: number }>;
  readonly count: () => Promise<number>;
  readonly list: (page?: Page) => Promise<readonly ListedReport[]>;
  readonly get: (id: string) => Promise<KeptReport | null>;
  /** Appearances with texts, in the order in which they came: what a record is made of. */
  readonly documents: (
    page?: DocumentPage,
  ) => Promise<readonly { readonly key: number; readonly document: Document }[]>;
  /** All wordings seen at an address, the first first. */
  readonly versions: (url: string) => Promise<readonly Version[]>;
  /** Addresses at which the wording changed. */
  readonly edited: () => Promise<readonly string[]>;
  /** Other reports with the very same wording. */
  readonly sameWording: (id: string) => Promise<readonly string[]>;
}

/** Which appearances with texts are asked for. */
export interface DocumentPage extends Page {
  /** Key of the last that is meant. */
  readonly until?: number;
  /** Only those that this version of reader and lexicon has not read. */
  readonly unreadBy?: string;
}

export interface Readings {
  /** Readings by one version of reader and lexicon, in the order of their appearances. */
  readonly list: (
    reader: string,
    page?: Page,
  ) => Promise<readonly { readonly appearance: number; readonly reading: Reading }[]>;
  /** Keeps readings of what came in unread, or that a newer reader made; earlier ones stay. The same again changes nothing. */
  readonly put: (
    reader: string,
    readings: readonly { readonly appearance: number; readonly reading: Reading }[],
    stamp: Stamp,
  ) => Promise<void>;
  /** Versions that have read here, with how many appearances each. */
  readonly readers: () => Promise<readonly { readonly reader: string; readonly count: number }[]>;
  /** Keys of appearances that this version has not read. */
  readonly missing: (reader: string, page?: Page) => Promise<readonly number[]>;
}

export interface Decisions {
  /**
   * Adds decisions, all or none. One that is there already is passed over; another of the same id is refused
   * (`store/conflict`). To take one back, add one that `retires` it.
   */
  readonly append: (decisions: readonly Decision[], stamp: Stamp) => Promise<void>;
  /** In the order in which they were added, the retired ones too. */
  readonly list: (page?: Page) => Promise<readonly (Decision & { readonly key: number })[]>;
}

export interface Custody {
  /** For what is done to a case outside the store: a release, a fetch. */
  readonly append: (acts: readonly Act[], stamp: Stamp) => Promise<void>;
  readonly list: (page?: Page) => Promise<readonly CustodyEntry[]>;
  readonly last: () => Promise<CustodyEntry | null>;
}

export interface Hit {
  readonly report: ListedReport;
  /** Where the text answers, in order, UTF-16 offsets into the original, end exclusive. */
  readonly marks: readonly Span[];
}

export interface Search {
  /** Newest first, then by id. The rules of a query: `parseQuery`. */
  readonly find: (
    query: string,
    page?: { readonly offset?: number; readonly limit?: number },
  ) => Promise<{ readonly total: number; readonly hits: readonly Hit[] }>;
  /** A word that is not kept as the texts have it; null when all are. */
  readonly fault: () => Promise<string | null>;
}

/** The lists of a record. */
export const RECORD_LISTS = [
  'reports',
  'claims',
  'incidents',
  'tolls',
  'control',
  'checks',
  'disputes',
  'people',
  'private_persons',
  'notes',
  'rejected',
  'corrected',
  'decisions',
] as const satisfies readonly (keyof CaseRecord)[];
export type RecordList = (typeof RECORD_LISTS)[number];

/** What a record was made of; another state of any of these makes it stale. */
export interface RecordBasis {
  /** Key of the last appearance, decision and expunction that went in. */
  readonly appearance: number;
  readonly decision: number;
  readonly expunged: number;
  readonly reader: string;
}

export interface RecordHead {
  readonly case: string;
  readonly program: CaseRecord['program'];
  readonly basis: RecordBasis;
  readonly counts: Readonly<Partial<Record<RecordList, number>>>;
  /** Hash of each list as it was put; a record of an earlier version of this program has none. */
  readonly hashes?: Readonly<Record<RecordList, string>>;
}

/** An item of a record as it lies in the store. */
export interface KeptItem<T> {
  /** Rises with the order of the list; tells nothing else. */
  readonly position: number;
  /** Of the item's content: items of one hash are equal. */
  readonly hash: string;
  readonly item: T;
}

export interface StoredRecord {
  /** What a record would be made of now. */
  readonly basisNow: (reader: string) => Promise<RecordBasis>;
  /** Puts a record in the place of the one before; only what differs is written. */
  readonly put: (record: CaseRecord, basis: RecordBasis, stamp: Stamp) => Promise<{ readonly written: number }>;
  /** Null before the first build. */
  readonly head: () => Promise<RecordHead | null>;
  /** Items of a list in the record's order, from `offset` on. */
  readonly items: <L extends RecordList>(
    list: L,
    page?: { readonly offset?: number; readonly limit?: number },
  ) => Promise<readonly ItemOf<L>[]>;
  /**
   * Items of a list in the record's order, behind a position (default: from the first), at most `limit`. An item of which
   * `known` gives one by its hash is not read again, so that a record that changed a little is had for little.
   */
  readonly reread: <L extends RecordList>(
    list: L,
    known: (hash: string) => ItemOf<L> | undefined,
    page: { readonly after?: number; readonly limit: number },
  ) => Promise<readonly KeptItem<ItemOf<L>>[]>;
  /** Items by id (that of the report, for `private_persons`); those that there are, in the order asked. */
  readonly byId: <L extends RecordList>(list: L, ids: readonly string[]) => Promise<readonly ItemOf<L>[]>;
  /** Hash of the lists as they are kept; the custody log has the one that was put. */
  readonly hash: () => Promise<string | null>;
  /** All of it, equal to what was put. */
  readonly whole: () => Promise<CaseRecord | null>;
}

export type ItemOf<L extends RecordList> = NonNullable<CaseRecord[L]>[number];

/** Small things that the apps keep by a key, such as what a feed said when it was last asked. JSON values. */
export interface Shelf {
  readonly get: (key: string) => Promise<unknown>;
  readonly put: (key: string, value: unknown) => Promise<void>;
  /** Puts a value where there is none; false where there is one already. */
  readonly add: (key: string, value: unknown) => Promise<boolean>;
  readonly list: (prefix: string) => Promise<readonly (readonly [key: string, value: unknown])[]>;
}

/** A release that a store keeps, under `release:NUMBER` on the shelf; its files are preserved bytes. */
export interface ReleasedFiles {
  readonly files: readonly { readonly name: string; readonly id: string; readonly size: number }[];
}
export const RELEASE_KEY = 'release:';

/** What stays of what was expunged. */
export interface Tombstone {
  readonly key: number;
  readonly what: 'report' | 'text' | 'input' | 'decision';
  /** Id of the report, input or decision. */
  readonly subject: string;
  /** Hash of what is gone. */
  readonly hash: string;
  /** Hash of what stands in its place; null when nothing does. */
  readonly left: string | null;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
}

/** What is to go, and what stays in its place. */
export interface Expunction {
  readonly what: 'report' | 'person';
  /** Reports of which something goes, with what is left at each appearance; where nothing is left, all of it goes. */
  readonly reports: readonly {
    readonly id: string;
    readonly left: readonly {
      readonly appearance: number;
      readonly document: Document;
      readonly reading: Reading | null;
    }[];
  }[];
  /** Keys of inputs that hold something of it without a report: in their name, in what is known of them, in a remark. */
  readonly inputs: readonly number[];
  /** Decisions that hold something of it, as they are to stand. */
  readonly decisions: readonly Decision[];
  /** A text without what is to go: the name of an input, a string in its facts and remarks or on the shelf. */
  readonly blocked: (text: string) => string;
  /** Why, in words that name nobody. */
  readonly reason: string;
}

export interface Expunging {
  /**
   * Removes for good: bytes of the inputs that held it, wording, claims, search, record, free pages. Hashes, tombstones and
   * custody stay. The record has to be made again afterwards. Killed and run again, it ends what it began.
   */
  readonly run: (
    expunction: Expunction,
    how: { readonly reader: string },
    stamp: Stamp,
  ) => Promise<readonly Tombstone[]>;
  readonly tombstones: () => Promise<readonly Tombstone[]>;
}
