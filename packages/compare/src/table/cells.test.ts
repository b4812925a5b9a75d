import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { readCells } from './cells.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const codes = async (bytes: Uint8Array, sheet?: string) =>
  (await readCells(bytes, sheet)).notes.map(({ code }) => code);

describe('cells of a table', () => {
  it.each([',', ';', '\t'])('reads CSV parted by %j', async (by) => {
    const text = `\ufeffdate${by}place\r\n2019-03-01${by}"Ayn${by}x"\r\n\r\n`;
    expect(await readCells(utf8(text))).toEqual({
      headings: ['date', 'place'],
      rows: [{ at: 2, cells: ['2019-03-01', `Ayn${by}x`] }],
      notes: [],
    });
  });

  it('passes over hashtags of HXL and the apostrophe before a formula', async () => {
    const { rows } = await readCells(utf8("date,place\n#date,#loc+name\n2019-03-01,'=Ayn\n"));
    expect(rows).toEqual([{ at: 3, cells: ['2019-03-01', '=Ayn'] }]);
  });

  it('reads a sheet by its name, dates as days', async () => {
    const sheet = (name: string) => ({
      sheet: name,
      data: [
        ['التاريخ', 'القتلى'],
        [{ value: new Date(Date.UTC(2019, 2, 1)), type: Date, format: 'yyyy-mm-dd' }, 5],
      ],
    });
    const bytes = await writeExcelFile([{ ...sheet('one'), data: [['x', 'y']] }, sheet('الثاني')]).toBuffer();
    expect((await readCells(bytes)).headings).toEqual(['x', 'y']);
    expect(await readCells(bytes, 'الثاني')).toEqual({
      headings: ['التاريخ', 'القتلى'],
      rows: [{ at: 2, cells: ['2019-03-01', '5'] }],
      notes: [],
    });
    expect(await codes(bytes, 'third')).toEqual(['compare/no-sheet']);
  });

  it('refuses what is no table', async () => {
    expect(await codes(utf8('{"about": 1}'))).toEqual(['compare/no-table']);
    expect(await codes(utf8('{"incidents": [}'))).toEqual(['compare/no-table']);
    expect(await codes(utf8('just words'))).toEqual(['compare/no-table']);
    expect(await codes(utf8(''))).toEqual(['compare/no-table']);
    expect(await codes(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2]))).toEqual(['compare/no-table']);
    expect(await codes(utf8('PK\u0003\u0004 torn'))).toEqual(['compare/no-table']);
  });

  it('refuses a workbook that unpacks to more than it may, however small it is packed', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(300 * 1024 * 1024) }, { level: 1 });
    expect(bomb.length).toBeLessThan(4_000_000);
    expect(await codes(bomb)).toEqual(['compare/bomb']);
  });

  it('expands no entities of a workbook’s own', async () => {
    const lol = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}"><!ENTITY b "&a;&a;&a;&a;">]>`;
    const parts = {
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml': `${lol}<workbook><sheets><sheet name="&b;" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': '<Relationships/>',
    };
    const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
    const { notes, headings } = await readCells(bytes);
    expect(JSON.stringify([notes, headings])).not.toContain('haha');
  });
});
