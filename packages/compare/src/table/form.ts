import type { Incident } from '@isnad/model';
import type { FormWords } from '@isnad/publish';
import type { Cells } from './cells.js';
import type { Columns } from './own.js';
import type { TableRows } from './row.js';
import type { DateOrder } from './values.js';

export type TableFormId = 'acled' | 'ucdp' | 'airwars' | 'own';

export interface ReadingOptions {
  /** Which column holds what, where headings do not tell. */
  readonly columns: Columns;
  readonly dates: DateOrder;
}

/** What is known of an incident when a form is asked whether it would hold it. */
export interface AboutIncident {
  readonly incident: Incident;
  readonly isCountry: boolean;
  /** Number of persons told to be killed; 0 for none. */
  readonly killed: number;
}

/** A kind of table that a record is held against. */
export interface TableForm {
  readonly id: TableFormId;
  /** Whether a table of these headings is of this form. */
  readonly isOf: (headings: ReadonlySet<string>) => boolean;
  readonly rows: (cells: Cells, options: ReadingOptions) => TableRows;
  /** Why such a table leaves an incident out by its own rules; null where it would hold it. */
  readonly leavesOut: (about: AboutIncident) => string | null;
  /** Other names under which the form knows a side where something happened in a country (alpha-2 code). */
  readonly sideNames: (id: string, country: string | undefined, words: FormWords) => readonly string[];
  /** Whether a name stands for nobody in particular: the form writes it where no side is known. */
  readonly isNobody: (name: string) => boolean;
  /** What the form calls an event type, none where it does not hold such; null where it has no words for types. */
  readonly typeNames: (type: string, words: FormWords) => readonly string[] | null;
}
