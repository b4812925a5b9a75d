import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { CLAIMS } from '../../case.fixture.js';
import { exportCase } from '../export.js';
import { EXPORT } from '../form.fixture.js';
import { hxl } from './hxl.js';

const { files } = await exportCase(hxl, 'valley.csv', EXPORT);
const [headings, tags, ...rows] = parse(String(files.get('valley.csv'))) as string[][];
const column = (tag: string) => rows.map((row) => row[tags!.indexOf(tag)]!);

describe('HXL', () => {
  it('has a hashtag under each heading, as the standard writes them, and none twice', () => {
    expect(tags).toHaveLength(headings!.length);
    for (const tag of tags!) expect(tag).toMatch(/^#[A-Za-z][_0-9A-Za-z]*(?:\s*\+[A-Za-z][_0-9A-Za-z]*)*$/);
    expect(new Set(tags).size).toBe(tags!.length);
  });

  it('has dates that parse as dates and numbers that are numbers', () => {
    tags!.forEach((tag, at) => {
      for (const row of rows) {
        if (row[at] === '') continue;
        if (tag.startsWith('#date')) expect(row[at]).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        if (/^#(?:affected|geo)|\+num/.test(tag)) expect(Number(row[at])).not.toBeNaN();
      }
    });
  });

  it('has a row an incident that is told as having happened, with lowest and highest numbers', () => {
    expect(column('#event+code')).toEqual(
      EXPORT.record.incidents.flatMap(({ id, modality }) => (modality === 'denied' ? [] : [id])),
    );
    const strike = column('#event+code').indexOf(CLAIMS.strike.id);
    const of = (tag: string) => column(tag)[strike];
    expect([of('#affected+killed+min'), of('#affected+killed+max'), of('#affected+killed+children+min')]).toEqual([
      '5',
      '7',
      '2',
    ]);
    expect([of('#country+code'), of('#adm2+name'), of('#date+start')]).toEqual(['SYR', 'North District', '2019-03-01']);
  });
});
