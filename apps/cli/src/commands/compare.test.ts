import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ComparisonReport } from '@isnad/compare';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runIsnad, temporaryFolder } from '../command-line.fixture.js';
import { stages } from '../stages.js';

const episode = path.resolve(import.meta.dirname, '../../../../episodes/hajin-2018/reports');
let here: ReturnType<typeof temporaryFolder>;
let built: string;
beforeAll(async () => {
  here = temporaryFolder();
  built = path.join(here.folder, 'built');
  await runIsnad(['build', episode, '--out', built, '--as-of', '2019-06-30'], { stages });
});
afterAll(() => here.remove());

const run = (...args: readonly string[]) => runIsnad(['compare', built, ...args], { stages });
const exported = async (form: string, name: string): Promise<string> => {
  const out = path.join(here.folder, name);
  await runIsnad(['export', built, '--as', form, '--out', out], { stages });
  return out;
};
const report = async (...args: readonly string[]): Promise<ComparisonReport> =>
  JSON.parse((await run(...args)).out) as ComparisonReport;

describe('isnad compare', () => {
  it.each([
    ['acled', 'acled.csv'],
    ['ucdp', 'ucdp.csv'],
    ['airwars', 'airwars.json'],
  ])('finds its own export as %s in the record, row for row', async (form, name) => {
    const { table, counts, onlyInTable } = await report(await exported(form, name));
    expect(table.form).toBe(form);
    expect(counts.agree).toBeGreaterThan(0);
    // Where a car bomb is told by nobody, ACLED's row names another side; what UCDP sums up is no incident.
    expect(counts.differ).toBeLessThanOrEqual(2);
    // Nor can a row without a date be found again.
    for (const { why, row } of onlyInTable) expect(['no-date', 'summary'], `row ${row.row}`).toContain(why);
  });

  it('takes its own workbook in Arabic for a spreadsheet of one’s own', async () => {
    const { table, counts, onlyInTable } = await report(await exported('xlsx', 'valley.xlsx'), '--sheet', 'الحوادث');
    expect(table.form).toBe('own');
    expect(counts.differ).toBe(0);
    for (const { why, row } of onlyInTable) expect(['no-date', 'no-place'], `row ${row.row}`).toContain(why);
    expect(counts.agree).toBeGreaterThan(table.rows * 0.75);
  });

  it('finds what was changed in a table, and only that', async () => {
    const file = await exported('acled', 'changed.csv');
    const before = await report(file);
    const [headings, ...rows] = parse(readFileSync(file, 'utf8')) as string[][];
    const at = (name: string) => headings!.indexOf(name);
    const strike = rows.findIndex((row) => row[at('location')] === 'Al-Baqaan' && row[at('fatalities')] === '39');
    expect(strike).toBeGreaterThanOrEqual(0);
    rows[strike]![at('fatalities')] = '12';
    const [gone] = rows.splice(strike === 0 ? 1 : 0, 1);
    rows.push(
      gone!.map((cell, i) => (i === at('event_date') ? '2018-08-01' : i === at('event_id_cnty') ? 'SYR9' : cell)),
    );
    writeFileSync(
      file,
      [headings!, ...rows].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join()).join('\n'),
    );
    const after = await report(file);
    const killed = after.matched.filter(({ agrees }) => !agrees).flatMap(({ differences }) => differences);
    expect(killed).toContainEqual(expect.objectContaining({ what: 'killed', table: '12', slight: false }));
    expect(after.onlyInTable).toHaveLength(1);
    expect(after.onlyInTable[0]!.row.id).toBe('SYR9');
    expect(after.counts.onlyInRecord).toBeGreaterThanOrEqual(before.counts.onlyInRecord);
  });

  it('prints a table in either language, and no private name', async () => {
    const file = await exported('acled', 'shown.csv');
    const arabic = await run(file, '--format', 'table', '--language', 'ar');
    expect(arabic.out).toMatch(/^\d+ سطراً من جدول acled إزاء \d+ حادثة/);
    const english = await run(file, '--format', 'table');
    expect(english.out).toMatch(/^\d+ rows of acled against \d+ incidents: /);
    expect(arabic.out + english.out).not.toContain('سلوى العويد');
  });

  it('refuses what it cannot compare, each with its code', async () => {
    const file = here.write('own.csv', 'wann,wo\n2018-12-01,Hajin\n');
    const codes = async (...args: readonly string[]) => {
      const { status, err } = await run(...args);
      return [status, /\[([^\]]+)\]\s*$/.exec(err)?.[1]];
    };
    expect(await codes(path.join(here.folder, 'none.csv'))).toEqual([1, 'cli/no-table']);
    expect(await codes(file)).toEqual([1, 'compare/no-column']);
    expect(await codes(file, '--column', 'when=wann')).toEqual([1, 'cli/bad-column']);
    expect(await codes(file, '--column', 'date=when')).toEqual([1, 'compare/no-column']);
    expect(await codes(here.write('words.txt', 'words'))).toEqual([1, 'compare/no-table']);
    expect((await run(file, '--column', 'date=wann', '--column', 'place=wo')).status).toBe(0);
  });
});
