import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { forms } from '@isnad/publish';
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

const run = (...args: readonly string[]) => runIsnad(['export', ...args], { stages });

describe('isnad export', () => {
  it.each(forms)('writes a built record as $id, without a private name', async ({ id, ending }) => {
    const out = path.join(here.folder, `${id}${ending ?? ''}`);
    const { status, err } = await run(built, '--as', id, '--out', out, '--texts', episode);
    expect([status, err]).toEqual([0, expect.stringContaining('[export/loss]')]);
    expect(err).toContain(`12 reports as ${id}`);
    const files = ending === null ? readdirSync(out).map((name) => path.join(out, name)) : [out];
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      expect(text).not.toContain('سلوى العويد');
      expect(text).not.toContain(here.folder);
    }
  });

  it('takes the record.json as well as its folder, and gives the same bytes', async () => {
    const [one, two] = ['one.csv', 'two/one.csv'].map((name) => path.join(here.folder, name));
    await run(built, '--as', 'acled', '--out', one!);
    const second = await run(path.join(built, 'record.json'), '--as', 'acled', '--out', two!);
    expect([second.status, second.err]).toEqual([1, expect.stringContaining('cli/unwritable-output')]);
    await run(path.join(built, 'record.json'), '--as', 'acled', '--out', `${one}2`);
    expect(readFileSync(`${one}2`, 'utf8')).toBe(readFileSync(one!, 'utf8'));
  });

  it('refuses a record that does not say whose names are to be covered, and a folder that holds none', async () => {
    const { private_persons: _, ...old } = JSON.parse(readFileSync(path.join(built, 'record.json'), 'utf8')) as {
      private_persons: unknown;
    };
    const file = here.write('old.json', JSON.stringify(old));
    const out = path.join(here.folder, 'old.csv');
    expect((await run(file, '--as', 'acled', '--out', out)).err).toContain('cli/no-persons');
    expect((await run(file, '--as', 'acled', '--out', out, '--names')).status).toBe(0);
    expect((await run(here.folder, '--as', 'acled', '--out', out)).err).toContain('cli/no-record');
    expect((await run(here.write('bad.json', '{'), '--as', 'acled', '--out', out)).err).toContain('cli/no-record');
  });

  it('writes no tables among files of others', async () => {
    const { status, err } = await run(built, '--as', 'csv', '--out', here.folder);
    expect([status, err]).toEqual([1, expect.stringContaining('cli/foreign-folder')]);
    expect(existsSync(path.join(here.folder, 'incidents.csv'))).toBe(false);
  });

  it('names the forms when it does not know one', async () => {
    const { status, err } = await run(built, '--as', 'excel', '--out', 'x');
    expect([status, err]).toEqual([1, expect.stringContaining('acled')]);
  });
});
