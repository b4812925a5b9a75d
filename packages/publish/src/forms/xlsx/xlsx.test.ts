import { strFromU8, unzipSync } from 'fflate';
import readExcelFile, { type SheetData } from 'read-excel-file/node';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { publicCase } from '../../policy/publicCase.js';
import { exportCase } from '../export.js';
import { EXPORT, exportWith } from '../form.fixture.js';
import { MOST_IN_CELL } from './workbook.js';
import { xlsx } from './xlsx.js';

const { record } = publicCase(EXPORT);
const write = async (input = EXPORT) => (await exportCase(xlsx, 'valley.xlsx', input)).files.get('valley.xlsx');
const bytes = Buffer.from((await write()) as Uint8Array);
const sheets = new Map((await readExcelFile(bytes)).map(({ sheet, data }) => [sheet, data]));
const column = (sheet: string, heading: string): readonly unknown[] => {
  const [headings, ...rows] = sheets.get(sheet)!;
  const at = headings!.indexOf(heading);
  expect(at, `${heading} in ${sheet}`).toBeGreaterThanOrEqual(0);
  return rows.map((row) => row[at] ?? null);
};

const TABLES = ['About', 'Incidents', 'Running counts', 'Control', 'Disputes', 'Checks', 'Claims', 'Reports'] as const;
const ARABIC = ['عن الملف', 'الحوادث', 'الحصائل', 'السيطرة', 'الخلافات', 'الفحوص', 'الأقوال', 'التقارير'] as const;

afterEach(() => void vi.useRealTimers());

describe('a workbook', () => {
  it('has the same bytes on another day', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(new Date(2031, 4, 6, 7, 8, 9));
    expect(Buffer.from((await write()) as Uint8Array).equals(bytes)).toBe(true);
  });

  it('has every table in Arabic and in English', () => {
    expect([...sheets.keys()]).toEqual([...ARABIC, ...TABLES]);
    for (const [i, name] of TABLES.entries()) {
      const size = (data: SheetData | undefined) => [data!.length, data![0]!.length];
      expect(size(sheets.get(ARABIC[i]!)), name).toEqual(size(sheets.get(name)));
    }
  });

  it('lays out the Arabic sheets, and no others, from the right', () => {
    const parts = unzipSync(bytes);
    const views = [...TABLES, ...ARABIC].map((_, i) => strFromU8(parts[`xl/worksheets/sheet${i + 1}.xml`]!));
    expect(views.map((xml) => /<sheetView [^>]*rightToLeft="1"/.test(xml))).toEqual([
      ...ARABIC.map(() => true),
      ...TABLES.map(() => false),
    ]);
    expect(views.filter((xml) => /tabSelected="1"/.test(xml))).toHaveLength(1);
  });

  it('gives the record back: ids, titles, numbers', () => {
    expect(column('Incidents', 'Id')).toEqual(record.incidents.map(({ id }) => id));
    expect(column('الحوادث', 'ما حدث')).toEqual(record.incidents.map(({ title }) => title.ar));
    expect(column('Incidents', 'Independent sources')).toEqual(record.incidents.map(({ independent }) => independent));
    const points = record.tolls.flatMap((toll) => toll.points);
    expect(column('Running counts', 'Lowest')).toEqual(points.map(({ min }) => min));
    expect(column('Running counts', 'Approximate')).toEqual(points.map(({ approximate }) => approximate));
    expect(column('Claims', 'Id')).toEqual(record.claims.map(({ id }) => id));
    expect(column('Reports', 'Id: SHA-256 of its bytes')).toEqual(record.reports.map(({ id }) => id));
  });

  it('says dates, sides and places in the language of the sheet', () => {
    expect(column('الحوادث', 'الفاعل')).not.toEqual(column('Incidents', 'By'));
    expect(column('الخلافات', 'الشرح').join()).toMatch(/\p{Script=Arabic}/u);
    for (const type of column('Incidents', 'Type')) expect(type).not.toMatch(/\p{Script=Arabic}/u);
  });

  it('writes a formula, a date and a long number as the text that they are', async () => {
    const titles = ['=1+1', '2019-06-05', '0012345678901234567890', '\tx', 'x'.repeat(MOST_IN_CELL + 5)];
    const reports = titles.map((title, i) => ({ ...record.reports[0]!, id: `sha256:${i}`, title }));
    const content = await write(exportWith({ reports, claims: [], incidents: [], tolls: [], control: [] }));
    const parts = unzipSync(content as Uint8Array);
    for (const [name, part] of Object.entries(parts))
      if (/worksheets/.test(name)) expect(strFromU8(part)).not.toMatch(/<f>/);
    const again = new Map(
      (await readExcelFile(Buffer.from(content as Uint8Array))).map(({ sheet, data }) => [sheet, data]),
    );
    const [headings, ...rows] = again.get('Reports')!;
    expect(rows.map((row) => row[headings!.indexOf('Title')])).toEqual([
      "'=1+1",
      '2019-06-05',
      '0012345678901234567890',
      "'\tx",
      'x'.repeat(MOST_IN_CELL),
    ]);
  });
});
