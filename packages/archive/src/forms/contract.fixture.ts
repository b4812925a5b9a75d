import type { Given } from '@isnad/model';
import type { Circumstances } from '../arrival.js';

/** What is to come out of a file: a report, or a file or entry that cannot be read (its codes then say why). */
export interface ExpectedReport {
  readonly path: string;
  /** Fields of `given` as they must be; those that are not named may be anything. */
  readonly given?: { readonly [field in keyof Given]?: string | undefined };
  /** Wording that must be read. */
  readonly says?: readonly string[];
  /** Wording that must be read over, or not be there. */
  readonly lacks?: readonly string[];
  /** The codes of all notes, in order. */
  readonly codes?: readonly string[];
}

/** A file invented for this project, and what must come out of it. */
export interface Sample {
  readonly title: string;
  readonly path: string;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  /** Files that lie beside it. */
  readonly beside?: Readonly<Record<string, Uint8Array>>;
  readonly circumstances?: Circumstances;
  readonly reports: readonly ExpectedReport[];
  /** `code path` of what must be passed over. */
  readonly passed?: readonly string[];
}

/** What an input form must do; every form has one, and all go through contract.test.ts. */
export interface FormContract {
  readonly form: string;
  readonly samples: readonly Sample[];
  /** Input made to harm, or broken by accident: it must be refused or made harmless, with a code. */
  readonly hostile: readonly Sample[];
  /** Whether a file cut off in the middle still gives the reports that lie before the cut. */
  readonly survivesCut?: boolean;
}
