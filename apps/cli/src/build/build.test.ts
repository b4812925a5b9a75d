import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runIsnad, temporaryFolder } from '../command-line.fixture.js';
import { stages } from '../stages.js';

const episode = path.resolve(import.meta.dirname, '../../../../episodes/hajin-2018/reports');
const FILES = [
  'control.csv',
  'disputes.csv',
  'incidents.csv',
  'incidents.geojson',
  'index.html',
  'manifest.json',
  'record.json',
  'tolls.csv',
];

let here: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  here = temporaryFolder();
});
afterEach(() => here.remove());

const build = async (out: string, ...args: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const folder = path.join(here.folder, out);
  const { status, err } = await runIsnad(['build', ...args, '--out', folder], { stages });
  expect([status, err]).toEqual([0, expect.stringContaining('claims')]);
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
};

describe('isnad build, with the program’s own stages', () => {
  it('writes the same bytes wherever its input and output lie', async () => {
    const first = await build('one', episode, '--as-of', '2019-06-30');
    const copy = path.join(here.folder, 'elsewhere/hajin-2018/reports');
    mkdirSync(copy, { recursive: true });
    cpSync(episode, copy, { recursive: true });
    const second = await build('two', `${copy}/`, '--as-of', '2019-06-30');
    expect([...first.keys()].sort()).toEqual(FILES);
    for (const name of FILES) expect(second.get(name) === first.get(name), name).toBe(true);
    for (const [name, content] of first) expect(content.includes(here.folder), name).toBe(false);
  });

  it('writes the as-of day in the manifest, and nothing else changes with it for old reports', async () => {
    const june = await build('june', episode, '--as-of', '2019-06-30');
    const july = await build('july', episode, '--as-of', '2019-07-30');
    expect(JSON.parse(june.get('manifest.json')!)).toMatchObject({ as_of: '2019-06-30', case: 'hajin-2018' });
    expect(july.get('record.json')).toBe(june.get('record.json'));
    expect(july.get('manifest.json')).not.toBe(june.get('manifest.json'));
  });

  it('makes the same incidents of the lines of isnad read as of the reports', async () => {
    const files = readdirSync(episode).filter((name) => /^(?!11).*\.txt$/.test(name));
    const dated = path.join(here.folder, 'reports');
    mkdirSync(dated);
    for (const name of files) {
      cpSync(path.join(episode, name), path.join(dated, name));
      const sidecar = name.replace('.txt', '.meta.json');
      cpSync(path.join(episode, sidecar), path.join(dated, sidecar));
    }
    const { out: lines } = await runIsnad(['read', dated], { stages });
    const claims = here.write('claims.ndjson', lines);
    const read = await build('from-reports', dated, '--as-of', '2019-06-30');
    const given = await build('from-claims', '--claims', claims, '--texts', dated, '--as-of', '2019-06-30');
    const incidents = (files: ReadonlyMap<string, string>): unknown =>
      (JSON.parse(files.get('record.json')!) as { incidents: unknown }).incidents;
    expect(incidents(given)).toEqual(incidents(read));
  });
});
