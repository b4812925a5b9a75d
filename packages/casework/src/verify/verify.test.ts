import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CASE_FILE } from '@isnad/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refreshRecord } from '../refresh.js';
import { add, caseForTest, stages, stamp } from '../worked-case.fixture.js';
import type { Finding } from './finding.js';
import { verifyCase } from './verify.js';

// Invented: "The bombing of the school", "Calm in Rasif".
const LINES = ['{"text":"قصف المدرسة في رصيف","outlet":"منبر"}', '{"text":"هدوء في رصيف"}'].join('\n');

const decided = (id: string) =>
  ({
    id,
    at: '2026-01-01T00:00:00Z',
    by: 'editor',
    kind: 'accept',
    about: ['c:1'],
    reason: 'seen',
    retires: null,
  }) as const;

/** Takes the third report out of every table. */
const WITHOUT_THIRD = [
  'DELETE FROM readings WHERE appearance = 3',
  'DELETE FROM appearances WHERE key = 3',
  'DELETE FROM texts WHERE report = 3',
  'DELETE FROM search WHERE rowid = 3',
  'DELETE FROM reports WHERE key = 3',
];

describe('a case that is verified', () => {
  let tested: Awaited<ReturnType<typeof caseForTest>>;
  beforeEach(async () => {
    tested = await caseForTest();
    const store = await tested.open();
    await add(store, 'lines.jsonl', LINES);
    await add(store, 'page.txt', 'قذيفة قرب الجسر', { outlet: 'رصيف', published: '2020-01-01' });
    await store.decisions.append([decided('d:1'), decided('d:2')], stamp());
    await refreshRecord(store, stages, stamp());
    await store.close();
  });
  afterEach(() => tested.remove());

  const findings = async (anchor?: string): Promise<readonly Finding[]> => {
    const store = await tested.open();
    try {
      return (await verifyCase(store, stages, anchor)).findings;
    } finally {
      await store.close();
    }
  };
  const bytesOf = (content: string): string => {
    const home = path.join(tested.folder, 'bytes');
    const files = readdirSync(home, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
    return files.find((file) => readFileSync(file, 'utf8').includes(content))!;
  };

  it('is whole, and says what to write down', async () => {
    const store = await tested.open();
    const { findings: found, last, lines, reports } = await verifyCase(store, stages);
    expect([found, reports, lines]).toEqual([[], 3, expect.any(Number)]);
    expect((await verifyCase(store, stages, last!)).findings).toEqual([]);
    await store.close();
  });

  const damages: readonly (readonly [string, Finding['code'], () => void])[] = [
    [
      'a byte of a preserved file was changed',
      'verify/bytes',
      () => writeFileSync(bytesOf('الجسر'), 'قذيفة قرب الجبل'),
    ],
    ['a preserved file is gone', 'verify/bytes', () => rmSync(bytesOf('الجسر'))],
    ['a preserved file was cut', 'verify/bytes', () => truncateSync(bytesOf('هدوء'), 20)],
    [
      'a text was changed',
      'verify/text',
      () => tested.tamper("UPDATE texts SET text = CAST('قذيفتان' AS BLOB) WHERE report = 3"),
    ],
    ['a report was taken out', 'verify/text', () => tested.tamper(...WITHOUT_THIRD)],
    [
      'an outlet was changed',
      'verify/appearance',
      () => tested.tamper("UPDATE appearances SET facts = replace(facts, 'رصيف', 'منبر') WHERE key = 3"),
    ],
    [
      'a reading was changed',
      'verify/reading',
      () => tested.tamper("UPDATE readings SET reading = CAST(replace(CAST(reading AS TEXT), 'قذيف', 'قصفت') AS BLOB)"),
    ],
    [
      'a decision was changed',
      'verify/decision',
      () =>
        tested.tamper(
          "UPDATE decisions SET decision = CAST(replace(CAST(decision AS TEXT), 'editor', 'nobody') AS BLOB)",
        ),
    ],
    ['a decision was taken out', 'verify/decision', () => tested.tamper("DELETE FROM decisions WHERE id = 'd:2'")],
    [
      'a line of custody was changed',
      'verify/custody',
      () => tested.tamper("UPDATE custody SET by = 'nobody' WHERE number = 4"),
    ],
    ['a line of custody was taken out', 'verify/custody', () => tested.tamper('DELETE FROM custody WHERE number = 4')],
    [
      'an input was taken off the list, with all that came in with it',
      'verify/input',
      () => tested.tamper(...WITHOUT_THIRD, 'DELETE FROM inputs WHERE key = 2'),
    ],
    ['a word of the search is gone', 'verify/search', () => tested.tamper('DELETE FROM search WHERE rowid = 3')],
    [
      'the record was changed',
      'verify/record',
      () =>
        tested.tamper(
          "UPDATE record SET item = CAST(replace(CAST(item AS TEXT), 'قذيف', 'قصفت') AS BLOB) WHERE list = 'claims'",
        ),
    ],
    [
      'a report was made to look expunged',
      'verify/tombstone',
      () => tested.tamper("UPDATE reports SET state = 'expunged' WHERE key = 3"),
    ],
    [
      'a page of the file was overwritten',
      'verify/store',
      () => {
        const file = path.join(tested.folder, CASE_FILE);
        const bytes = readFileSync(file);
        const page = Math.floor(bytes.indexOf('قذيفة') / 4096) * 4096;
        bytes.fill(0x5a, page, page + 4096);
        writeFileSync(file, bytes);
      },
    ],
  ];
  it.each(damages)('is found broken where %s', async (_, code, damage) => {
    damage();
    const first = (await findings()).find(({ severity }) => severity === 'broken');
    expect([first?.code, first?.message]).toEqual([code, expect.any(String)]);
  });

  it('is found broken where the end of its log was cut off together with what it tells of', async () => {
    const store = await tested.open();
    const { last } = await verifyCase(store, stages);
    await store.close();
    tested.tamper(
      'DELETE FROM record',
      "DELETE FROM meta WHERE key = 'record'",
      "DELETE FROM custody WHERE what = 'build'",
    );
    expect(await findings()).toEqual([]);
    expect((await findings(last!)).map(({ code }) => code)).toEqual(['verify/anchor']);
  });

  it('is whole when it was only interrupted or is older than what it holds', async () => {
    const store = await tested.open();
    await store.bytes.put([new Uint8Array([1])] as never);
    await store.inputs.begin(
      { id: (await store.bytes.put([new Uint8Array([2])] as never)).id, name: 'x', size: 1, given: {} },
      stamp(),
    );
    await store.decisions.append([decided('d:3')], stamp());
    await store.close();
    const found = await findings();
    expect(new Set(found.map(({ severity }) => severity))).toEqual(new Set(['remark']));
    expect(found.map(({ code }) => code)).toEqual(['verify/arriving', 'verify/unlisted', 'verify/record']);
  });
});
