import { expect } from 'vitest';
import { brokenAt } from './custody/entry.js';
import type { Store } from './store.js';

/** Holds a case that an earlier version kept (`filled` of each kind of store) against what was put into it then. */
export const expectFilled = async (store: Store): Promise<void> => {
  const [report] = await store.reports.list();
  expect(report).toMatchObject({ path: 'a.txt', day: '2020-01-01', title: 'خبر' });
  expect((await store.reports.get(report!.id))!.text).toBe('قصف رصيف');
  expect((await store.readings.list('0.1.0+1')).map(({ reading }) => reading.report.path)).toEqual(['a.txt']);
  expect((await store.decisions.list()).map(({ id }) => id)).toEqual(['d:1']);
  expect((await store.search.find('القصف')).total).toBe(1);
  expect(await store.search.fault()).toBeNull();
  expect(brokenAt(await store.custody.list())).toBeNull();
  expect(await store.shelf.get('feed')).toEqual({ etag: '1' });
  expect(await store.faults()).toEqual([]);
};
