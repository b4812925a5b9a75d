import type { CaseRecord } from '@isnad/model';
import {
  type BareRow,
  filled,
  hashOfItems,
  hashOfList,
  type ItemRow,
  planList,
  together,
  unknownOf,
} from '../record/items.js';
import {
  type ItemOf,
  RECORD_LISTS,
  type RecordBasis,
  type RecordHead,
  type RecordList,
  type StoredRecord,
} from '../store.js';
import { logActs } from './custody.js';
import { blobOf, type Sql, textOf } from './database.js';

const HEAD = 'record';

/** Brings a stored list to what it should be; gives the number of rows written and the hash of the list. */
const putList = (
  sql: Sql,
  list: RecordList,
  items: readonly object[],
): { readonly written: number; readonly hash: string } => {
  const kept = sql.all<ItemRow>('SELECT key, position, id, hash FROM record WHERE list = ?', list);
  const { gone, added, changed, moved, hash: whole } = planList(list, items, kept);
  for (const key of gone) sql.run('DELETE FROM record WHERE key = ?', key);
  for (const { position, id, hash, item } of added)
    sql.run(
      'INSERT INTO record (list, position, id, hash, item) VALUES (?, ?, ?, ?, ?)',
      list,
      position,
      id,
      hash,
      blobOf(JSON.stringify(item)),
    );
  for (const { key, position, hash, item } of changed)
    sql.run(
      'UPDATE record SET position = ?, hash = ?, item = ? WHERE key = ?',
      position,
      hash,
      blobOf(JSON.stringify(item)),
      key,
    );
  for (const { key, position } of moved) sql.run('UPDATE record SET position = ? WHERE key = ?', position, key);
  return { written: gone.length + added.length + changed.length + moved.length, hash: whole };
};

/** The same, where the list that is kept may be the wanted one: then nothing of it is looked at. */
const putChanged = (
  sql: Sql,
  list: RecordList,
  items: readonly object[],
  before: string | undefined,
): ReturnType<typeof putList> =>
  before !== undefined && before === hashOfItems(list, items)
    ? { written: 0, hash: before }
    : putList(sql, list, items);

const keptHash = (sql: Sql): string =>
  together(
    RECORD_LISTS.map((list) =>
      hashOfList(
        sql
          .all<{ item: unknown }>('SELECT item FROM record WHERE list = ? ORDER BY position', list)
          .map(({ item }) => textOf(item)),
      ),
    ),
  );

const headOf = (sql: Sql): RecordHead | null => {
  const row = sql.one<{ value: string }>('SELECT value FROM meta WHERE key = ?', HEAD);
  return row ? (JSON.parse(row.value) as RecordHead) : null;
};

const basisNow = (sql: Sql, reader: string): RecordBasis => {
  const last = (table: string) => sql.one<{ key: number | null }>(`SELECT max(key) AS key FROM ${table}`)!.key ?? 0;
  return { appearance: last('appearances'), decision: last('decisions'), expunged: last('tombstones'), reader };
};

const itemsOf = <L extends RecordList>(rows: readonly { readonly item: unknown }[]): readonly ItemOf<L>[] =>
  rows.map(({ item }) => JSON.parse(textOf(item)) as ItemOf<L>);

const listOf = <L extends RecordList>(sql: Sql, list: L, offset = 0, limit = -1): readonly ItemOf<L>[] =>
  itemsOf<L>(
    offset === 0
      ? sql.all('SELECT item FROM record WHERE list = ? ORDER BY position LIMIT ?', list, limit)
      : sql.all(
          `SELECT item FROM record WHERE key IN
             (SELECT key FROM record WHERE list = ? ORDER BY position LIMIT ? OFFSET ?) ORDER BY position`,
          list,
          limit,
          offset,
        ),
  );

/** A part of a list: behind a position, so many rows. */
type Stretch = readonly [list: RecordList, after: number, limit: number];
const STRETCH = 'FROM record WHERE list = ? AND position > ? ORDER BY position LIMIT ?';
const RECORD_START = -Number.MAX_VALUE;

const reread = <L extends RecordList>(sql: Sql, known: (hash: string) => ItemOf<L> | undefined, stretch: Stretch) => {
  const rows = sql.all<BareRow>(`SELECT key, position, hash ${STRETCH}`, ...stretch);
  const { all, keys } = unknownOf(rows, known);
  const read = all
    ? sql.all<FullBlob>(`SELECT position, hash, item ${STRETCH}`, ...stretch)
    : keys.flatMap((key) => sql.all<FullBlob>('SELECT position, hash, item FROM record WHERE key = ?', key));
  return filled(
    rows,
    known,
    read.map(({ position, hash, item }) => ({ position, hash, text: textOf(item) })),
  );
};

interface FullBlob {
  readonly position: number;
  readonly hash: string;
  readonly item: unknown;
}

/** Takes the record away; it has to be made again. */
export const dropRecord = (sql: Sql): void => {
  sql.run('DELETE FROM record');
  sql.run('DELETE FROM meta WHERE key = ?', HEAD);
};

export const recordIn = (sql: Sql): StoredRecord => ({
  basisNow: async (reader) => basisNow(sql, reader),
  put: async (record, basis, stamp) =>
    sql.write(() => {
      const counts: Partial<Record<RecordList, number>> = {};
      let written = 0;
      const before = headOf(sql)?.hashes;
      const hashes: Partial<Record<RecordList, string>> = {};
      for (const list of RECORD_LISTS) {
        const items = record[list];
        if (items !== undefined) counts[list] = items.length;
        const put = putChanged(sql, list, items ?? [], before?.[list]);
        written += put.written;
        hashes[list] = put.hash;
      }
      const head: RecordHead = {
        case: record.case,
        program: record.program,
        basis,
        counts,
        hashes: hashes as Record<RecordList, string>,
      };
      sql.run(
        'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
        HEAD,
        JSON.stringify(head),
      );
      logActs(sql, [{ what: 'build', subject: 'record', input: null, output: together(Object.values(hashes)) }], stamp);
      return { written };
    }),
  head: async () => headOf(sql),
  items: async (list, { offset, limit } = {}) => listOf(sql, list, offset, limit),
  reread: async (list, known, { after = RECORD_START, limit }) => reread(sql, known, [list, after, limit]),
  byId: async <L extends RecordList>(list: L, ids: readonly string[]) =>
    itemsOf<L>(
      ids.flatMap((id) => sql.all<{ item: unknown }>('SELECT item FROM record WHERE list = ? AND id = ?', list, id)),
    ),
  hash: async () => (headOf(sql) ? keptHash(sql) : null),
  whole: async () => {
    const head = headOf(sql);
    if (!head) return null;
    const lists = RECORD_LISTS.filter((list) => head.counts[list] !== undefined).map(
      (list) => [list, listOf(sql, list)] as const,
    );
    return { case: head.case, program: head.program, ...Object.fromEntries(lists) } as unknown as CaseRecord;
  },
});
