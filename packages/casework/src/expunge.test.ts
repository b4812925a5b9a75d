import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blockName, expunge, personExpunction, reportExpunction } from './expunge.js';
import { decisionsOf, refreshRecord } from './refresh.js';
import { verifyCase } from './verify/verify.js';
import { add, caseForTest, stages, stamp } from './worked-case.fixture.js';

// Invented: "Samir al-Nahhas was killed by a shell", with an editor's decision and an address that name him.
const NAME = 'سمير النحاس';
const KILLED = `قتل ${NAME} بقذيفة زرقاء قرب الجسر`;
const QUIET = 'هدوء في رصيف';

describe('what is expunged', () => {
  let tested: Awaited<ReturnType<typeof caseForTest>>;
  beforeEach(async () => {
    tested = await caseForTest();
    const store = await tested.open();
    const url = `https://rasif.example/${encodeURIComponent('مقتل-سمير-النحاس')}`;
    await add(store, `${NAME}.txt`, KILLED, { title: `مقتل ${NAME}`, url });
    await add(store, 'edited.txt', `${KILLED} وقريبه`, { url });
    await add(store, 'lines.jsonl', `{"text":"وشيّع لسميرٍ النحّاس أمس"}\n{"text":"${QUIET}"}\n`);
    await add(store, 'quiet.txt', `${QUIET} اليوم`);
    await store.decisions.append(
      [
        {
          id: 'd:1',
          at: stamp().at,
          by: 'e',
          kind: 'correct',
          about: ['x'],
          value: { note: NAME },
          reason: NAME,
          retires: null,
        },
        { id: 'd:2', at: stamp().at, by: 'e', kind: 'accept', about: ['y'], reason: 'seen', retires: null },
      ],
      stamp(),
    );
    await refreshRecord(store, stages, stamp());
    await store.close();
  });
  afterEach(() => tested.remove());

  /** Everything in the folder of the case, as bytes. */
  const everything = (): string =>
    readdirSync(tested.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name + readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
      .join('\n');

  it('of a person is gone from bytes, texts, titles, addresses, names of files, decisions, search and record', async () => {
    const store = await tested.open();
    const graves = await expunge(
      store,
      stages,
      await personExpunction(store, stages, NAME, 'asked by the family'),
      stamp(),
    );
    expect(graves.map(({ what }) => what).sort()).toEqual([
      'decision',
      'input',
      'input',
      'input',
      'text',
      'text',
      'text',
    ]);
    expect(graves.every(({ by, reason }) => by === 'tester' && reason === 'asked by the family')).toBe(true);
    expect((await store.search.find('سمير')).total).toBe(0);
    expect((await store.search.find('قذيفة')).total).toBe(2);
    expect((await store.search.find('هدوء')).total).toBe(2);
    expect(await store.record.head()).toBeNull();
    const record = await refreshRecord(store, stages, stamp());
    expect(record.reports).toHaveLength(5);
    expect(record.claims.find(({ span }) => span.text === 'قتل ')).toBeDefined();
    expect((await decisionsOf(store)).map(({ reason }) => reason)).toEqual(['████ ██████', 'seen']);
    expect((await verifyCase(store, stages)).findings).toEqual([]);
    await store.close();
    const left = everything();
    for (const word of ['سمير', 'النحاس', 'النحّاس', encodeURIComponent('سمير')]) expect(left).not.toContain(word);
    expect(left).toContain(QUIET);
  });

  it('of a person is gone from files without a report, remarks and feeds, and from both spellings of one file', async () => {
    const store = await tested.open();
    const other = NAME.replace('ا', 'أ');
    const junk = new Uint8Array([0xff, 0xd8, 0xff, 0, 1, 2, 3]);
    for (const name of [`صورة ${NAME}.pdf`, `صورة ${other}.pdf`, 'same.pdf']) await add(store, name, junk);
    await add(store, 'remarked.txt', 'نبأ آخر');
    const remarked = (await store.inputs.list()).find(({ name }) => name === 'remarked.txt')!;
    const note = { severity: 'warning', code: 'archive/x', message: `"%D8${NAME}\\"`, params: {} } as never;
    await store.inputs.remark(remarked.key, [
      { path: `${NAME}.pdf`, note },
      { path: `${other}.pdf`, note },
    ]);
    const feed = `https://rasif.example/tag/${encodeURIComponent(NAME)}`;
    await store.shelf.put(`feed:${feed}`, { url: feed });
    await store.shelf.put('feed:https://rasif.example/rss', { left: [`https://rasif.example/${NAME}`] });
    await expunge(store, stages, await personExpunction(store, stages, NAME, 'r'), stamp());
    expect((await store.shelf.list('feed:')).map(([key]) => key)).toEqual(['feed:https://rasif.example/rss']);
    const states = new Map((await store.inputs.list()).map(({ name, state }) => [name, state]));
    expect([states.get('same.pdf'), states.get('remarked.txt'), states.get('quiet.txt')]).toEqual([
      'expunged',
      'expunged',
      'complete',
    ]);
    expect(await store.record.head()).toBeNull();
    expect((await verifyCase(store, stages)).findings).toEqual([]);
    await store.close();
    const left = everything();
    for (const word of ['سمير', 'النحاس', 'النحأس', encodeURIComponent('سمير')]) expect(left).not.toContain(word);
  });

  it('of a person is gone from a feed even where no report names him', async () => {
    const store = await tested.open();
    await store.shelf.put('feed:https://rasif.example/هدى-الريم', { url: 'https://rasif.example/هدى-الريم' });
    const graves = await expunge(store, stages, await personExpunction(store, stages, 'هدى الريم', 'r'), stamp());
    expect(graves).toEqual([]);
    await store.close();
    expect(everything()).not.toContain('الريم');
  });

  it('of a report is gone, and the rest stands', async () => {
    const store = await tested.open();
    const [first] = await store.reports.list();
    await store.decisions.append(
      [
        {
          id: 'd:3',
          at: stamp().at,
          by: 'e',
          kind: 'reject',
          about: [first!.id],
          value: { a: 'زرقاء' },
          reason: 'زرقاء',
          retires: null,
        },
      ],
      stamp(),
    );
    await expunge(store, stages, await reportExpunction(store, [first!.id], 'not ours to keep'), stamp());
    expect(await store.reports.count()).toBe(4);
    expect(await store.reports.get(first!.id)).toMatchObject({ state: 'expunged', text: '', appearances: [] });
    expect((await decisionsOf(store)).at(-1)).toEqual({
      id: 'd:3',
      at: stamp().at,
      by: 'e',
      kind: 'reject',
      about: [first!.id],
      reason: 'expunged',
      retires: null,
    });
    await refreshRecord(store, stages, stamp());
    expect((await verifyCase(store, stages)).findings).toEqual([]);
    await store.close();
    expect(everything()).not.toContain(`مقتل ${NAME}`);
  });

  it('does not come in again', async () => {
    const store = await tested.open();
    const [first] = await store.reports.list();
    await expunge(store, stages, await reportExpunction(store, [first!.id], 'r'), stamp());
    await add(store, 'again.txt', KILLED);
    await add(store, 'again.jsonl', `{"text":"نبأ"}\n`);
    expect(await store.reports.count()).toBe(5);
    expect((await verifyCase(store, stages)).findings.filter(({ severity }) => severity === 'broken')).toEqual([]);
    await store.close();
  });

  it('is found out when it was not logged, or when its bytes came back', async () => {
    const store = await tested.open();
    const [first] = await store.reports.list();
    const [input] = await store.inputs.list();
    await expunge(store, stages, await reportExpunction(store, [first!.id], 'r'), stamp());
    await store.bytes.put([new TextEncoder().encode(KILLED)] as never);
    expect((await verifyCase(store, stages)).findings.map(({ code }) => code)).toEqual(['verify/tombstone']);
    // A run that was killed before its end is ended by the next.
    await expunge(store, stages, await reportExpunction(store, [], 'r'), stamp());
    expect(await store.bytes.has(input!.id)).toBe(false);
    expect((await verifyCase(store, stages)).findings).toEqual([]);
    await store.close();
  });
});

describe('a name that is blocked', () => {
  const block = blockName(NAME);
  it.each([
    ['سمير النحاس', '████ ██████'],
    ['وسَمير النحّاس', '██████ ███████'],
    ['لسمير  النحاس،', '█████  ██████،'],
    ['سمـ.ـير النحاس', '███████ ██████'],
    ['سمير نحاس', 'سمير نحاس'],
    ['سمير', 'سمير'],
    ['عن سمير النحاس وسمير النحاس.', 'عن ████ ██████ █████ ██████.'],
    ['"\\u0633\\u0645\\u064a\\u0631 \\u0627\\u0644\\u0646\\u062d\\u0627\\u0633"', `"${'█'.repeat(61)}"`],
    ['&#1587;&#1605;&#1610;&#1585; &#1575;&#1604;&#1606;&#1581;&#1575;&#1587;', '█'.repeat(71)],
  ])('%s', (text, expected) => {
    expect(block(text)).toBe(expected);
  });

  it('is blocked where a tag stands in it, in as many units', () => {
    const text = '<b>سمير</b> النحاس';
    expect(
      block(text, [
        { start: 0, end: 3 },
        { start: 7, end: 11 },
      ]),
    ).toBe('<b>████</b> ██████');
  });
});
