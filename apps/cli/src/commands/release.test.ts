import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ReleaseDiff } from '@isnad/compare';
import type { CaseRecord } from '@isnad/model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runIsnad, temporaryFolder } from '../command-line.fixture.js';
import { writeRelease } from '../release/folder.js';
import { stages } from '../stages.js';

const episode = path.resolve(import.meta.dirname, '../../../../episodes/hajin-2018/reports');
let here: ReturnType<typeof temporaryFolder>;
let releases: string;
let diff: ReleaseDiff;
let text: { readonly ar: string; readonly en: string };

const run = (...args: readonly string[]) => runIsnad(args, { stages });
const at = (...parts: readonly string[]) => path.join(here.folder, ...parts);
const built = () => at('hajin');
const release = async (...args: readonly string[]) => {
  const outcome = await run('release', built(), '--into', releases, '--licence', 'CC BY 4.0', ...args);
  expect([outcome.status, outcome.err]).toEqual([0, expect.stringContaining('isnad: release')]);
};

// Invented, as all reports of the episode: "The Observatory: 46 dead in the strikes on Al-Baqaan", and a later telling of the toll.
const LATER = `المرصد السوري: ارتفاع حصيلة القتلى في هجين

وكالة الرافد – 20 كانون الأول 2018

أعلن المرصد السوري لحقوق الإنسان أن غارة جوية للتحالف الدولي على بلدة الكشكية أمس الأربعاء أسفرت عن مقتل 8 مدنيين.
`;

/** Builds the episode, releases it, changes one report, adds another and a decision, and releases it again. */
beforeAll(async () => {
  here = temporaryFolder();
  releases = at('releases');
  cpSync(episode, at('reports'), { recursive: true });
  await run('build', at('reports'), '--out', built(), '--as-of', '2019-06-30');
  await release();

  const changed = readdirSync(at('reports')).find((name) => name.startsWith('04') && name.endsWith('.txt'))!;
  const before = readFileSync(at('reports', changed), 'utf8');
  writeFileSync(at('reports', changed), before.replaceAll('17 طفلاً', '19 طفلاً').replaceAll('43 شخصاً', '46 شخصاً'));
  writeFileSync(at('reports', '13-later.txt'), LATER);
  writeFileSync(
    at('reports', '13-later.meta.json'),
    '{"outlet": "وكالة الرافد", "published": "2018-12-20", "url": "https://example.org/rafid/later"}',
  );
  const { incidents } = JSON.parse(readFileSync(path.join(built(), 'record.json'), 'utf8')) as CaseRecord;
  const raid = incidents.find(({ type }) => type === 'raid')!;
  const decisions = [
    {
      id: 'd1',
      at: '2019-07-01T09:00:00Z',
      by: 'محررة',
      kind: 'reject',
      about: [raid.id],
      reason: 'القول عن حادثة أخرى',
      retires: null,
    },
  ];
  writeFileSync(at('decisions.ndjson'), decisions.map((one) => `${JSON.stringify(one)}\n`).join(''));
  await run('build', at('reports'), '--out', built(), '--as-of', '2019-07-15', '--decisions', at('decisions.ndjson'));
  await release('--note', 'بعد تصحيح الناشر');
  diff = JSON.parse((await run('diff', path.join(releases, '1'), path.join(releases, '2'), '--format', 'json')).out);
  const said = async (language: string) =>
    (await run('diff', path.join(releases, '1'), path.join(releases, '2'), '--language', language)).out;
  text = { ar: await said('ar'), en: await said('en') };
});
afterAll(() => {
  for (const number of ['1', '2']) chmodSync(path.join(releases, number), 0o755);
  here.remove();
});

describe('isnad release', () => {
  it('holds record, exports, dossier and methodology, each under its hash, and none of the reports whole', () => {
    const listed = JSON.parse(readFileSync(path.join(releases, '2', 'manifest.json'), 'utf8')) as {
      outputs: readonly { readonly path: string }[];
    };
    const files = listed.outputs.map((output) => output.path);
    const wanted = [
      'record.json',
      'index.html',
      'METHODOLOGY.md',
      'CHANGES.ar.md',
      'exports/acled.csv',
      'exports/record.xlsx',
    ];
    for (const file of wanted) expect(files).toContain(file);
    const page = readFileSync(path.join(releases, '2', 'index.html'), 'utf8');
    // Words of a report that no claim quotes: "the sounds of the explosions were heard on the opposite bank".
    expect(page).not.toContain('سُمعت في الضفة المقابلة من النهر');
  });

  it('shows no private name, no editor and no whole register', () => {
    for (const number of ['1', '2'])
      for (const file of ['record.json', 'index.html', 'exports/acled.csv', 'exports/annotations.jsonld']) {
        const content = readFileSync(path.join(releases, number, file), 'utf8');
        expect(content, file).not.toMatch(/سلوى العويد|محررة|private_persons/);
      }
  });

  it('names the release before it by the hash of its manifest', () => {
    const about = (number: string) =>
      JSON.parse(readFileSync(path.join(releases, number, 'release.json'), 'utf8')) as Record<string, unknown>;
    expect(about('1')).toMatchObject({ number: 1, previous: null });
    expect(about('2')).toMatchObject({ number: 2, previous: { number: 1 }, note: 'بعد تصحيح الناشر' });
  });

  it('gives the same bytes for the same record and day', async () => {
    const again = at('again');
    await run('release', built(), '--into', again, '--licence', 'CC BY 4.0');
    for (const file of ['record.json', 'index.html', 'exports/record.xlsx', 'exports/ucdp.csv'])
      expect(readFileSync(path.join(again, '1', file)).equals(readFileSync(path.join(releases, '2', file))), file).toBe(
        true,
      );
  });

  it('is refused once a file of it was changed, added or lost', async () => {
    const broken = at('broken');
    const codeAfter = async (damage: (folder: string) => void): Promise<string | undefined> => {
      rmSync(broken, { recursive: true, force: true });
      cpSync(path.join(releases, '1'), path.join(broken, '1'), { recursive: true });
      damage(path.join(broken, '1'));
      const { err } = await run('diff', path.join(broken, '1'), path.join(releases, '2'));
      return /: ([a-zA-Z/.-]+) (was changed|was added|is missing).*\[release\/changed\]/.exec(err)?.slice(1).join(' ');
    };
    const damaged = async (file: string, damage: (file: string) => void) =>
      codeAfter((folder) => {
        const there = path.join(folder, file);
        if (existsSync(there)) chmodSync(there, 0o644);
        damage(there);
      });
    expect(await damaged('exports/acled.csv', (file) => writeFileSync(file, 'x'))).toBe(
      'exports/acled.csv was changed',
    );
    expect(await damaged('index.html', (file) => rmSync(file))).toBe('index.html is missing');
    expect(await damaged('more.txt', (file) => writeFileSync(file, 'x'))).toBe('more.txt was added');
    expect(await codeAfter(() => undefined)).toBeUndefined();
    const next = await run('release', built(), '--into', broken);
    expect(next.status).toBe(0);
  });

  it('knows what is no release', async () => {
    const { status, err } = await run('diff', at('nothing'), path.join(releases, '2'));
    expect([status, err]).toEqual([1, expect.stringContaining('[cli/no-record]')]);
  });
});

describe('releases of a case', () => {
  it('lie with it, stand in its custody log, and are verified with it', async () => {
    const folder = at('case');
    await run('init', folder);
    await run('add', folder, path.join(episode, '01-hawama-in-may.txt'));
    expect((await run('release', folder)).status).toBe(0);
    await run('add', folder, path.join(episode, '04-buqan-strike.txt'));
    const second = await run('release', folder);
    expect(second.err).toMatch(/release 2 of 2 reports in .*releases.2; \d+ changes since release 1/);
    expect((await run('verify', folder)).status).toBe(0);
    const file = path.join(folder, 'releases', '1', 'record.json');
    chmodSync(file, 0o644);
    writeFileSync(file, '{}');
    const { status, err } = await run('verify', folder);
    expect([status, err]).toEqual([1, expect.stringContaining('[release/changed]')]);
  });

  it('cannot be replaced by others that are whole in themselves', async () => {
    const folder = at('forged');
    await run('init', folder);
    await run('add', folder, path.join(episode, '01-hawama-in-may.txt'));
    await run('release', folder);
    rmSync(path.join(folder, 'releases', '1'), { recursive: true, force: true });
    cpSync(path.join(releases, '1'), path.join(folder, 'releases', '1'), { recursive: true });
    expect((await run('verify', folder)).err).toContain('[release/not-logged]');
  });

  it('cannot be slipped in under a number that was never released', async () => {
    const folder = at('slipped');
    await run('init', folder);
    await run('add', folder, path.join(episode, '01-hawama-in-may.txt'));
    cpSync(path.join(releases, '1'), path.join(folder, 'releases', '1'), { recursive: true });
    const { status, err } = await run('verify', folder);
    expect([status, err]).toEqual([1, expect.stringContaining('[release/not-logged]')]);
  });

  it('are logged before they stand in their place', async () => {
    const into = at('unlogged');
    const failing = writeRelease(into, 1, new Map([['a.txt', 'a']]), () => Promise.reject(new Error('no log')));
    await expect(failing).rejects.toThrow('no log');
    expect(readdirSync(into)).toEqual([]);
  });
});

describe('isnad diff', () => {
  const changes = (kind: string) => diff.changes.filter((change) => change.kind === kind);

  it('names the reports that are new or changed', () => {
    expect(diff.reports.added.map(({ path: file }) => file)).toEqual([expect.stringContaining('13-later')]);
    expect(diff.reports.changed.map(({ path: file }) => file)).toEqual([expect.stringContaining('04')]);
    expect(diff.reports.gone).toEqual([]);
  });

  it('says a figure that changed because a report did, in a sentence to print', () => {
    expect(text.en).toContain(
      '- Air strike in Al-Baqaan (17 November 2018): killed (children): up from 17 to 17–19. Because of a report whose wording changed',
    );
    expect(text.ar).toContain(
      '- غارة جوية في البقعان (17 نوفمبر 2018): قتلى (أطفال): ارتفع العدد، فكان 17 وأصبح ما بين 17 و19. السبب: تقرير تغيّر نصه',
    );
    expect(changes('figure').flatMap(({ because }) => because.map(({ kind }) => kind))).toContain('report-changed');
  });

  it('says an incident that a new report brought, with its number', () => {
    const [fresh] = changes('incident-new').filter(({ because }) => because.some(({ kind }) => kind === 'report-new'));
    expect(fresh!.say.en).toMatch(/^New in the record: air strike in .+\(19 December 2018\).*8/);
    expect(fresh!.because.map(({ explain }) => explain.en).join()).toContain(
      'a new report, “المرصد السوري: ارتفاع حصيلة القتلى في هجين”',
    );
  });

  it('says an incident that a decision took out, with the reason and not by whom', () => {
    const gone = changes('incident-gone').find(({ because }) => because.some(({ kind }) => kind === 'decision'))!;
    expect(gone.because[0]!.explain).toEqual({
      ar: 'قرار رفض، 1 يوليو 2019: القول عن حادثة أخرى',
      en: 'a decision to reject, 1 July 2019: القول عن حادثة أخرى',
    });
  });

  it('says a disagreement that arose', () => {
    expect(
      changes('dispute-new')
        .map(({ say }) => say.en)
        .join(),
    ).toMatch(/New disagreement \(figure\): children killed/);
  });

  it('has a cause for every change, and says nothing of what stayed', async () => {
    for (const { because, say } of diff.changes) expect(because.length, say.en).toBeGreaterThan(0);
    expect(diff.changes.length).toBeLessThan(25);
    const same = await run('diff', path.join(releases, '2'), path.join(releases, '2'));
    expect(same.out).toContain('Nothing changed.');
  });

  it('says what a built record would change since a release', async () => {
    const { out } = await run('diff', path.join(releases, '1'), built(), '--language', 'en');
    expect(out).toContain('killed (children): up from 17 to 17–19');
  });

  it('is the page that the release itself holds', () => {
    expect(readFileSync(path.join(releases, '2', 'CHANGES.ar.md'), 'utf8')).toBe(text.ar);
    expect(readFileSync(path.join(releases, '2', 'CHANGES.en.md'), 'utf8')).toBe(text.en);
  });
});
