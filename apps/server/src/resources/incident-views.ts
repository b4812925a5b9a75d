import { FACETS, type Facets, type MapPoints, type Timeline } from '@isnad/api';
import { isoDay } from '@isnad/model';
import { OPEN_FIRST, OPEN_LAST, UNDATED } from '../case/days.js';
import { entryIn } from '../case/entries.js';
import { isDated } from '../filter/columns.js';
import type { Handler } from '../http/handler.js';
import { selected } from './incidents.js';

const MOST_VALUES = 200;

export const incidentFacets: Handler<'incidentFacets'> = ({ query }, scene): Facets => {
  const columns = scene.columns();
  const { rows, without } = selected(scene, query);
  return {
    total: rows.length,
    facets: FACETS.map((facet) => {
      const { keys, at, of } = columns.facets[facet];
      const counts = new Uint32Array(keys.length);
      for (const row of without.get(facet) ?? rows) for (let i = at[row]!; i < at[row + 1]!; i++) counts[of[i]!]!++;
      const found = keys.flatMap((value, key) => (counts[key]! > 0 ? { value, count: counts[key]! } : []));
      // A value that is filtered on stays in sight, even where nothing is left of it.
      for (const value of query[facet]) if (!found.some((one) => one.value === value)) found.push({ value, count: 0 });
      found.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
      const asked = found.slice(MOST_VALUES).filter(({ value }) => query[facet].includes(value));
      const values = [...found.slice(0, MOST_VALUES), ...asked];
      return { facet, values, more: found.length - values.length };
    }),
  };
};

/** About a metre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

const numbered = () => {
  const numbers = new Map<string, number>();
  return {
    keys: () => [...numbers.keys()],
    of: (key: string): number => entryIn(numbers, key, () => numbers.size),
  };
};

export const incidentMap: Handler<'incidentMap'> = ({ query }, scene): MapPoints => {
  const columns = scene.columns();
  const { rows } = selected(scene, query);
  const placed = rows.filter((row) => !Number.isNaN(columns.lat[row]) && !Number.isNaN(columns.lon[row]));
  const [type, grade, place] = [numbered(), numbered(), numbered()];
  const day = (value: number): number | null => (value <= OPEN_FIRST || value >= OPEN_LAST ? null : value);
  const column = <T>(of: (row: number) => T): readonly T[] => Array.from(placed, of);
  const one = (row: number) => columns.incidents[row]!;
  return {
    total: rows.length,
    placed: placed.length,
    columns: {
      id: column((row) => one(row).id),
      lat: column((row) => rounded(columns.lat[row]!)),
      lon: column((row) => rounded(columns.lon[row]!)),
      precision: column((row) => one(row).place?.precision ?? 2),
      place: column((row) => place.of(scene.view.placeIds.shown(one(row).place!.id))),
      type: column((row) => type.of(one(row).type)),
      grade: column((row) => (one(row).grade ? grade.of(one(row).grade!.value) : -1)),
      first: column((row) => day(columns.first[row]!)),
      last: column((row) => day(columns.last[row]!)),
      reports: column((row) => one(row).reports),
      disputes: column((row) => one(row).disputes.length),
    },
    keys: { type: type.keys(), grade: grade.keys(), place: place.keys() },
  };
};

type Unit = Timeline['unit'];

const DAY_MS = 86_400_000;

/** First day of the bin that holds a day. */
const binOf = (day: number, unit: Unit): number => {
  if (unit === 'day') return day;
  // Weeks begin on Monday; day 0 was a Thursday.
  if (unit === 'week') return day - ((((day + 3) % 7) + 7) % 7);
  const date = new Date(day * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), unit === 'year' ? 0 : date.getUTCMonth(), 1) / DAY_MS;
};

const nextBin = (bin: number, unit: Unit): number => {
  if (unit === 'day') return bin + 1;
  if (unit === 'week') return bin + 7;
  const date = new Date(bin * DAY_MS);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return (unit === 'year' ? Date.UTC(year + 1, 0, 1) : Date.UTC(year, month + 1, 1)) / DAY_MS;
};

const unitFor = (days: number): Unit => (days <= 120 ? 'day' : days <= 800 ? 'week' : days <= 7_500 ? 'month' : 'year');
/** A date astray by a millennium must not make a million bins. */
const MOST_BINS = 1_000;

export const incidentTimeline: Handler<'incidentTimeline'> = ({ query }, scene): Timeline => {
  const columns = scene.columns();
  const { unit: asked, ...filter } = query;
  const { rows } = selected(scene, filter);
  const dated = rows.filter((row) => isDated(columns, row));
  const at = (row: number): number => {
    const first = columns.first[row]!;
    return first === OPEN_FIRST ? columns.last[row]! : first;
  };
  const days = Int32Array.from(dated, at);
  let [low, high] = [UNDATED, -UNDATED];
  for (const day of days) {
    low = Math.min(low, day);
    high = Math.max(high, day);
  }
  let unit: Unit = asked === 'auto' ? unitFor(high - low) : asked;
  while (unit !== 'year' && (high - low) / DAYS_OF[unit] > MOST_BINS) unit = COARSER[unit];
  const counts = new Map<number, { count: number; vague: number }>();
  days.forEach((day, i) => {
    const bin = binOf(day, unit);
    const found = entryIn(counts, bin, () => ({ count: 0, vague: 0 }));
    found.count++;
    if (columns.last[dated[i]!]! >= nextBin(bin, unit)) found.vague++;
  });
  return {
    unit,
    bins: [...counts]
      .sort(([a], [b]) => a - b)
      .map(([bin, { count, vague }]) => ({ from: isoDay(bin), to: isoDay(nextBin(bin, unit) - 1), count, vague })),
    undated: rows.length - dated.length,
  };
};

const DAYS_OF = { day: 1, week: 7, month: 30, year: 365 } as const;
const COARSER = { day: 'week', week: 'month', month: 'year' } as const;
