import { setImmediate as turn } from 'node:timers/promises';
import type { Document, Reading } from '@isnad/model';
import type { Stamp, Store } from '@isnad/store';
import type { CaseStages } from '../stages.js';
import { asideIn, keepTried, setAside, triedBefore, unreadIn } from './aside.js';

/** Reports that one job reads: a fraction of a second of work, so that little is lost with a worker. */
export const READ_AT_ONCE = 96;

/** So often the reading of a report may end its program before it is set aside. */
const MOST_TRIES = 3;

/** Reports to be read by one job: what is unread among these appearances, both ends included. */
export interface ReadingRange {
  readonly from: number;
  readonly to: number;
}

export type Reads = Pick<CaseStages, 'read' | 'readAll' | 'reader'>;

/** Reports that wait as jobs at once; more wait in the case itself, where they cost nothing. */
const MOST_WAITING = 20_000;

/** What is to be read next, cut where every program cuts it, so that the same work has the same name. */
export const readingRanges = async (store: Store, reader: string): Promise<readonly ReadingRange[]> => {
  const unread = await unreadIn(store, reader, { limit: MOST_WAITING });
  const numbers = new Set(unread.map((key) => Math.floor((key - 1) / READ_AT_ONCE)));
  return [...numbers].map((number) => ({ from: number * READ_AT_ONCE + 1, to: (number + 1) * READ_AT_ONCE }));
};

export interface RangeRead {
  readonly read: number;
  readonly aside: number;
}

const lineOf = (error: unknown): string =>
  error instanceof Error ? `${error.name} in the reader` : 'something was thrown in the reader';

/** A report to be read, under the key of its appearance. */
export interface Unread {
  readonly key: number;
  readonly document: Document;
}

/** Reads one report; null where that fails, and the report was set aside. */
const readOrSetAside = async (
  store: Store,
  { read, reader }: Reads,
  { key, document }: Unread,
  at: string,
): Promise<Reading | null> => {
  try {
    return read(document);
  } catch (error) {
    await setAside(store, reader, {
      appearance: key,
      path: document.path,
      code: 'queue/throws',
      what: lineOf(error),
      at,
    });
    return null;
  }
};

/** So many reports are read together: what is made of each is held till the last is read. */
export const READ_TOGETHER = 16;

export interface ReadOf {
  readonly appearance: number;
  readonly reading: Reading;
}

/** Reads some reports, together where that is cheaper; gives those that could be read, the others were set aside. */
export const readTogether = async (
  store: Store,
  stages: Reads,
  some: readonly Unread[],
  at: string,
): Promise<readonly ReadOf[]> => {
  if (stages.readAll)
    try {
      const readings = stages.readAll(some.map(({ document }) => document));
      return some.map(({ key }, n) => ({ appearance: key, reading: readings[n]! }));
    } catch {
      // Which of them fails is seen when each is read by itself.
    }
  const read: ReadOf[] = [];
  for (const one of some) {
    const reading = await readOrSetAside(store, stages, one, at);
    if (reading) read.push({ appearance: one.key, reading });
  }
  return read;
};

interface Watched {
  /** A job of this range was begun before and not ended: each report is read by itself, and marked before that. */
  readonly isAgain: boolean;
  readonly stamp: () => Stamp;
  /** Told before each report, or of the first that are read together: whoever watches sees what holds the program up. */
  readonly begin?: (appearance: number) => void;
  /** Told when reading rests, and only the store is waited for. */
  readonly rest?: () => void;
}

/** Reads one by one what may have ended a program before, and sets aside what has done so too often. */
const readCarefully = async (
  store: Store,
  stages: Reads,
  found: readonly Unread[],
  { stamp, begin, rest }: Watched,
): Promise<RangeRead> => {
  const { reader } = stages;
  let [read, aside] = [0, 0];
  for (const one of found) {
    const tried = await triedBefore(store, reader, one.key);
    if (tried >= MOST_TRIES) {
      const what = `${tried} times, reading it ended its program or took too long`;
      const { path } = one.document;
      await setAside(store, reader, {
        appearance: one.key,
        path,
        code: 'queue/ends-worker',
        what,
        at: stamp().at,
      });
      aside++;
      continue;
    }
    await keepTried(store, reader, one.key, tried + 1);
    begin?.(one.key);
    const reading = await readOrSetAside(store, stages, one, stamp().at);
    rest?.();
    if (reading) await store.readings.put(reader, [{ appearance: one.key, reading }], stamp());
    await keepTried(store, reader, one.key, 0);
    if (reading) read++;
    else aside++;
  }
  return { read, aside };
};

/**
 * Reads what is unread of a range and keeps it. Killed at any moment and called again, it reads what is left; what two
 * programs read at once is kept once.
 */
export const readRange = async (
  store: Store,
  stages: Reads,
  { from, to }: ReadingRange,
  how: Watched,
): Promise<RangeRead> => {
  const { reader } = stages;
  const unread = await store.reports.documents({
    after: from - 1,
    until: to,
    limit: to - from + 1,
    unreadBy: reader,
  });
  if (unread.length === 0) return { read: 0, aside: 0 };
  const aside = new Set((await asideIn(store, reader)).map(({ appearance }) => appearance));
  const found = unread.filter(({ key }) => !aside.has(key));
  if (how.isAgain) return readCarefully(store, stages, found, how);
  const readings: ReadOf[] = [];
  for (let at = 0; at < found.length; at += READ_TOGETHER) {
    how.begin?.(found[at]!.key);
    readings.push(...(await readTogether(store, stages, found.slice(at, at + READ_TOGETHER), how.stamp().at)));
    // What another job of this program sends to the store, or hears from it, goes on between.
    await turn();
  }
  how.rest?.();
  if (readings.length > 0) await store.readings.put(reader, readings, how.stamp());
  return { read: readings.length, aside: found.length - readings.length };
};
