import { isArmedForUcdp, ucdpName } from '@isnad/publish';
import { cellReader } from './columns.js';
import type { TableForm } from './form.js';
import { pointIn, unreadDays } from './places.js';
import type { TableCount, TableRow } from './row.js';
import { countIn, daysIn } from './values.js';

/** Kilometres by where_prec: the place, within 25 km, a district, a governorate, a river or region, a country, a sea. */
const RADIUS: Readonly<Record<string, number>> = { '1': 5, '2': 25, '3': 40, '4': 120, '5': 80, '6': 400, '7': 400 };

/** A table in the columns of UCDP GED. */
export const ucdpTable: TableForm = {
  id: 'ucdp',
  isOf: (headings) => headings.has('type_of_violence') && headings.has('date_start') && headings.has('side_a'),
  rows: (cells, { dates }) => {
    const reader = cellReader(cells);
    const rows = cells.rows.map((row): TableRow => {
      const cell = reader(row);
      const first = daysIn(cell('date_start') ?? '', dates);
      const last = daysIn(cell('date_end') ?? '', dates) ?? first;
      const [low, best, high] = ['low', 'best', 'high'].map((heading) => countIn(cell(heading))?.low ?? null);
      const all: readonly TableCount[] =
        best == null
          ? []
          : [
              {
                measure: 'killed',
                whom: 'all',
                low: Math.min(low ?? best, best),
                high: Math.max(high ?? best, best),
                zeroIsUnknown: false,
              },
            ];
      return {
        at: row.at,
        id: cell('id') ?? null,
        days: first && last && { first: first.first, last: Math.max(first.last, last.last) },
        place: {
          names: ['where_coordinates', 'adm_2', 'adm_1'].flatMap((heading) => cell(heading) ?? []),
          point: pointIn(cell('latitude'), cell('longitude')),
          radius: RADIUS[cell('where_prec') ?? '1'] ?? 25,
        },
        sides: ['side_a', 'side_b'].flatMap((heading) => cell(heading) ?? []),
        types: [],
        counts: all,
        isSummary: cell('event_clarity') === '2',
      };
    });
    return { rows, notes: [...cells.notes, ...unreadDays(rows)] };
  },
  leavesOut: ({ incident, killed }) => {
    if (!isArmedForUcdp(incident.type)) return 'UCDP counts only uses of armed force';
    if (killed === 0) return 'UCDP counts only events in which somebody was killed';
    return null;
  },
  sideNames: (id, country, words) => {
    const name = country === undefined ? null : ucdpName(id, country, words);
    return name === null ? [] : [name];
  },
  isNobody: (name) => name === 'Civilians',
  typeNames: () => null,
};
