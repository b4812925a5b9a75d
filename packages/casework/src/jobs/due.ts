import type { Store } from '@isnad/store';
import { isRecordCurrent } from '../refresh.js';
import { asideIn, unreadIn } from './aside.js';
import { type ReadingRange, readingRanges } from './reading.js';

/** What a case waits for. */
export interface Due {
  readonly readings: readonly ReadingRange[];
  /** All is read, and the record is not of what there is now. */
  readonly record: boolean;
}

/** Looks what there is to do for a case; nothing of it is written down anywhere else, so nothing can be lost. */
export const dueIn = async (store: Store, reader: string): Promise<Due> => {
  const readings = await readingRanges(store, reader);
  if (readings.length > 0) return { readings, record: false };
  const { appearance } = await store.record.basisNow(reader);
  return { readings, record: appearance > 0 && !(await isRecordCurrent(store, reader)) };
};

/** How far the reading of a case has come, in reports. */
export interface ReadingCounts {
  readonly unread: number;
  readonly read: number;
  readonly aside: number;
}

export const readingCounts = async (store: Store, reader: string): Promise<ReadingCounts> => {
  const unread = (await unreadIn(store, reader)).length;
  const read = (await store.readings.readers()).find((one) => one.reader === reader)?.count ?? 0;
  return { unread, read, aside: (await asideIn(store, reader)).length };
};
