import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Reading } from '@isnad/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runIsnad, temporaryFolder } from './command-line.fixture.js';

// Invented: "Clashes broke out around the town on Friday." / "A convoy arrived in the town."
const CLASHES = 'دارت اشتباكات في محيط البلدة يوم الجمعة.';
const CONVOY = 'وصلت قافلة مساعدات إلى البلدة.';
const TABLE = `title,text,date\nاشتباكات,${CLASHES},2018-12-07\nقافلة,${CONVOY},2018-12-08\n`;

let here: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  here = temporaryFolder();
});
afterEach(() => here.remove());

describe('a file of many reports', () => {
  it('is read as a line a report, in order, each under its own path', async () => {
    const table = here.write('reports.csv', TABLE);
    const text = here.write('a.txt', CLASHES);
    const { status, lines } = await runIsnad(['read', table, text]);
    expect(status).toBe(0);
    expect(lines.map((line) => (line as Reading).report.path)).toEqual([`${table}!/2`, `${table}!/3`, text]);
    expect(lines[0]).toMatchObject({ report: { published: { edtf: '2018-12-07' } } });
  });

  it('takes the columns from its sidecar', async () => {
    const table = here.write('posts.csv', `a,b\nx,${CLASHES}\n`);
    expect((await runIsnad(['read', table])).err).toContain('[archive/no-text-column]');
    here.write('posts.meta.json', '{"columns":{"text":"b"},"outlet":"الفرات الآن"}');
    const { status, lines } = await runIsnad(['read', table]);
    expect(status).toBe(0);
    expect(lines).toMatchObject([{ report: { path: `${table}!/2`, outlet: 'الفرات الآن' } }]);
  });

  it('that lies in a folder and holds no reports is passed over; named, it is an error', async () => {
    mkdirSync(path.join(here.folder, 'reports'));
    here.write('reports/a.txt', CLASHES);
    const table = here.write('reports/incidents.csv', 'id,lat\n1,35\n');
    const inFolder = await runIsnad(['read', path.join(here.folder, 'reports')]);
    expect([inFolder.status, inFolder.lines.length]).toEqual([0, 1]);
    const named = await runIsnad(['read', table]);
    expect([named.status, named.lines.length]).toEqual([1, 1]);
  });

  it('goes into a record under paths that name no folder, its own hash among the inputs', async () => {
    mkdirSync(path.join(here.folder, 'reports'));
    here.write('reports/reports.csv', TABLE);
    here.write('reports/a.txt', CLASHES);
    const out = path.join(here.folder, 'record');
    const { status } = await runIsnad(['build', path.join(here.folder, 'reports'), '--out', out]);
    expect(status).toBe(0);
    const record = readFileSync(path.join(out, 'record.json'), 'utf8');
    expect(JSON.parse(record)).toMatchObject({
      reports: [{ path: 'a.txt' }, { path: 'reports.csv!/2' }, { path: 'reports.csv!/3' }],
    });
    expect(record).not.toContain(here.folder);
  });

  it('is explained by the path of one of its reports', async () => {
    const table = here.write('reports.csv', TABLE);
    const { out } = await runIsnad(['explain', `${table}!/3:7`]);
    expect(out).toContain(`at 7: ${CONVOY[0]}`);
    const gone = await runIsnad(['explain', `${table}!/9:1`]);
    expect([gone.status, gone.err]).toEqual([1, expect.stringContaining('[cli/bad-place]')]);
  });
});
