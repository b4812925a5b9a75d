import { parse } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { asOfDaysAfter, PRIVATE_NAME } from '../case.fixture.js';
import { exportCase } from './export.js';
import { CITATION, EXPORT, exportWith, LICENCE } from './form.fixture.js';
import { forms } from './forms.js';
import { opened } from './opened.fixture.js';

/** Everything that an export holds, as one text. */
const allOf = async (files: ReadonlyMap<string, string | Uint8Array>): Promise<string> =>
  (await Promise.all([...files].map(([file, content]) => opened(file, content)))).join('\n');

/** The cells of a table, or of all sheets of a workbook; null for a file that no spreadsheet opens. */
const cellsOf = async (file: string, content: string | Uint8Array): Promise<readonly unknown[] | null> => {
  if (file.endsWith('.csv')) return (parse(String(content)) as string[][]).flat();
  if (!file.endsWith('.xlsx')) return null;
  return (await readExcelFile(Buffer.from(content as Uint8Array))).flatMap(({ data }) => data.flat());
};

describe.each(forms)('the form $id', (form) => {
  const name = form.ending === null ? 'tables' : `valley${form.ending}`;
  const write = (input = EXPORT) => exportCase(form, name, input);

  it('writes the file that it was asked for, or tables in a folder', async () => {
    const { files } = await write();
    expect(files.size).toBeGreaterThan(0);
    if (form.ending !== null) expect([...files.keys()]).toContain(name);
    for (const file of files.keys()) expect(file).not.toMatch(/[/\\]/);
  });

  it('gives the same bytes for the same input', async () => {
    const [one, two] = [await write(), await write()];
    expect([...two.files.keys()]).toEqual([...one.files.keys()]);
    for (const [file, content] of one.files)
      expect(Buffer.from(two.files.get(file)!).equals(Buffer.from(content)), file).toBe(true);
    expect(two.losses).toEqual(one.losses);
  });

  it('covers names of private persons', async () => {
    expect(await allOf((await write()).files)).not.toMatch(/سلمى|الكريم/);
  });

  it('lets names through only when they are asked for, and never shows marks of the cover', async () => {
    const text = await allOf((await write({ ...EXPORT, names: true })).files);
    expect(await allOf((await write()).files)).not.toMatch(/[\ufdd0-\ufdd2]/);
    expect(text).not.toMatch(/[\ufdd0-\ufdd2]/);
  });

  it('gives sensitive places by their district', async () => {
    expect(await allOf((await write()).files)).not.toMatch(/تل الغزال|Tall al-Ghazal|35\.2345|40\.5432/);
  });

  it('holds back what is sensitive and too recent', async () => {
    const text = await allOf((await write(asOfDaysAfter(3) && { ...EXPORT, asOf: asOfDaysAfter(3).asOf })).files);
    expect(text).not.toMatch(/تعزيزات|reinforcement|Reinforcement/);
  });

  it('carries licence, citation and credits', async () => {
    const text = await allOf((await write()).files);
    expect(text).toContain(LICENCE);
    expect(text).toContain('Valley Documentation Centre');
    expect(CITATION).toContain('Valley Documentation Centre');
    expect(text).toContain('GeoNames');
  });

  it('says what it cannot hold, and says it in the export too', async () => {
    const { files, losses } = await write();
    expect(losses.length).toBeGreaterThan(0);
    const text = await allOf(files);
    for (const { what } of losses) expect(text).toContain(JSON.stringify(what).slice(1, -1));
  });

  it('opens no formula in a cell', async () => {
    const evil = EXPORT.record.incidents.map((one) => ({
      ...one,
      title: { ar: '=HYPERLINK("http://x")', en: '@SUM(A1)' },
      roots: ['+cmd|calc'],
    }));
    const reports = EXPORT.record.reports.map((one) => ({ ...one, outlet: '-2+3', title: '=1+1' }));
    const { files } = await write(exportWith({ incidents: evil, reports }));
    for (const [file, content] of files) {
      const texts = (await cellsOf(file, content))?.filter((cell) => typeof cell === 'string') ?? [];
      expect(texts.filter((cell) => /^[=+\-@\t\r＝＋－＠]/u.test(cell) && Number.isNaN(Number(cell)))).toEqual([]);
    }
  });

  it('quotes no more words than the policy allows', async () => {
    const [claim, ...others] = EXPORT.record.claims;
    const words = Array.from({ length: 60 }, (_, i) => `كلمة${i}`).join(' ');
    const long = { ...claim!, span: { start: 0, end: words.length, text: words } };
    const { files } = await write({ ...exportWith({ claims: [long, ...others] }), texts: new Map() });
    expect(await allOf(files)).not.toContain(words.split(' ').slice(0, 51).join(' '));
    expect(await allOf(files)).not.toContain(words.split(' ').slice(-51).join(' '));
  });

  it('takes an empty record', async () => {
    const empty = exportWith({
      reports: [],
      claims: [],
      incidents: [],
      tolls: [],
      control: [],
      checks: [],
      disputes: [],
    });
    expect((await write({ ...empty, texts: new Map(), readings: new Map() })).files.size).toBeGreaterThan(0);
  });

  it('keeps the private name out even of an address that holds it', async () => {
    const reports = EXPORT.record.reports.map((one) => ({ ...one, url: `https://example.org/${PRIVATE_NAME}` }));
    expect(await allOf((await write(exportWith({ reports }))).files)).not.toMatch(/سلمى/);
  });
});
