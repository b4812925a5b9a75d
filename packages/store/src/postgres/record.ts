import type { CaseRecord } from '@isnad/model';
import {
  type BareRow,
  type FullRow,
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
import { insertAll, nextKey, runOver } from './bulk.js';
import type { Connection, Rows, Value } from './connection.js';
import { logActs } from './custody.js';

const HEAD = 'record';
/** Items that are asked for at once. */
const PAGE = 2000;

/** Rows made one by one: the texts of a whole record at once would be as large as the record. */
const each = function* <T>(
  items: readonly T[],
  row: (item: T, index: number) => readonly Value[],
): Generator<readonly Value[]> {
  for (const [index, item] of items.entries()) yield row(item, index);
};

/** Brings a stored list to what it should be; gives the number of rows written and the hash of the list. */
const putList = async (
  sql: Rows,
  list: RecordList,
  items: readonly object[],
): Promise<{ readonly written: number; readonly hash: string }> => {
  const kept = await sql.all<ItemRow>('SELECT key, position, id, hash FROM record WHERE list = $1', list);
  const { gone, added, changed, moved, hash: whole } = planList(list, items, kept);
  if (gone.length > 0) await sql.run('DELETE FROM record WHERE key = ANY ($1::bigint[])', gone);
  const first = added.length === 0 ? 0 : await nextKey(sql, 'record');
  await insertAll(
    sql,
    'record',
    { key: 'bigint', list: 'text', position: 'float8', id: 'text', hash: 'text', item: 'text' },
    each(added, ({ position, id, hash, item }, index) => [
      first + index,
      list,
      position,
      id,
      hash,
      JSON.stringify(item),
    ]),
  );
  await runOver(
    sql,
    ['bigint', 'float8', 'text', 'text'],
    each(changed, ({ key, position, hash, item }) => [key, position, hash, JSON.stringify(item)]),
    (values) =>
      `UPDATE record SET position = n.position, hash = n.hash, item = n.item
       FROM (VALUES ${values}) AS n (key, position, hash, item) WHERE record.key = n.key`,
  );
  await runOver(
    sql,
    ['bigint', 'float8'],
    moved.map(({ key, position }) => [key, position]),
    (values) =>
      `UPDATE record SET position = n.position FROM (VALUES ${values}) AS n (key, position) WHERE record.key = n.key`,
  );
  return { written: gone.length + added.length + changed.length + moved.length, hash: whole };
};

const headOf = async (sql: Rows): Promise<RecordHead | null> => {
  const row = await sql.one<{ value: string }>('SELECT value FROM meta WHERE key = $1', HEAD);
  return row ? (JSON.parse(row.value) as RecordHead) : null;
};

/** The same, where the list that is kept may be the wanted one: then nothing of it is looked at. */
const putChanged = async (
  sql: Rows,
  list: RecordList,
  items: readonly object[],
  before: string | undefined,
): ReturnType<typeof putList> =>
  before !== undefined && before === hashOfItems(list, items)
    ? { written: 0, hash: before }
    : putList(sql, list, items);

/** The texts of a list in its order. */
const textsOf = async (sql: Rows, list: RecordList): Promise<readonly string[]> => {
  const texts: string[] = [];
  for (let after = -Infinity; ; ) {
    const rows = await sql.all<{ position: number; item: string }>(
      'SELECT position, item FROM record WHERE list = $1 AND position > $2 ORDER BY position LIMIT $3',
      list,
      after,
      PAGE,
    );
    for (const { item } of rows) texts.push(item);
    if (rows.length < PAGE) return texts;
    after = rows.at(-1)!.position;
  }
};

const itemOf = <L extends RecordList>(text: string): ItemOf<L> => JSON.parse(text) as ItemOf<L>;

const STRETCH = 'FROM record WHERE list = $1 AND position > $2 ORDER BY position LIMIT $3';

const reread = async <L extends RecordList>(
  sql: Connection,
  list: L,
  known: (hash: string) => ItemOf<L> | undefined,
  { after = -Infinity, limit }: { readonly after?: number; readonly limit: number },
) => {
  const stretch = [list, after, limit] as const;
  const rows = await sql.all<BareRow>(`SELECT key, position, hash ${STRETCH}`, ...stretch);
  const { all, keys } = unknownOf(rows, known);
  if (keys.length === 0) return filled(rows, known, []);
  const text = 'position, hash, item AS text';
  return filled(
    rows,
    known,
    all
      ? await sql.all<FullRow>(`SELECT ${text} ${STRETCH}`, ...stretch)
      : await sql.all<FullRow>(`SELECT ${text} FROM record WHERE key = ANY ($1::bigint[])`, keys),
  );
};

/** Takes the record away; it has to be made again. */
export const dropRecord = async (sql: Rows): Promise<void> => {
  await sql.run('DELETE FROM record');
  await sql.run('DELETE FROM meta WHERE key = $1', HEAD);
};

export const recordIn = (sql: Connection): StoredRecord => ({
  basisNow: async (reader) => {
    const keys = (await sql.one<Omit<RecordBasis, 'reader'>>(
      `SELECT (SELECT coalesce(max(key), 0) FROM appearances) AS appearance,
        (SELECT coalesce(max(key), 0) FROM decisions) AS decision,
        (SELECT coalesce(max(key), 0) FROM tombstones) AS expunged`,
    ))!;
    return { ...keys, reader };
  },
  put: (record, basis, stamp) =>
    sql.write(async (rows) => {
      const counts: Partial<Record<RecordList, number>> = {};
      let written = 0;
      const before = (await headOf(rows))?.hashes;
      const hashes: Partial<Record<RecordList, string>> = {};
      for (const list of RECORD_LISTS) {
        const items = record[list];
        if (items !== undefined) counts[list] = items.length;
        const put = await putChanged(rows, list, items ?? [], before?.[list]);
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
      await rows.run(
        'INSERT INTO meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
        HEAD,
        JSON.stringify(head),
      );
      await logActs(
        rows,
        [{ what: 'build', subject: 'record', input: null, output: together(Object.values(hashes)) }],
        stamp,
      );
      return { written };
    }),
  head: () => headOf(sql),
  items: async <L extends RecordList>(list: L, { offset = 0, limit }: { offset?: number; limit?: number } = {}) =>
    (
      await sql.all<{ item: string }>(
        'SELECT item FROM record WHERE list = $1 ORDER BY position LIMIT $2 OFFSET $3',
        list,
        limit ?? null,
        offset,
      )
    ).map(({ item }) => itemOf<L>(item)),
  reread: (list, known, page) => reread(sql, list, known, page),
  byId: async <L extends RecordList>(list: L, ids: readonly string[]) => {
    const rows = await sql.all<{ id: string; item: string }>(
      'SELECT id, item FROM record WHERE list = $1 AND id = ANY ($2)',
      list,
      ids,
    );
    const found = new Map(rows.map(({ id, item }) => [id, item]));
    return ids.flatMap((id) => (found.has(id) ? [itemOf<L>(found.get(id)!)] : []));
  },
  hash: () =>
    sql.snapshot(async (rows) => {
      if (!(await headOf(rows))) return null;
      const hashes: string[] = [];
      for (const list of RECORD_LISTS) hashes.push(hashOfList(await textsOf(rows, list)));
      return together(hashes);
    }),
  whole: () =>
    sql.snapshot(async (rows) => {
      const head = await headOf(rows);
      if (!head) return null;
      const lists: [string, readonly object[]][] = [];
      for (const list of RECORD_LISTS)
        if (head.counts[list] !== undefined) lists.push([list, (await textsOf(rows, list)).map(itemOf)]);
      return { case: head.case, program: head.program, ...Object.fromEntries(lists) } as unknown as CaseRecord;
    }),
});
