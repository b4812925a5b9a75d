import { memorySource, readReports } from '@isnad/archive';
import { canonical, type Store } from '@isnad/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bringReadingsUpToDate } from '../read-anew.js';
import { openWorkbench, refreshRecord } from '../refresh.js';
import { takeIn } from '../take-in.js';
import { verifyCase } from '../verify/verify.js';
import { add, caseForTest, stages, stamp } from '../worked-case.fixture.js';
import { asideIn, putBack, unreadIn } from './aside.js';
import { dueIn, readingCounts } from './due.js';
import { readRange } from './reading.js';

const { reader } = stages;

/** Takes a report in without reading it. */
const addUnread = (store: Store, name: string, text: string) => {
  const source = memorySource(name, new TextEncoder().encode(text));
  const file = { name, source, given: {}, arrivals: (kept: typeof source) => readReports(kept, { given: {} }) };
  return takeIn(store, file, { ...stages, read: null }, stamp);
};

describe('reading in jobs', () => {
  let tested: Awaited<ReturnType<typeof caseForTest>>;
  let store: Store;
  beforeEach(async () => {
    tested = await caseForTest();
    store = await tested.open();
    for (let number = 1; number <= 120; number++) await addUnread(store, `${number}.txt`, `نبأ ${number}`);
  });
  afterEach(async () => {
    await store.close();
    tested.remove();
  });

  const readAll = async (read = stages.read, isAgain = false): Promise<void> => {
    for (const range of (await dueIn(store, reader)).readings)
      await readRange(store, { reader, read }, range, { isAgain, stamp });
  };

  it('cuts what is unread in ranges, and has the record of a case that one program read', async () => {
    expect(await dueIn(store, reader)).toEqual({
      readings: [
        { from: 1, to: 96 },
        { from: 97, to: 192 },
      ],
      record: false,
    });
    await readAll();
    expect(await dueIn(store, reader)).toEqual({ readings: [], record: true });
    const record = await refreshRecord(store, stages, stamp());
    expect(await dueIn(store, reader)).toEqual({ readings: [], record: false });
    const other = await caseForTest();
    const alone = await other.open();
    for (let number = 1; number <= 120; number++) await add(alone, `${number}.txt`, `نبأ ${number}`);
    expect(canonical(record)).toBe(canonical(await refreshRecord(alone, stages, stamp())));
    await alone.close();
    other.remove();
  });

  it('keeps once what two read at once, and reads only what is left', async () => {
    const range = { from: 1, to: 50 };
    const both = [1, 2].map(() => readRange(store, stages, range, { isAgain: false, stamp }));
    await Promise.all(both);
    expect(await readRange(store, stages, range, { isAgain: false, stamp })).toEqual({ read: 0, aside: 0 });
    expect(await store.readings.list(reader, { limit: 500 })).toHaveLength(50);
    const { findings } = await verifyCase(store, stages);
    expect(findings.filter(({ severity }) => severity === 'broken')).toEqual([]);
  });

  it('sets aside a report whose reading throws, tells of it, and reads it when it is put back', async () => {
    const throws: typeof stages.read = (document) => {
      if (document.path === '7.txt') throw new RangeError('نبأ');
      return stages.read(document);
    };
    await readAll(throws);
    const what = 'RangeError in the reader';
    expect(await asideIn(store, reader)).toEqual([
      { appearance: 7, path: '7.txt', code: 'queue/throws', what, at: stamp().at },
    ]);
    expect(await readingCounts(store, reader)).toEqual({ unread: 0, read: 119, aside: 1 });
    const seen: (readonly string[])[] = [];
    const bench = openWorkbench(store, {
      ...stages,
      makeRecord: (gathered, decisions) => {
        seen.push(gathered.notes.map(({ path, note }) => `${path} ${note.code}`));
        return stages.makeRecord(gathered, decisions);
      },
    });
    expect((await bench.record(stamp())).reports).toHaveLength(119);
    expect(await bench.record(stamp())).toBe(await bench.record(stamp()));
    expect(seen).toEqual([['7.txt queue/throws']]);
    expect(await putBack(store, reader)).toBe(1);
    expect((await dueIn(store, reader)).readings).toEqual([{ from: 1, to: 96 }]);
    await readAll();
    expect(await dueIn(store, reader)).toEqual({ readings: [], record: true });
    expect((await bench.record(stamp())).reports).toHaveLength(120);
    expect(seen[1]).toEqual([]);
  });

  it('reads some together, and by themselves only those among which one fails', async () => {
    const together: number[] = [];
    const alone: string[] = [];
    const one: typeof stages.read = (document) => {
      if (document.path === '7.txt') throw new RangeError('نبأ');
      return stages.read(document);
    };
    const some = {
      reader,
      read: (document: Parameters<typeof one>[0]) => {
        alone.push(document.path);
        return one(document);
      },
      readAll: (documents: Parameters<NonNullable<typeof stages.readAll>>[0]) => {
        together.push(documents.length);
        return documents.map(one);
      },
    };
    expect(await readRange(store, some, { from: 1, to: 50 }, { isAgain: false, stamp })).toEqual({
      read: 49,
      aside: 1,
    });
    expect([together, alone.length]).toEqual([[16, 16, 16, 2], 16]);
    expect((await asideIn(store, reader)).map(({ appearance }) => appearance)).toEqual([7]);
    expect(await bringReadingsUpToDate(store, some, stamp())).toBe(70);
    expect([together.slice(4), alone.length]).toEqual([[16, 16, 16, 16, 6], 16]);
    expect(await readingCounts(store, reader)).toEqual({ unread: 0, read: 119, aside: 1 });
    const { findings } = await verifyCase(store, stages);
    expect(findings.filter(({ severity }) => severity === 'broken')).toEqual([]);
  });

  it('sets aside a report that ends its program again and again, and no other', async () => {
    const ends: typeof stages.read = (document) => {
      if (document.path === '60.txt') throw Object.assign(new Error('stands for a kill'), { isKill: true });
      return stages.read(document);
    };
    // A kill in the middle of a report leaves what was marked before it; thrown out of the mark, it does the same here.
    const killed = (appearance: number) => {
      if (appearance === 60) throw new Error('killed');
    };
    for (let round = 0; round < 3; round++)
      await expect(
        readRange(store, { reader, read: ends }, { from: 51, to: 100 }, { isAgain: true, stamp, begin: killed }),
      ).rejects.toThrow('killed');
    expect((await unreadIn(store, reader)).filter((key) => key > 50 && key < 60)).toEqual([]);
    await readRange(store, { reader, read: ends }, { from: 51, to: 100 }, { isAgain: true, stamp, begin: killed });
    expect(await asideIn(store, reader)).toMatchObject([{ appearance: 60, code: 'queue/ends-worker' }]);
    expect((await unreadIn(store, reader)).filter((key) => key > 50 && key <= 100)).toEqual([]);
  });
});
