import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Reading } from '@isnad/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runIsnad, temporaryFolder } from './command-line.fixture.js';
import type { Stages } from './program.js';

// "Clashes broke out around Hajin on Friday, the Observatory said."
const REPORT = 'دارت اشتباكات في محيط بلدة هجين يوم الجمعة، بحسب ما قال المرصد في بيان.';

let here: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  here = temporaryFolder();
});
afterEach(() => here.remove());

const STACK = /\n\s+at |node:internal|\.ts:\d+/;
const inWindows1256 = (text: string): Uint8Array => {
  const decoder = new TextDecoder('windows-1256');
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from(text, (letter) => bytes.get(letter)!);
};
const codesOf = (line: unknown): readonly string[] => (line as Reading).notes.map(({ code }) => code);

describe('a file that is no report, read beside one that is', () => {
  it.each([
    ['empty', 'bad.txt', '', 'archive/empty'],
    ['only white space', 'bad.txt', ' \n\t\n', 'archive/empty'],
    ['binary', 'bad.txt', Uint8Array.of(0, 1, 2, 3, 255), 'archive/binary'],
    ['a broken PDF', 'bad.txt', '%PDF-1.7\n', 'archive/broken-container'],
    ['a picture', 'bad.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'archive/binary'],
  ])('%s: it is named with its code, the other is read, the exit status is 1', async (_what, name, content, code) => {
    const bad = here.write(name, content);
    const good = here.write('good.txt', REPORT);
    const { status, lines, err } = await runIsnad(['read', bad, good]);
    expect(status).toBe(1);
    expect(lines).toMatchObject([
      { report: { path: bad }, claims: [], notes: [{ code, severity: 'error' }] },
      { report: { path: good, language: 'ar' }, notes: [] },
    ]);
    expect(err).toContain(`[${code}]`);
    expect(err).toContain(bad);
    expect(err).not.toMatch(STACK);
  });

  it('missing: the same', async () => {
    const good = here.write('good.txt', REPORT);
    const { status, lines, err } = await runIsnad(['read', path.join(here.folder, 'gone.txt'), good]);
    expect(status).toBe(1);
    expect(lines.map(codesOf)).toEqual([['archive/unreadable'], []]);
    expect(err).toMatch(/gone\.txt.*ENOENT.*\[archive\/unreadable\]/);
  });
});

describe('a file that is odd but is a report', () => {
  it('in windows-1256 is read, and the encoding named', async () => {
    const { status, lines } = await runIsnad(['read', here.write('old.txt', inWindows1256(REPORT))]);
    expect(status).toBe(0);
    expect(lines).toMatchObject([{ report: { title: REPORT.slice(0, 20) } }]);
    expect((lines[0] as Reading).notes).toMatchObject([
      { code: 'archive/encoding', message: expect.stringContaining('windows-1256') },
    ]);
  });

  it('with HTML tags is read over them', async () => {
    const { status, lines } = await runIsnad(['read', here.write('page.txt', `<p>${REPORT}</p>`)]);
    expect(status).toBe(0);
    expect(lines.map(codesOf)).toEqual([['archive/markup']]);
  });

  it('of 20 MB is read', async () => {
    const { status, lines } = await runIsnad(['read', here.write('long.txt', `${REPORT}\n`.repeat(150_000))]);
    expect(status).toBe(0);
    expect(lines).toMatchObject([{ report: { language: 'ar' }, notes: [] }]);
  });

  it('in another language is left to the reader', async () => {
    const { status, lines } = await runIsnad(['read', here.write('english.txt', 'Forces took the town on Friday.')]);
    expect(status).toBe(0);
    expect(lines).toMatchObject([{ report: { language: 'und' }, claims: [] }]);
  });

  it('with a broken sidecar is read without it', async () => {
    here.write('a.meta.json', '{"outlet": "الفرات');
    const { status, lines } = await runIsnad(['read', here.write('a.txt', REPORT)]);
    expect(status).toBe(0);
    expect(lines).toMatchObject([{ report: { outlet: null }, notes: [{ code: 'archive/bad-sidecar' }] }]);
  });

  it('takes outlet and date from its sidecar, and from the command line before that', async () => {
    here.write('a.meta.json', '{"outlet": "الفرات الآن", "published": "2018-12-06"}');
    const file = here.write('a.txt', REPORT);
    const { lines } = await runIsnad(['read', file]);
    expect(lines).toMatchObject([
      { report: { outlet: 'الفرات الآن', published: { edtf: '2018-12-06', basis: 'given' } } },
    ]);
    const over = await runIsnad(['read', file, '--published', '2018-12-07', '--outlet', 'وكالة الرافد']);
    expect(over.lines).toMatchObject([{ report: { outlet: 'وكالة الرافد', published: { edtf: '2018-12-07' } } }]);
  });
});

describe('a command line that cannot be followed', () => {
  it.each([
    ['an unknown command', ['raed', 'x'], /^isnad: unknown command 'raed'/],
    ['a date that is none', ['read', 'x', '--published', 'أمس'], /^isnad: option '--published <edtf>'.*EDTF/],
    ['no input', ['build', '--out', 'x'], /^isnad: .*\[cli\/no-input\]/],
    ['a port that is none', ['serve', 'x', '--port', '99999'], /^isnad: option '--port <port>'.*65535/],
    [
      'nothing to serve',
      ['serve', 'no-such-folder'],
      /^isnad: no-such-folder holds no index.html.*\[cli\/nothing-to-serve\]/,
    ],
    ['a gold folder that is none', ['eval', 'no-such-folder'], /\[cli\/no-gold\]/],
    ['a place that is none', ['explain', 'x.txt'], /\[cli\/bad-place\]/],
    ['a record that is none', ['explain', 'c:1', '--in', 'no-such-folder'], /\[cli\/no-record\]/],
  ])('%s: says so on one line, exit status 1', async (_what, args, message) => {
    const { status, out, err } = await runIsnad(args);
    expect(status).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(message);
    expect(err).not.toMatch(STACK);
  });

  it('shows the stack of a fault only when asked', async () => {
    const broken: Stages = {
      ...(await import('./command-line.fixture.js')).plainStages,
      reader: () => {
        throw new TypeError('no table');
      },
    };
    const file = here.write('a.txt', REPORT);
    const { status, err } = await runIsnad(['read', file], { stages: broken });
    expect(status).toBe(1);
    expect(err).toMatch(/^isnad: a fault of the program or its data: no table.*\[cli\/fault\]\n$/);
    process.env.ISNAD_DEBUG = '1';
    const debugged = await runIsnad(['read', file], { stages: broken }).finally(() => {
      delete process.env.ISNAD_DEBUG;
    });
    expect(debugged.err).toMatch(STACK);
  });
});

describe('a build that cannot be finished', () => {
  const filesIn = (folder: string) =>
    Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
  let reports: string;
  let out: string;
  let before: Record<string, string>;

  beforeEach(async () => {
    reports = path.join(here.folder, 'reports');
    out = path.join(here.folder, 'record');
    mkdirSync(reports);
    here.write('reports/a.txt', REPORT);
    expect((await runIsnad(['build', reports, '--out', out])).status).toBe(0);
    before = filesIn(out);
    expect(Object.keys(before)).toContain('record.json');
  });

  /** Nothing but what was there before: no half-written folder, no remains beside it. */
  const isWhole = () => {
    expect(filesIn(out)).toEqual(before);
    expect(readdirSync(here.folder).filter((name) => name.startsWith('.'))).toEqual([]);
  };

  it('for want of reports leaves the earlier output whole', async () => {
    const empty = path.join(here.folder, 'empty');
    mkdirSync(empty);
    here.write('empty/photo.jpg', Uint8Array.of(0xff, 0xd8, 0xff));
    const { status, err } = await runIsnad(['build', empty, '--out', out]);
    expect([status, err]).toEqual([1, expect.stringMatching(/empty.*\[cli\/no-reports\]/)]);
    isWhole();
  });

  it('for a fault on the way leaves the earlier output whole', async () => {
    const { plainStages } = await import('./command-line.fixture.js');
    const stages: Stages = {
      ...plainStages,
      caseMaker: () => ({
        ...plainStages.caseMaker(),
        publication: () => {
          throw new Error('half way');
        },
      }),
    };
    const { status, err } = await runIsnad(['build', reports, '--out', out], { stages });
    expect([status, err]).toEqual([1, expect.stringContaining('half way')]);
    isWhole();
  });

  it('for a decision that cannot be read stops before it begins, naming the line', async () => {
    const good = '{"id":"d1","at":"2019-01-01T00:00:00Z","by":"editor","kind":"accept","about":["c:1"],"reason":"ok"}';
    const decisions = here.write('decisions.ndjson', `${good}\n{"id":"d2","kind":"guess"}\n`);
    const { status, err } = await runIsnad(['build', reports, '--out', out, '--decisions', decisions]);
    expect([status, err]).toEqual([1, expect.stringMatching(/decisions\.ndjson:2:.*\[cli\/bad-decision\]/)]);
    isWhole();
  });

  it('for claims of which no line can be read leaves the earlier output whole', async () => {
    const claims = here.write('claims.ndjson', 'no json\n{"report": {}}\n');
    const { status, err } = await runIsnad(['build', '--claims', claims, '--out', out]);
    expect(status).toBe(1);
    expect(err).toMatch(/claims\.ndjson:1:.*\[cli\/bad-claims-line\]/);
    expect(err).toMatch(/claims\.ndjson:2:.*\[cli\/bad-claims-line\]/);
    expect(err).toMatch(/\[cli\/no-reports\]/);
    isWhole();
  });

  it('because it cannot write says where and why', async () => {
    const file = here.write('a-file', 'x');
    const { status, err } = await runIsnad(['build', reports, '--out', path.join(file, 'record')]);
    expect([status, err]).toEqual([1, expect.stringMatching(/cannot write .*a-file.*\[cli\/unwritable-output\]/)]);
    isWhole();
  });

  it('refuses a folder with anything else in it', async () => {
    here.write('record/notes.txt', 'mine');
    const { status, err } = await runIsnad(['build', reports, '--out', out]);
    expect([status, err]).toEqual([1, expect.stringMatching(/notes\.txt.*\[cli\/foreign-folder\]/)]);
    expect(readFileSync(path.join(out, 'notes.txt'), 'utf8')).toBe('mine');
  });
});

describe('a build that can', () => {
  it('uses the lines of a claims file that can be read, names the others, exit status 1', async () => {
    const { out: line } = await runIsnad(['read', here.write('a.txt', REPORT)]);
    const claims = here.write('claims.ndjson', `${line}broken\n`);
    const out = path.join(here.folder, 'record');
    const { status, err } = await runIsnad(['build', '--claims', claims, '--texts', here.folder, '--out', out]);
    expect([status, err]).toEqual([1, expect.stringMatching(/claims\.ndjson:2:.*\[cli\/bad-claims-line\]/)]);
    expect(JSON.parse(readFileSync(path.join(out, 'record.json'), 'utf8'))).toMatchObject({ reports: [{}] });
  });

  it('passes over what is no report, and its own output, and names no folder in what it writes', async () => {
    const reports = path.join(here.folder, 'reports');
    mkdirSync(reports);
    here.write('reports/a.txt', REPORT);
    here.write('reports/empty.txt', '');
    here.write('reports/photo.jpg', 'x');
    here.write('reports/a.meta.json', '[]');
    const out = path.join(reports, 'record');
    const first = await runIsnad(['build', reports, '--out', out]);
    expect([first.status, first.err]).toEqual([1, expect.stringMatching(/empty\.txt.*\[archive\/empty\]/)]);
    const record = readFileSync(path.join(out, 'record.json'), 'utf8');
    expect(JSON.parse(record)).toMatchObject({
      case: path.basename(here.folder),
      reports: [{ path: 'a.txt' }],
      asOf: '2019-06-30',
    });
    expect(record).not.toContain(here.folder);

    await runIsnad(['build', reports, '--out', out]);
    expect(readFileSync(path.join(out, 'record.json'), 'utf8')).toBe(record);
    expect(existsSync(path.join(reports, '.record.previous'))).toBe(false);
  });

  it('releases no case without reports', async () => {
    const folder = path.join(here.folder, 'case');
    await runIsnad(['init', folder]);
    const { status, err } = await runIsnad(['release', folder]);
    expect([status, err]).toEqual([1, expect.stringMatching(/holds no report\. Add.*\[cli\/nothing-to-release\]/)]);
    expect(existsSync(path.join(folder, 'releases'))).toBe(false);
  });
});
