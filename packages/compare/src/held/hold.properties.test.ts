import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableForms } from '../table/forms.js';
import type { TableRow } from '../table/row.js';
import { incident, RECORD, WORDS } from '../valley.fixture.js';
import { hold } from './hold.js';

const DAY = 17_950;
const incidents = fc
  .array(
    fc.record({
      day: fc.option(fc.integer({ min: 0, max: 20 })),
      at: fc.constantFrom('ayn', 'rummana', 'far', 'nowhere'),
      type: fc.constantFrom('air-strike', 'armed-clash', 'capture'),
      modality: fc.constantFrom('asserted', 'denied', 'planned'),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(({ day, at, type, modality }, i) =>
      incident(`c:${i}`, {
        at,
        type,
        modality: modality as 'asserted',
        date: day === null ? null : new Date((DAY + day) * 86_400_000).toISOString().slice(0, 10),
      }),
    ),
  );
const rows = fc
  .array(
    fc.record({
      day: fc.option(fc.integer({ min: -40, max: 60 })),
      length: fc.integer({ min: 0, max: 40 }),
      name: fc.constantFrom('Ayn al-Rayhan', 'Rummana', 'North District', 'Nowhere', ''),
      lat: fc.option(fc.double({ min: -90, max: 90, noNaN: true })),
      side: fc.constantFrom('Plain Faction', 'Military Forces of Syria', 'Somebody', ''),
      low: fc.nat(20),
      isSummary: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(
      ({ day, length, name, lat, side, low, isSummary }, i): TableRow => ({
        at: i + 2,
        id: null,
        days: day === null ? null : { first: DAY + day, last: DAY + day + length },
        place: { names: name === '' ? [] : [name], point: lat === null ? null : { lat, lon: 40.4 }, radius: 5 },
        sides: side === '' ? [] : [side],
        types: [],
        counts: [{ measure: 'killed', whom: 'all', low, high: low + 2, zeroIsUnknown: low % 2 === 0 }],
        isSummary,
      }),
    ),
  );

const claims = Array.from({ length: 12 }, (_, i) => ({ ...RECORD.claims[0]!, id: `c:${i}` }));

describe.each(tableForms)('a record held against a table of $id', (form) => {
  it('loses no row and no incident, and counts none twice', () => {
    fc.assert(
      fc.property(incidents, rows, (told, table) => {
        const { matched, onlyInTable, onlyInRecord, notForTable } = hold(
          { incidents: told, claims },
          table,
          form,
          WORDS,
        );
        const placedRows = [
          ...matched.flatMap(({ row, rowsBeside }) => [row.at, ...rowsBeside]),
          ...onlyInTable.map(({ row }) => row.at),
        ];
        const placedIncidents = [
          ...matched.flatMap(({ incident: id, incidentsBeside }) => [id, ...incidentsBeside]),
          ...onlyInRecord.map(({ incident: id }) => id),
          ...[...notForTable.values()].flat(),
        ];
        expect(placedRows.sort((a, b) => a - b)).toEqual(table.map(({ at }) => at));
        expect(placedIncidents.sort()).toEqual(told.map(({ id }) => id).sort());
      }),
      { numRuns: 150 },
    );
  });

  it('finds the same whatever the order of the rows', () => {
    fc.assert(
      fc.property(incidents, rows, (told, table) => {
        const pairs = (of: readonly TableRow[]) =>
          hold({ incidents: told, claims }, of, form, WORDS)
            .matched.map(({ row, incident: id }) => `${row.at} ${id}`)
            .sort();
        expect(pairs([...table].reverse())).toEqual(pairs(table));
      }),
      { numRuns: 80 },
    );
  });
});
