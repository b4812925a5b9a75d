import { FACETS, type FacetName, type IncidentFilter } from '@isnad/api';
import { fold } from '@isnad/arabic';
import { dayOf, OPEN_FIRST, OPEN_LAST } from '../case/days.js';
import { type IncidentColumns, isDated } from './columns.js';

/** Incidents under a filter, and those that only one facet keeps out (for counting that facet's other values). */
export interface Selection {
  readonly rows: Uint32Array;
  /** By facet that is filtered on: rows that all other filters let through. */
  readonly without: ReadonlyMap<FacetName, Uint32Array>;
}

type Test = (row: number) => boolean;

const facetTest = ({ facets }: IncidentColumns, name: FacetName, wanted: readonly string[]): Test => {
  const { at, of, number, keys } = facets[name];
  const isWanted = new Uint8Array(keys.length);
  for (const value of wanted) {
    const key = number.get(value);
    if (key !== undefined) isWanted[key] = 1;
  }
  return (row) => {
    for (let i = at[row]!; i < at[row + 1]!; i++) if (isWanted[of[i]!] === 1) return true;
    return false;
  };
};

const dateTest = (columns: IncidentColumns, { from, to, undated }: IncidentFilter): Test | null => {
  if (from === undefined && to === undefined && undated === undefined) return null;
  const [low, high] = [from === undefined ? OPEN_FIRST : dayOf(from), to === undefined ? OPEN_LAST : dayOf(to)];
  const keepsUndated = undated === 'with' || undated === 'only' || (undated === undefined && from === to);
  const { first, last } = columns;
  return (row) =>
    isDated(columns, row) ? undated !== 'only' && first[row]! <= high && last[row]! >= low : keepsUndated;
};

const boxTest = ({ lat, lon }: IncidentColumns, bbox: string | undefined): Test | null => {
  if (bbox === undefined) return null;
  const [west, south, east, north] = bbox.split(',').map(Number) as [number, number, number, number];
  // A box over the 180th meridian has its west east of its east.
  const between = west <= east ? (x: number) => west <= x && x <= east : (x: number) => x >= west || x <= east;
  return (row) => between(lon[row]!) && south <= lat[row]! && lat[row]! <= north;
};

const textTest = (columns: IncidentColumns, text: string | undefined): Test | null => {
  const words = fold(text ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return null;
  return (row) => words.every((word) => columns.text(row).includes(word));
};

/** All incidents under a filter: any value of a facet will do, all facets must. Rows come in order of date. */
export const select = (columns: IncidentColumns, filter: IncidentFilter): Selection => {
  const facets = FACETS.filter((name) => filter[name].length > 0);
  const tests = facets.map((name) => facetTest(columns, name, filter[name]));
  const others = [dateTest(columns, filter), boxTest(columns, filter.bbox), textTest(columns, filter.text)].filter(
    (test) => test !== null,
  );
  const rows: number[] = [];
  const without = new Map(facets.map((name) => [name, [] as number[]]));
  next: for (let row = 0; row < columns.incidents.length; row++) {
    let failed = -1;
    for (let i = 0; i < tests.length; i++)
      if (!tests[i]!(row)) {
        if (failed >= 0) continue next;
        failed = i;
      }
    for (const test of others) if (!test(row)) continue next;
    if (failed < 0) rows.push(row);
    else without.get(facets[failed]!)!.push(row);
  }
  return {
    rows: Uint32Array.from(rows),
    without: new Map([...without].map(([name, kept]) => [name, Uint32Array.from([...rows, ...kept])])),
  };
};
