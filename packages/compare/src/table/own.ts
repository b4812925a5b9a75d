import { note } from '@isnad/model';
import type { Cells } from './cells.js';
import { type Cell, cellReader } from './columns.js';
import type { TableForm } from './form.js';
import table from './headings.json' with { type: 'json' };
import { pointIn, unreadDays } from './places.js';
import type { Counted, TableCount, TableRow } from './row.js';
import { countIn, daysIn, namesIn } from './values.js';

export type Field = keyof typeof table.fields;

/** What columns of a table of one's own may hold. */
export const FIELDS = Object.keys(table.fields) as readonly Field[];

/** The heading of the column that holds a field. */
export type Columns = Readonly<Partial<Record<Field, string>>>;

/** A place is named and its area is not said: as far as the next town. */
const RADIUS = 10;

const folded = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[\u064b-\u0652\u0640]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** The columns of a table by their headings; those that a person names stand. */
export const ownColumns = (headings: readonly string[], given: Columns): Columns => {
  const byFold = new Map([...headings].reverse().map((heading) => [folded(heading), heading]));
  const found = FIELDS.flatMap((field) => {
    const heading = table.fields[field].map((name) => byFold.get(folded(name))).find((name) => name !== undefined);
    return heading === undefined ? [] : [[field, heading] as const];
  });
  return { ...Object.fromEntries(found), ...given };
};

const count = (
  of: (field: Field) => string | undefined,
  measure: TableCount['measure'],
  whom: Counted,
  fields: { readonly one: Field; readonly min?: Field; readonly max?: Field },
): readonly TableCount[] => {
  const [low, high] = [fields.min, fields.max].map((field) => (field === undefined ? null : countIn(of(field))));
  const one = countIn(of(fields.one)) ?? (low || high ? { low: (low ?? high)!.low, high: (high ?? low)!.high } : null);
  if (one === null) return [];
  return [
    {
      measure,
      whom,
      low: Math.min(one.low, low?.low ?? one.low),
      high: Math.max(one.high, high?.high ?? one.high),
      zeroIsUnknown: false,
    },
  ];
};

const rowOf = (at: number, cell: Cell, columns: Columns, dates: Parameters<typeof daysIn>[1]): TableRow => {
  const of = (field: Field) => (columns[field] === undefined ? undefined : cell(columns[field]));
  const first = daysIn(of('date') ?? '', dates);
  const last = daysIn(of('date_to') ?? '', dates) ?? first;
  return {
    at,
    id: of('id') ?? null,
    days: first && last && { first: first.first, last: Math.max(first.last, last.last) },
    place: {
      names: [...namesIn(of('place')), ...namesIn(of('area'))],
      point: pointIn(of('lat'), of('lon')),
      radius: RADIUS,
    },
    sides: [...namesIn(of('side')), ...namesIn(of('target'))].flatMap((names) => names.split(/[,،]\s*/)),
    types: namesIn(of('type')),
    counts: [
      ...count(of, 'killed', 'all', { one: 'killed', min: 'killed_min', max: 'killed_max' }),
      ...count(of, 'killed', 'civilians', { one: 'civilians_killed' }),
      ...count(of, 'wounded', 'all', { one: 'wounded', min: 'wounded_min', max: 'wounded_max' }),
    ],
  };
};

const missing = ({ headings }: Cells, columns: Columns) => {
  const unknown = Object.entries(columns).filter(([, heading]) => !headings.includes(heading));
  const lacking = (['date', 'place'] as const).filter(
    (field) => columns[field] === undefined && !(field === 'place' && columns.lat !== undefined),
  );
  return [
    ...unknown.map(([field, heading]) =>
      note(
        'compare/no-column',
        'error',
        `The table has no column "${heading}" for ${field}, but ${headings.join(', ')}. Name one of these.`,
      ),
    ),
    ...lacking.map((field) =>
      note(
        'compare/no-column',
        'error',
        `No column is known to hold the ${field}. Name it with --column ${field}=HEADING; the table has ${headings.join(', ')}.`,
      ),
    ),
  ];
};

/** A spreadsheet of one's own. */
export const ownTable: TableForm = {
  id: 'own',
  isOf: () => true,
  rows: (cells, { columns: given, dates }) => {
    const columns = ownColumns(cells.headings, given);
    const faults = missing(cells, columns);
    if (faults.length > 0) return { rows: [], notes: [...cells.notes, ...faults] };
    const reader = cellReader(cells);
    const rows = cells.rows.map((row) => rowOf(row.at, reader(row), columns, dates));
    return { rows, notes: [...cells.notes, ...unreadDays(rows)] };
  },
  leavesOut: () => null,
  isNobody: () => false,
  sideNames: () => [],
  typeNames: (type, words) => {
    const label = words.events.get(type)?.label;
    return label ? [label.ar, label.en, type] : [type];
  },
};
