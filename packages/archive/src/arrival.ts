import { type Document, type Given, type Note, note } from '@isnad/model';
import { unreadDocument } from './document.js';
import type { ReadingLimits } from './limits.js';
import type { Columns } from './sidecar/columns.js';
import type { Source } from './source.js';

/** What comes out of a file: a report (or why it could not be read), or something passed over. */
export type Arrival =
  | { readonly is: 'report'; readonly document: Document }
  | { readonly is: 'passed'; readonly path: string; readonly note: Note };

/** What is known of a file besides its bytes, and how far reading may go. */
export interface Circumstances {
  /** From a sidecar or the command line; it wins over what the file says. */
  readonly given?: Given;
  /** What the file around it says of it; a text says it of itself more strongly than that. */
  readonly stated?: Given;
  /** Which columns of a table hold what. */
  readonly columns?: Columns;
  readonly limits?: ReadingLimits;
  /** In how many archives this file lies. */
  readonly depth?: number;
}

/** The same, complete, with the way to read what lies inside. */
export interface Context {
  readonly given: Given;
  readonly stated: Given;
  readonly columns: Columns | undefined;
  readonly limits: Required<ReadingLimits>;
  readonly depth: number;
  readonly readInner: (source: Source, circumstances: Circumstances) => AsyncIterable<Arrival>;
}

/** A file of its own kind, with one report or many in it. */
export interface FileForm {
  readonly form: string;
  /** Whether a file is of this form, by its first bytes and then by its name; the first that accepts it reads it. */
  readonly accepts: (path: string, head: Uint8Array) => boolean;
  /** Its reports in their order, one at a time. What it throws ends this file only. */
  readonly read: (source: Source, context: Context) => AsyncIterable<Arrival>;
}

export const arrived = (document: Document): Arrival => ({ is: 'report', document });

/** A report that could not be read, or a file of many of which something is wrong. */
export const refused = (path: string, given: Given, code: string, message: string, id = ''): Arrival =>
  arrived(unreadDocument(path, given, note(code, 'error', message), id));

export const passedOver = (path: string, remark: Note): Arrival => ({ is: 'passed', path, note: remark });

/** Why a library or the system gave up, in words without what belongs to this machine. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').replace(/\.$/, '').slice(0, 200);
