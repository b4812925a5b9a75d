import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runIsnad, temporaryFolder } from '../command-line.fixture.js';
import { stages } from '../stages.js';
import { asSearched } from './searched.fixture.js';

/** The invented people of the case table, each named in a report, its title, its file name and its address. */
const TABLE = new URL('../../../../packages/claims/persons.cases.txt', import.meta.url);

/** A plain transcription, made apart from the program's own: سامر الدرويشي ⇒ samr-aldrwyshy. */
const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  'ا=a أ=a إ=i آ=a ى=a ب=b ت=t ث=th ج=j ح=h خ=kh د=d ذ=dh ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z ع=a غ=gh ف=f ق=q ك=k ل=l م=m ن=n ه=h ة=a و=w ي=y ئ=y ؤ=w ء='
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
);
const inLatin = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => [...word].map((letter) => LATIN[letter] ?? '').join(''))
    .join('-');

interface PersonCase {
  readonly text: string;
  /** Names of several words of people in private life. */
  readonly names: readonly string[];
}

const CASES: readonly PersonCase[] = readFileSync(TABLE, 'utf8')
  .split(/^== /m)
  .slice(1)
  .flatMap((block) => {
    const [head, expected] = block.split(/^==>$/m) as [string, string];
    const [, ...lines] = head.trim().split('\n');
    if (/xfail/.test(head)) return [];
    const text = lines.filter((line) => !line.startsWith('[')).join('\n');
    const names = [...expected.matchAll(/«([^»]+)» private(?!.*described)/g)].map(([, name]) => name!);
    return [{ text, names: names.filter((name) => name.includes(' ')) }];
  })
  .filter(({ names }) => names.length > 0);

const here = temporaryFolder();
afterAll(() => here.remove());
const build = async (...options: string[]): Promise<ReadonlyMap<string, string>> => {
  const out = path.join(here.folder, `out${options.length}`);
  const { status } = await runIsnad(
    ['build', path.join(here.folder, 'reports'), '--out', out, '--as-of', '2021-01-01', ...options],
    { stages },
  );
  expect(status).toBe(0);
  return new Map(readdirSync(out).map((file) => [file, readFileSync(path.join(out, file), 'utf8')]));
};

let masked: ReadonlyMap<string, string>;
let named: ReadonlyMap<string, string>;
beforeAll(async () => {
  const reports = path.join(here.folder, 'reports');
  mkdirSync(reports);
  CASES.forEach(({ text, names: [name] }, at) => {
    const file = `${at} ${name!.replace(/["'/]/g, '')}`;
    writeFileSync(path.join(reports, `${file}.txt`), `قصف على مدينة الباب\n${text}\nوقصفت المدفعية بلدة سرمين.\n`);
    const url = `https://news.example/${at}/${inLatin(name!)}`;
    writeFileSync(
      path.join(reports, `${file}.meta.json`),
      JSON.stringify({ url, title: `ما نعرفه عن ${name!}`, published: '2020-03-01' }),
    );
  });
  masked = await build();
  named = await build('--names');
}, 180_000);

describe('a build of the table of invented people, with the default policy', () => {
  const all = [...new Set(CASES.flatMap(({ names }) => names))];

  it('has a hundred names to cover, which --names shows', () => {
    expect(all.length).toBeGreaterThan(100);
    const page = asSearched(named.get('index.html')!);
    expect(all.filter((name) => !page.includes(asSearched(name)))).toEqual([]);
    expect(page).toContain(inLatin(all[0]!));
  });

  it('shows none of them in any file but record.json, in Arabic letters', () => {
    for (const [file, content] of masked) {
      if (file === 'record.json') continue;
      const searched = asSearched(content);
      expect(
        all.filter((name) => searched.includes(asSearched(name))),
        file,
      ).toEqual([]);
    }
  });

  it('shows none of them in Latin letters', () => {
    const first = CASES.map(({ names: [name] }) => inLatin(name!)).filter((name) => name.length > 8);
    expect(first.length).toBeGreaterThan(90);
    for (const [file, content] of masked)
      if (file !== 'record.json')
        expect(
          first.filter((name) => content.includes(name)),
          file,
        ).toEqual([]);
  });
});
