import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expunge, reportExpunction } from './expunge.js';
import { openWorkbench, refreshRecord } from './refresh.js';
import { add, caseForTest, stages, stamp } from './worked-case.fixture.js';

describe('the record of a case that is worked on', () => {
  let tested: Awaited<ReturnType<typeof caseForTest>>;
  beforeEach(async () => {
    tested = await caseForTest();
  });
  afterEach(() => tested.remove());

  it('is read once for the record and for what it was made of', async () => {
    const store = await tested.open();
    for (let number = 0; number < 250; number++) await add(store, `${number}.txt`, `نبأ ${number}`);
    const given: number[] = [];
    const counted: typeof store = {
      ...store,
      reports: {
        ...store.reports,
        documents: async (page) => {
          const found = await store.reports.documents(page);
          given.push(...found.map(({ key }) => key));
          return found;
        },
      },
    };
    for (const _ of ['made', 'kept']) {
      given.length = 0;
      const bench = openWorkbench(counted, stages);
      const record = await bench.record(stamp());
      const { readings, documents } = await bench.gathered();
      expect([record.reports.length, readings.length, documents.size]).toEqual([250, 250, 250]);
      expect(given).toHaveLength(250);
    }
    await store.close();
  });

  it('reads only what is new, gives what is known as the same objects, and is that of a build from nothing', async () => {
    const store = await tested.open();
    const read: string[] = [];
    const seen: object[][] = [];
    const counted: typeof stages = {
      ...stages,
      read: (document) => {
        read.push(document.path);
        return stages.read(document);
      },
      makeRecord: (gathered, decisions) => {
        seen.push([...gathered.readings]);
        return stages.makeRecord(gathered, decisions);
      },
    };
    const bench = openWorkbench(store, counted);
    for (let number = 0; number < 450; number++) await add(store, `${number}.txt`, `نبأ ${number}`);
    const first = await bench.record(stamp());
    expect(first.reports).toHaveLength(450);
    expect(await bench.record(stamp())).toBe(first);
    await add(store, 'more.txt', 'نبأ آخر');
    const decision = {
      id: 'd:1',
      at: stamp().at,
      by: 'e',
      kind: 'accept',
      about: ['x'],
      reason: 'r',
      retires: null,
    } as const;
    await store.decisions.append([decision], stamp());
    const second = await bench.record(stamp());
    expect(second.reports).toHaveLength(451);
    expect(second.decisions).toEqual([decision]);
    expect(seen[1]!.slice(0, 450).every((reading, index) => reading === seen[0]![index])).toBe(true);
    expect(read).toEqual([]);
    const gone = await reportExpunction(store, [second.reports[0]!.id], 'r');
    await expunge(store, stages, gone, stamp());
    const third = await bench.record(stamp());
    expect(third.reports).toHaveLength(450);
    const { counts } = (await store.record.head())!;
    expect(counts.reports).toBe(450);
    await store.close();
    const other = await tested.open();
    expect(JSON.stringify(await refreshRecord(other, stages, stamp()))).toBe(JSON.stringify(third));
    const newer = { ...counted, reader: '0.2.0+1' };
    await refreshRecord(other, newer, stamp());
    expect(read).toHaveLength(450);
    await other.close();
  });
});
