import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exportCase } from '../export.js';
import { EXPORT } from '../form.fixture.js';
import { csvTables } from './csvTables.js';

type Row = Readonly<Record<string, string>>;

/** CSV on the Web: a group of tables, as far as this form uses it. */
const group = z.object({
  '@context': z.literal('http://www.w3.org/ns/csvw'),
  'dc:license': z.string(),
  tables: z.array(
    z.object({ url: z.string(), tableSchema: z.object({ columns: z.array(z.object({ titles: z.string() })) }) }),
  ),
});

const { files } = await exportCase(csvTables, 'tables', EXPORT);
const rows = (name: string): readonly Row[] => parse(String(files.get(name)), { columns: true });
const { record } = EXPORT;

describe('tables', () => {
  it('describes every column of every table in its order', () => {
    const { tables } = group.parse(JSON.parse(String(files.get('csv-metadata.json'))));
    expect([...files.keys()].sort()).toEqual(['csv-metadata.json', ...tables.map(({ url }) => url)].sort());
    for (const { url, tableSchema } of tables) {
      const [headings] = parse(String(files.get(url))) as string[][];
      expect(tableSchema.columns.map(({ titles }) => titles)).toEqual(headings);
    }
  });

  it('has a row for each incident, claim, report, check, dispute, point of a toll and time of control', () => {
    const ids = (name: string) => rows(name).map(({ id }) => id);
    expect(ids('incidents.csv')).toEqual(record.incidents.map(({ id }) => id));
    expect(ids('claims.csv')).toEqual(record.claims.map(({ id }) => id));
    expect(ids('reports.csv')).toEqual(record.reports.map(({ id }) => id));
    expect(ids('checks.csv')).toEqual(record.checks.map(({ id }) => id));
    expect(ids('disputes.csv')).toEqual(record.disputes.map(({ id }) => id));
    expect(rows('tolls.csv')).toHaveLength(record.tolls.flatMap(({ points }) => points).length);
    expect(rows('control.csv')).toHaveLength(record.control.flatMap(({ spans }) => spans).length);
  });

  it('gives figures and chains of sources back', () => {
    const figures = rows('claims.csv').filter(({ kind }) => kind === 'figure');
    const number = (cell: string | undefined) => (cell === '' ? null : Number(cell));
    expect(
      figures.map(({ id, measure, group: of, min, max, attribution }) => ({
        id,
        measure,
        group: of,
        min: number(min),
        max: number(max),
        attribution: attribution!.split('; '),
      })),
    ).toEqual(
      record.claims.flatMap((claim) => {
        if (claim.kind !== 'figure') return [];
        const { id, measure, group: of, min, max, attribution } = claim;
        return [{ id, measure, group: of, min, max, attribution }];
      }),
    );
  });

  it('writes a formula as a text', () => {
    expect(rows('disputes.csv')[0]!.explain_en).toBe("'=said, and denied by the government");
  });
});
