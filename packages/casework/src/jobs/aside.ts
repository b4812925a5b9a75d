import type { Note } from '@isnad/model';
import { note } from '@isnad/model';
import type { Page, Store } from '@isnad/store';

/** `queue/throws`: reading it fails. `queue/ends-worker`: reading it ended its program, or held it up, several times. */
export type AsideCode = 'queue/throws' | 'queue/ends-worker';

/** A report that this version of the reader cannot read: nothing waits for it until somebody puts it back. */
export interface SetAside {
  readonly appearance: number;
  /** Of the report, as it came in. */
  readonly path: string;
  readonly code: AsideCode;
  /** What the program said, in one line and without words of the report. */
  readonly what: string;
  /** RFC 3339. */
  readonly at: string;
}

const asidePrefix = (reader: string): string => `aside:${reader}:`;
const triedKey = (reader: string, appearance: number): string => `tried:${reader}:${appearance}`;

/** Reports that are set aside, in the order in which they came in. */
export const asideIn = async (store: Store, reader: string): Promise<readonly SetAside[]> =>
  (await store.shelf.list(asidePrefix(reader)))
    .flatMap(([, value]) => (value === null ? [] : [value as SetAside]))
    .sort((a, b) => a.appearance - b.appearance);

export const setAside = (store: Store, reader: string, one: SetAside): Promise<void> =>
  store.shelf.put(asidePrefix(reader) + one.appearance, one);

/** Puts reports back that were set aside, so that they are read again; gives how many. */
export const putBack = async (
  store: Store,
  reader: string,
  isMeant: (one: SetAside) => boolean = () => true,
): Promise<number> => {
  const meant = (await asideIn(store, reader)).filter(isMeant);
  for (const { appearance } of meant) {
    await store.shelf.put(triedKey(reader, appearance), null);
    await store.shelf.put(asidePrefix(reader) + appearance, null);
  }
  return meant.length;
};

/** How often a report was begun to be read, and not ended. */
export const triedBefore = async (store: Store, reader: string, appearance: number): Promise<number> =>
  ((await store.shelf.get(triedKey(reader, appearance))) as number | null | undefined) ?? 0;

export const keepTried = (store: Store, reader: string, appearance: number, times: number): Promise<void> =>
  store.shelf.put(triedKey(reader, appearance), times === 0 ? null : times);

/** Keys of appearances that are still to be read, or of the next so many: not those that were set aside. */
export const unreadIn = async (store: Store, reader: string, page?: Page): Promise<readonly number[]> => {
  const missing = await store.readings.missing(reader, page);
  if (missing.length === 0) return missing;
  const aside = new Set((await asideIn(store, reader)).map(({ appearance }) => appearance));
  return aside.size === 0 ? missing : missing.filter((key) => !aside.has(key));
};

/** What a record says of a report that nobody could read. */
export const asideNote = ({ code, what }: SetAside): Note =>
  note(code, 'error', `The report was set aside: ${what}. Nothing of it stands in the record.`);
