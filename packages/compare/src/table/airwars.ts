import { type Cell, cellReader } from './columns.js';
import type { TableForm } from './form.js';
import { pointIn, unreadDays } from './places.js';
import type { Counted, TableCount, TableRow } from './row.js';
import { countIn, daysIn, namesIn } from './values.js';

/** Kilometres by the first words of geolocation_accuracy; a point that is more exact is within five. */
const RADIUS: readonly (readonly [RegExp, number])[] = [
  [/province|governorate/i, 120],
  [/subdistrict/i, 25],
  [/district/i, 40],
];

const counted = (cell: Cell, what: string, measure: TableCount['measure'], whom: Counted): readonly TableCount[] => {
  const [low, high] = [countIn(cell(`${what}_min`)), countIn(cell(`${what}_max`))];
  const some = low ?? high;
  if (some === null) return [];
  return [{ measure, whom, low: (low ?? some).low, high: (high ?? some).high, zeroIsUnknown: true }];
};

/** Incidents in the fields of Airwars, as JSON or as a table of the same names. */
export const airwarsTable: TableForm = {
  id: 'airwars',
  isOf: (headings) => headings.has('civilians_killed_min') || headings.has('unique_reference_code'),
  rows: (cells, { dates }) => {
    const reader = cellReader(cells);
    const rows = cells.rows.map((row): TableRow => {
      const cell = reader(row);
      const accuracy = cell('geolocation_accuracy') ?? '';
      return {
        at: row.at,
        id: cell('unique_reference_code') ?? null,
        days: daysIn(cell('date') ?? '', dates),
        place: {
          names: ['location', 'place', 'village', 'town'].flatMap((heading) => cell(heading) ?? []),
          point: pointIn(cell('latitude'), cell('longitude')),
          radius: RADIUS.find(([words]) => words.test(accuracy))?.[1] ?? 5,
        },
        sides: ['belligerents', 'targeted_belligerents'].flatMap((heading) => namesIn(cell(heading))),
        types: [],
        counts: [
          ...counted(cell, 'civilians_killed', 'killed', 'civilians'),
          ...counted(cell, 'civilians_injured', 'wounded', 'civilians'),
          ...counted(cell, 'militants_killed', 'killed', 'fighters'),
        ],
      };
    });
    return { rows, notes: [...cells.notes, ...unreadDays(rows)] };
  },
  leavesOut: ({ incident }) => (incident.grade === null ? 'Airwars holds only harm to civilians' : null),
  sideNames: () => [],
  isNobody: (name) => name === 'Civilians',
  typeNames: () => null,
};
