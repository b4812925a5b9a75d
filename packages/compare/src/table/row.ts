import type { DayInterval, Note } from '@isnad/model';

/** Whom a count of a table is about. */
export type Counted = 'all' | 'civilians' | 'fighters';

/** How many a table counts. */
export interface TableCount {
  readonly measure: 'killed' | 'wounded';
  readonly whom: Counted;
  readonly low: number;
  readonly high: number;
  /** Zero may mean that nothing is known, as ACLED has it. */
  readonly zeroIsUnknown: boolean;
}

export interface TablePlace {
  /** From the most exact to the largest. */
  readonly names: readonly string[];
  /** WGS 84 degrees. */
  readonly point: { readonly lat: number; readonly lon: number } | null;
  /** How far from the point it may have been, in kilometres. */
  readonly radius: number;
}

/** One event of somebody's table. */
export interface TableRow {
  readonly at: number;
  readonly id: string | null;
  /** The days on which it may have been by the table; null where none is given. */
  readonly days: DayInterval | null;
  readonly place: TablePlace;
  readonly sides: readonly string[];
  /** What happened, in the words of the table; empty where it does not say. */
  readonly types: readonly string[];
  readonly counts: readonly TableCount[];
  /** It sums up several events, so no single incident can be it. */
  readonly isSummary?: boolean;
}

export interface TableRows {
  readonly rows: readonly TableRow[];
  readonly notes: readonly Note[];
}
