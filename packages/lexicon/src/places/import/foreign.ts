import type { Note } from '@isnad/model';
import type { PlaceKind } from '../../entries.js';

/** A place as another gazetteer tells it, in this project's terms. */
export interface ForeignPlace {
  /** Unique in its file, in small letters, digits and hyphens: `gn170794`, `wof421168809`, `sy020001`. */
  readonly key: string;
  readonly english: string;
  /** Arabic names, the preferred first. Never empty. */
  readonly arabic: readonly string[];
  readonly kind: PlaceKind;
  /** ISO 3166-1 alpha-2, capital letters. */
  readonly country: string;
  /** WGS 84 degrees. */
  readonly lat: number;
  readonly lon: number;
  /** Keys of what contains it, the smallest first, as far as the file says. */
  readonly within: readonly string[];
  /** Persons; 0 where it is not told. */
  readonly population: number;
  /** What a row cites: `GeoNames gn170794 (CC BY 4.0)`. */
  readonly source: string;
}

/** What was read of a foreign file, and what could not be. */
export interface ForeignTable {
  readonly places: readonly ForeignPlace[];
  /** Each about one line (`line 17: …`), but for counts of what was passed over. */
  readonly notes: readonly Note[];
}

/** A line that cannot be used, and why. */
export type RowReading = ForeignPlace | { readonly code: RowCode; readonly message: string } | PassedOver;

/** What is wrong with a line of a table: its cells, its point, or that its key stood before. */
export type RowCode = 'gazetteer/bad-row' | 'gazetteer/bad-point' | 'gazetteer/same-id';

/** A sound line that is of no use to a reader of Arabic. */
export type PassedOver = 'no-arabic' | 'no-kind' | 'gone';

export const PASSED_OVER: Readonly<Record<PassedOver, string>> = {
  'no-arabic': 'have no Arabic name, so that no report can be found to name them',
  'no-kind': 'are of a kind that reports are not placed by (schools, wells, regions of no fixed border …)',
  gone: 'are marked as given up or replaced',
};
