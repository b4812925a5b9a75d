import { cpSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openCase } from '@isnad/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runIsnad, temporaryFolder } from '../command-line.fixture.js';
import { stages } from '../stages.js';

const EPISODE = fileURLToPath(new URL('../../../../episodes/hajin-2018/reports', import.meta.url));

describe('a case on the command line', () => {
  let here: ReturnType<typeof temporaryFolder>;
  let folder: string;
  beforeEach(async () => {
    here = temporaryFolder();
    folder = path.join(here.folder, 'matn');
    expect((await runIsnad(['init', folder])).status).toBe(0);
  });
  afterEach(() => here.remove());

  const reportsIn = async () => {
    const store = await openCase(folder);
    const reports = await store.reports.list();
    await store.close();
    return reports;
  };

  it('takes in files and folders of every form, under names that stay the same', async () => {
    here.write('in.txt', 'قصف رصيف');
    cpSync(EPISODE, path.join(here.folder, 'reports'), { recursive: true });
    here.write('reports/table.csv', 'text,date\nنبأ أول,2020-01-01\nنبأ ثان,2020-01-02\n');
    const add = ['add', folder, path.join(here.folder, 'in.txt'), path.join(here.folder, 'reports')];
    const first = await runIsnad(add);
    expect(first.err).toContain('14 files, 0 of them known: 15 new reports; 15 in');
    expect((await runIsnad(add)).err).toContain('14 files, 14 of them known: 0 new reports; 15 in');
    const listed = await reportsIn();
    expect(listed.map(({ path: name }) => name)).toContain('table.csv!/3');
    expect(listed.find(({ path: name }) => name === '02-operation-begins.txt')!.outlet).not.toBeNull();
  });

  it('says what could not be read, and takes in the rest', async () => {
    here.write('in/empty.txt', '');
    here.write('in/good.txt', 'قصف رصيف');
    here.write('in/photo.jpg', Uint8Array.of(0xff, 0xd8, 0xff));
    const { status, err } = await runIsnad(['add', folder, path.join(here.folder, 'in')]);
    expect(status).toBe(1);
    expect(err).toMatch(/empty\.txt: error: .*\[archive\/empty\]/);
    expect(await reportsIn()).toHaveLength(1);
  });

  it('builds what a build of the folder would', async () => {
    cpSync(EPISODE, path.join(here.folder, 'in', 'matn'), { recursive: true });
    await runIsnad(['add', folder, path.join(here.folder, 'in', 'matn')], { stages });
    const [fromCase, fromFolder] = ['a', 'b'].map((name) => path.join(here.folder, name)) as [string, string];
    const asOf = ['--as-of', '2019-06-30'];
    const first = await runIsnad(['build', folder, '--out', fromCase, ...asOf], { stages });
    expect([first.status, first.err]).toEqual([0, expect.stringContaining('12 reports')]);
    await runIsnad(['build', path.join(here.folder, 'in', 'matn'), '--out', fromFolder, ...asOf], { stages });
    for (const name of ['record.json', 'index.html', 'manifest.json', 'incidents.csv'])
      expect(readFileSync(path.join(fromCase, name), 'utf8')).toBe(readFileSync(path.join(fromFolder, name), 'utf8'));
    // The second time the record is the kept one.
    await runIsnad(['build', folder, '--out', fromFolder, ...asOf], { stages });
    expect(readFileSync(path.join(fromCase, 'record.json'), 'utf8')).toBe(
      readFileSync(path.join(fromFolder, 'record.json'), 'utf8'),
    );
    const out = path.join(here.folder, 'annotations.json');
    const exported = await runIsnad(['export', folder, '--as', 'annotations', '--out', out], { stages });
    expect([exported.status, exported.err]).toEqual([0, expect.stringContaining('12 reports as annotations')]);
  });

  it('is searched by words in any form, with the hits marked', async () => {
    here.write('in/a.txt', 'قـ.ـصف على مدرسةٍ');
    here.write('in/b.txt', 'هدوء في رصيف');
    await runIsnad(['add', folder, path.join(here.folder, 'in')]);
    const { lines, err } = await runIsnad(['search', folder, 'القصف', 'المدرسة']);
    expect(lines).toMatchObject([
      { report: { path: 'a.txt' }, marks: [{ start: 0, end: 6, text: 'قـ.ـصف' }, { text: 'مدرسةٍ' }] },
    ]);
    expect(err).toBe('isnad: 1 reports\n');
  });

  it('signs the custody log with who did it', async () => {
    here.write('a.txt', 'قصف رصيف');
    await runIsnad(['add', folder, path.join(here.folder, 'a.txt'), '--by', 'ليلى']);
    const store = await openCase(folder);
    expect(new Set((await store.custody.list()).slice(1).map(({ by }) => by))).toEqual(new Set(['ليلى']));
    await store.close();
  });

  it('takes decisions, all of a file or none, and applies them when it is built', async () => {
    here.write('in/a.txt', 'قصف رصيف');
    await runIsnad(['add', folder, path.join(here.folder, 'in')]);
    const line = (id: string, by = 'editor') =>
      `${JSON.stringify({ id, at: '2020-01-01T00:00:00Z', by, kind: 'accept', about: ['c:1'], reason: 'seen' })}\n`;
    const file = here.write('d.ndjson', line('d:1') + line('d:2'));
    expect((await runIsnad(['decide', folder, file])).err).toContain('2 decisions added, 2 in');
    expect((await runIsnad(['decide', folder, file])).err).toContain('0 decisions added, 2 in');
    const other = here.write('e.ndjson', line('d:3') + line('d:2', 'somebody else'));
    expect((await runIsnad(['decide', folder, other])).err).toContain('[store/conflict]');
    const store = await openCase(folder);
    expect((await store.decisions.list()).map(({ id }) => id)).toEqual(['d:1', 'd:2']);
    await store.close();
    expect((await runIsnad(['verify', folder])).status).toBe(0);
  });

  it('says when the sidecar of a file that is there has changed', async () => {
    const file = here.write('in/a.txt', 'قصف رصيف');
    here.write('in/a.meta.json', '{"outlet":"رصيف"}');
    await runIsnad(['add', folder, file]);
    here.write('in/a.meta.json', '{"outlet":"منبر"}');
    expect((await runIsnad(['add', folder, file])).err).toContain('[cli/said-otherwise]');
    expect((await reportsIn())[0]!.outlet).toBe('رصيف');
  });

  it('is verified, and the first broken link is named', async () => {
    here.write('in/a.txt', 'قصف رصيف');
    here.write('in/b.txt', 'هدوء في رصيف');
    await runIsnad(['add', folder, path.join(here.folder, 'in')]);
    const whole = await runIsnad(['verify', folder]);
    expect([whole.status, whole.err]).toEqual([
      0,
      expect.stringMatching(/is whole: 2 reports, 11 lines of custody\n.*[0-9a-f]{64}\n$/),
    ]);
    expect((await runIsnad(['verify', folder, '--last', /[0-9a-f]{64}/.exec(whole.err)![0]])).status).toBe(0);
    rmSync(path.join(folder, 'bytes'), { recursive: true });
    const { status, err } = await runIsnad(['verify', folder]);
    expect([status, err]).toEqual([
      1,
      expect.stringMatching(/first broken link: .*a\.txt.* are gone \[verify\/bytes\]\n.*1 more/),
    ]);
    expect((await runIsnad(['verify', folder, '--all'])).err).toContain('b.txt');
  });

  it('lets go of a report or a person for good, once it was said twice', async () => {
    here.write('in/a.txt', 'قتل سمير النحاس');
    here.write('in/b.txt', 'هدوء في رصيف');
    await runIsnad(['add', folder, path.join(here.folder, 'in')]);
    const ask = ['expunge', folder, '--person', 'سمير النحاس', '--reason', 'asked'];
    const asked = await runIsnad(ask);
    expect([asked.status, asked.err]).toEqual([
      1,
      expect.stringMatching(/would block the name in 1 reports.*\n {2}a\.txt\n.*--yes/),
    ]);
    expect((await reportsIn())[0]!.title).toBe('قتل سمير النحاس');
    expect((await runIsnad([...ask, '--yes'])).err).toContain('the name in 1 more, 1 files');
    expect((await reportsIn())[0]!.title).toBe('قتل ████ ██████');
    const report = ['expunge', folder, '--report', 'b.txt', '--reason', 'asked', '--yes'];
    expect((await runIsnad(report)).err).toContain('1 reports');
    expect((await reportsIn()).map(({ state }) => state)).toEqual(['kept', 'expunged']);
    expect((await runIsnad(['verify', folder])).status).toBe(0);
  });

  it.each([
    ['expunge nothing', () => ['expunge', folder, '--reason', 'r'], 'cli/nothing-named'],
    ['expunge no report', () => ['expunge', folder, '--report', 'x', '--reason', 'r'], 'cli/no-such-report'],
    ['init', () => ['init', folder], 'cli/case-exists'],
    ['init in a folder of other things', () => ['init', path.dirname(here.write('x/y.txt', ''))], 'store/exists'],
    ['add to no case', () => ['add', here.folder, here.write('a.txt', 'x')], 'store/no-case'],
    ['add nothing', () => ['add', folder, path.dirname(here.write('z/y.png', ''))], 'cli/no-reports'],
    ['add an address', () => ['add', folder, 'https://rasif.example/1'], 'cli/no-fetching'],
    ['search no case', () => ['search', here.folder, 'x'], 'store/no-case'],
    ['build with decisions', () => ['build', folder, '--out', 'o', '--decisions', 'd'], 'cli/case-decisions'],
    ['build an empty case', () => ['build', folder, '--out', path.join(here.folder, 'o')], 'cli/no-reports'],
    [
      'open what is no database',
      () => ['search', path.dirname(here.write('c/case.isnad', 'x'.repeat(9000))), 'x'],
      'store/damaged',
    ],
  ])('refuses with a coded message: %s', async (_, args, code) => {
    const { status, err } = await runIsnad(args());
    expect([status, err]).toEqual([1, expect.stringContaining(`[${code}]`)]);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});
