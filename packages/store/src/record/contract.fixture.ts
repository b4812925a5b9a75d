import { describe, expect, it } from 'vitest';
import { decision, documentFrom, HOW, record, stampBy, takeIn } from '../given.fixture.js';
import type { Store } from '../store.js';

/** What every store does with a record: the part of `storeContract` that is about it. `store`: a new one for each test. */
export const recordContract = (store: () => Store): void => {
  describe('the record', () => {
    const basis = { appearance: 1, decision: 0, expunged: 0, reader: HOW.reader };
    it('comes back as it was put', async () => {
      expect(await store().record.head()).toBeNull();
      expect(await store().record.whole()).toBeNull();
      const note = { code: 'a/b', severity: 'info', message: 'twice', start: 0, end: 0 } as const;
      const put = record(['c:2', 'c:1'], { notes: [note, note] });
      await store().record.put(put, basis, stampBy());
      expect(JSON.stringify(await store().record.whole())).toBe(JSON.stringify(put));
      expect(await store().record.head()).toMatchObject({ case: 'test', basis, counts: { incidents: 2, notes: 2 } });
    });

    it('writes only what differs, and keeps the order', async () => {
      const ids = Array.from({ length: 200 }, (_, number) => `c:${String(number * 2).padStart(3, '0')}`);
      await store().record.put(record(ids), basis, stampBy());
      const more = [...ids, 'c:101', 'c:103', 'c:999', 'c:-'].sort();
      expect(await store().record.put(record(more), basis, stampBy())).toEqual({ written: 4 });
      expect((await store().record.items('incidents')).map(({ id }) => id)).toEqual(more);
      const fewer = more.filter((id) => id !== 'c:101').reverse();
      await store().record.put(record(fewer), basis, stampBy());
      expect((await store().record.items('incidents')).map(({ id }) => id)).toEqual(fewer);
      expect((await store().record.items('incidents', { offset: 3, limit: 2 })).map(({ id }) => id)).toEqual(
        fewer.slice(3, 5),
      );
      expect((await store().record.byId('incidents', ['c:999', 'c:nobody', 'c:000'])).map(({ id }) => id)).toEqual([
        'c:999',
        'c:000',
      ]);
    });

    it('is read again without what is known', async () => {
      const ids = Array.from({ length: 130 }, (_, number) => `c:${String(number).padStart(3, '0')}`);
      await store().record.put(record(ids), basis, stampBy());
      const before = (await store().record.head())!;
      const first = await store().record.reread('incidents', () => undefined, { limit: 1_000 });
      expect(first.map(({ item }) => item)).toEqual(await store().record.items('incidents'));
      const known = new Map(first.map(({ hash, item }) => [hash, item]));
      const changed = record(['c:-', ...ids.filter((id) => id !== 'c:007')]);
      await store().record.put(changed, basis, stampBy());
      const read: unknown[] = [];
      for (let after: number | undefined; ; ) {
        const some = await store().record.reread('incidents', (hash) => known.get(hash), {
          ...(after === undefined ? {} : { after }),
          limit: 50,
        });
        read.push(...some.map(({ item }) => item));
        if (some.length < 50) break;
        after = some.at(-1)!.position;
      }
      expect(read).toEqual(changed.incidents);
      expect(read.filter((item) => first.some((one) => one.item === item))).toHaveLength(129);
      const after = (await store().record.head())!;
      expect(after.hashes!.incidents).not.toBe(before.hashes!.incidents);
      expect(after.hashes!.claims).toBe(before.hashes!.claims);
    });

    it('looks at no list that is as it was', async () => {
      const note = (message: string) => ({ code: 'a/b', severity: 'info', message, start: 0, end: 0 }) as const;
      await store().record.put(record(['c:1', 'c:2'], { notes: [note('one')] }), basis, stampBy());
      const next = record(['c:1', 'c:2'], { notes: [note('two')] });
      expect(await store().record.put(next, basis, stampBy())).toEqual({ written: 2 });
      expect(await store().record.put(next, basis, stampBy())).toEqual({ written: 0 });
      expect(JSON.stringify(await store().record.whole())).toBe(JSON.stringify(next));
      expect(await store().record.hash()).toBe((await store().custody.last())!.output);
      await store().record.put(record(['c:2', 'c:1']), basis, stampBy());
      expect((await store().record.items('incidents')).map(({ id }) => id)).toEqual(['c:2', 'c:1']);
      expect(await store().record.items('notes')).toEqual([]);
    });

    it('never runs out of room between two', async () => {
      const ids = ['c:a', 'c:z'];
      for (let number = 0; number < 80; number++) {
        ids.splice(1, 0, `c:${number}`);
        await store().record.put(record(ids), basis, stampBy());
      }
      expect((await store().record.items('incidents')).map(({ id }) => id)).toEqual(ids);
    });

    it('knows when it is stale', async () => {
      await takeIn(store(), documentFrom('قصف المدرسة في رصيف يقتل ثلاثة'));
      const before = await store().record.basisNow(HOW.reader);
      await store().decisions.append([decision('d:1')], stampBy());
      expect(await store().record.basisNow(HOW.reader)).toEqual({ ...before, decision: before.decision + 1 });
    });
  });
};
