import { acledEventOf, acledName, acledTypesOf } from '@isnad/publish';
import { cellReader } from './columns.js';
import type { TableForm } from './form.js';
import { pointIn, unreadDays } from './places.js';
import type { TableRow } from './row.js';
import { countIn, daysIn, namesIn, widened } from './values.js';

/** ACLED gives the middle of the days that it does not know: of a week, of a month (codebook). */
const SLACK: Readonly<Record<string, number>> = { '1': 0, '2': 3, '3': 15 };
/** Kilometres: the named town, near it or a part of its district, a larger region. */
const RADIUS: Readonly<Record<string, number>> = { '1': 5, '2': 25, '3': 80 };

/** ACLED writes the years of a government behind its name: they differ between extracts. */
const withoutYears = (name: string): string => name.replace(/\s*\(\d{4}-(?:\d{4})?\)\s*$/, '');

/** A table in ACLED's columns, of the export tool or of the API. */
export const acledTable: TableForm = {
  id: 'acled',
  isOf: (headings) => headings.has('event_id_cnty') || (headings.has('sub_event_type') && headings.has('actor1')),
  rows: (cells, { dates }) => {
    const reader = cellReader(cells);
    const rows = cells.rows.map((row): TableRow => {
      const cell = reader(row);
      const day = daysIn(cell('event_date') ?? '', dates);
      const fatalities = countIn(cell('fatalities'));
      return {
        at: row.at,
        id: cell('event_id_cnty') ?? null,
        days: day && widened(day, SLACK[cell('time_precision') ?? '1'] ?? 0),
        place: {
          names: ['location', 'admin3', 'admin2', 'admin1'].flatMap((heading) => cell(heading) ?? []),
          point: pointIn(cell('latitude'), cell('longitude')),
          radius: RADIUS[cell('geo_precision') ?? '1'] ?? 25,
        },
        sides: ['actor1', 'assoc_actor_1', 'actor2', 'assoc_actor_2'].flatMap((heading) =>
          namesIn(cell(heading)).map(withoutYears),
        ),
        types: ['sub_event_type', 'event_type'].flatMap((heading) => cell(heading) ?? []).slice(0, 1),
        counts: fatalities ? [{ measure: 'killed', whom: 'all', ...fatalities, zeroIsUnknown: true }] : [],
      };
    });
    return { rows, notes: [...cells.notes, ...unreadDays(rows)] };
  },
  leavesOut: ({ incident, isCountry }) => {
    if (acledTypesOf(incident.type) === null) return 'ACLED does not code what happened';
    if (isCountry) return 'ACLED codes no event that is known to the country only';
    return null;
  },
  sideNames: (id, country, words) => {
    const name = country === undefined ? null : acledName(id, country, words);
    return name === null ? [] : [withoutYears(name)];
  },
  isNobody: (name) => /^(?:Unidentified|Civilians|Protesters|Rioters)\b/.test(name),
  typeNames: (type) => {
    const subs = acledTypesOf(type) ?? [];
    return [...subs, ...new Set(subs.flatMap((sub) => acledEventOf(sub) ?? []))];
  },
};
