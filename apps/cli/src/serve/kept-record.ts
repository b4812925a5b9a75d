import type { CaseRecord } from '@isnad/model';
import { type ItemOf, RECORD_LISTS, type RecordHead, type RecordList, type Store } from '@isnad/store';

/** Items of a record taken at a time: some milliseconds. */
const SOME = 500;

/** Between two of these those who ask are answered. */
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2));

/** A list as it was read last. */
interface ReadList {
  /** Of the list; undefined where the record has none. */
  readonly hash: string | undefined;
  readonly items: readonly object[];
  readonly byHash: ReadonlyMap<string, object>;
}

const NOTHING: ReadList = { hash: undefined, items: [], byHash: new Map() };

/** Reads the record of a store again and again. */
export interface RecordReader {
  /**
   * The record as of a head. It is read in many steps, between which another may be put: it is of this head if the head is
   * the same afterwards. What did not change since the last time is the very same objects: items, and whole lists.
   */
  readonly read: (head: RecordHead) => Promise<CaseRecord>;
  /** Keeps this one to hold the next against. Before, nothing of what was read is kept. */
  readonly keep: () => void;
  readonly forget: () => void;
}

export const recordReader = (store: Store): RecordReader => {
  let kept: ReadonlyMap<RecordList, ReadList> = new Map();
  let latest: Map<RecordList, ReadList> = new Map();

  const listOf = async <L extends RecordList>(list: L, hash: string | undefined): Promise<ReadList> => {
    const before = kept.get(list) ?? NOTHING;
    if (hash !== undefined && before.hash === hash) return before;
    const [items, byHash] = [[] as ItemOf<L>[], new Map<string, object>()];
    for (let after: number | undefined; ; ) {
      const known = (of: string) => before.byHash.get(of) as ItemOf<L> | undefined;
      const some = await store.record.reread(list, known, {
        ...(after === undefined ? {} : { after }),
        limit: SOME,
      });
      for (const { hash: own, item } of some) {
        items.push(item);
        byHash.set(own, item);
      }
      if (some.length < SOME) break;
      after = some.at(-1)!.position;
      await breath();
    }
    return { hash, items, byHash };
  };
  return {
    read: async ({ case: name, program, counts, hashes }) => {
      latest = new Map();
      for (const list of RECORD_LISTS) {
        // Lists that a record lacks stay absent: no list of private persons is not the same as nobody on it.
        if (counts[list] !== undefined) latest.set(list, await listOf(list, hashes?.[list]));
      }
      const lists = [...latest].map(([list, { items }]) => [list, items] as const);
      return { case: name, program, ...Object.fromEntries(lists) } as unknown as CaseRecord;
    },
    keep: () => {
      kept = latest;
      latest = new Map();
    },
    forget: () => {
      kept = new Map();
    },
  };
};
