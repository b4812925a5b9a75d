import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type EmptyDatabase, emptyDatabase, isPostgresWanted } from '@isnad/testbed';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runIsnad, temporaryFolder } from '../command-line.fixture.js';
import { stages } from '../stages.js';

const EPISODE = fileURLToPath(new URL('../../../../episodes/hajin-2018/reports', import.meta.url));

describe.skipIf(!isPostgresWanted)('a case in a database on the command line', { timeout: 180_000 }, () => {
  let here: ReturnType<typeof temporaryFolder>;
  let database: EmptyDatabase;
  beforeAll(async () => {
    database = await emptyDatabase();
  });
  afterAll(() => database.remove());
  beforeEach(() => {
    here = temporaryFolder();
  });
  afterEach(() => here.remove());

  /** Runs a command and expects that it never tells the password. */
  const isnad = async (...args: readonly string[]) => {
    const ran = await runIsnad([...args], { stages });
    expect(ran.err + JSON.stringify(ran.lines)).not.toContain('only-for-tests');
    return ran;
  };

  it('goes the whole way, to the same bytes as a folder', async () => {
    const address = `${database.url}?case=matn`;
    cpSync(EPISODE, path.join(here.folder, 'in', 'matn'), { recursive: true });
    const reports = path.join(here.folder, 'in', 'matn');
    const begun = await isnad('init', address);
    expect([begun.status, begun.err]).toEqual([
      0,
      expect.stringMatching(/the case matn begins in postgres:\/\/isnad@/),
    ]);
    expect((await isnad('init', address)).err).toContain('[cli/case-exists]');
    expect((await isnad('add', address, reports)).err).toContain('12 new reports');
    // The only case there is needs no name.
    const asOf = ['--as-of', '2019-06-30'];
    const [fromCase, fromFolder] = ['a', 'b'].map((name) => path.join(here.folder, name)) as [string, string];
    expect((await isnad('build', database.url, '--out', fromCase, ...asOf)).status).toBe(0);
    await isnad('build', reports, '--out', fromFolder, ...asOf);
    for (const name of ['record.json', 'index.html', 'manifest.json', 'incidents.csv'])
      expect(readFileSync(path.join(fromCase, name), 'utf8')).toBe(readFileSync(path.join(fromFolder, name), 'utf8'));
    expect((await isnad('search', address, 'هجين')).err).toMatch(/: \d+ reports/);
    const decisions = here.write(
      'd.ndjson',
      `${JSON.stringify({ id: 'd:1', at: '2020-01-01T00:00:00Z', by: 'e', kind: 'accept', about: ['c:1'], reason: 'seen' })}\n`,
    );
    expect((await isnad('decide', address, decisions)).err).toContain('1 decisions added, 1 in postgres://isnad@');
    const out = path.join(here.folder, 'annotations.json');
    expect((await isnad('export', address, '--as', 'annotations', '--out', out)).err).toContain('12 reports');
    expect((await isnad('release', address)).err).toContain('release 1 of 12 reports in postgres://isnad@');
    expect((await isnad('release', address)).err).toContain('0 changes since release 1');
    const elsewhere = path.join(here.folder, 'releases');
    expect((await isnad('release', address, '--into', elsewhere)).err).toContain(`in ${path.join(elsewhere, '1')}`);
    expect((await isnad('diff', path.join(elsewhere, '1'), address)).status).toBe(0);
    const numbered = await isnad('diff', `${address}&release=1`, `${address}&release=2`, '--format', 'json');
    expect(JSON.parse(numbered.out)).toMatchObject({ from: { number: 1 }, to: { number: 2 }, changes: [] });
    expect((await isnad('diff', `${address}&release=9`, address)).err).toContain('[release/no-release]');
    expect((await isnad('diff', `${address}&release=../1`, address)).err).toContain('[release/no-release]');
    const verified = await isnad('verify', address);
    expect([verified.status, verified.err]).toEqual([0, expect.stringContaining('is whole: 12 reports')]);
    expect(verified.err).not.toContain('verify/unlisted');
    // To a folder and on from there, with its releases; and by way of a file.
    const [folder, file] = [path.join(here.folder, 'folder'), path.join(here.folder, 'matn.isnad')];
    expect((await isnad('store', 'copy', address, folder)).err).toMatch(
      /^isnad: matn: \d+ files and \d+ rows in .*folder\n$/,
    );
    const lastOf = ({ err }: { readonly err: string }) => /: ([0-9a-f]{64})$/m.exec(err)?.[1];
    expect(lastOf(await isnad('verify', folder))).toBe(lastOf(verified));
    expect((await isnad('release', folder)).err).toContain('release 3 of 12 reports');
    expect((await isnad('store', 'backup', address, file)).status).toBe(0);
    expect((await isnad('store', 'restore', file, address)).err).toContain('[store/exists]');
    expect((await isnad('store', 'restore', file, `${database.url}?case=again`)).status).toBe(0);
    expect(lastOf(await isnad('verify', `${database.url}?case=again`))).toBe(lastOf(verified));
    const expunged = await isnad('expunge', address, '--report', '02-operation-begins.txt', '--reason', 'r', '--yes');
    expect(expunged.err).toContain('expunged: 1 reports');
    expect((await isnad('verify', address)).status).toBe(0);
  });

  it('is told from others, and what is wrong is said in one line', async () => {
    const { port } = new URL(database.url);
    const cases: readonly (readonly [string, string])[] = [
      [`${database.url}?case=none`, 'store/no-case'],
      [`${database.url.replace(/\/test_\w+$/, '/nowhere')}?case=x`, 'store/no-database'],
      [`postgres://isnad:mistaken@127.0.0.1:${port}/${database.name}?case=x`, 'store/refused'],
      [`postgres://isnad:only-for-tests@127.0.0.1:1/x?case=x`, 'store/unreachable'],
      [`postgres://isnad:only-for-tests@nobody.invalid/x?case=x`, 'store/unreachable'],
      [`${database.url}?case=${encodeURIComponent('حاجين')}`, 'store/address'],
      ['postgres://isnad:only-for-tests@127.0.0.1', 'store/address'],
      ['postgres://isnad:only-for-tests@[x/y?case=z', 'store/address'],
    ];
    for (const [address, code] of cases) {
      const { status, err } = await isnad('search', address, 'قصف');
      expect([status, err.trim().split('\n').length, err]).toEqual([1, 1, expect.stringContaining(`[${code}]`)]);
      expect(err).not.toContain('mistaken');
    }
    for (const name of ['one', 'two']) await isnad('init', `${database.url}?case=${name}`);
    expect((await isnad('search', database.url, 'قصف')).err).toMatch(
      /holds \d cases: .*one, two.*\[store\/which-case\]/,
    );
  });
});
