import { createHash } from 'node:crypto';
import type { CaseRecord } from '@isnad/model';
import { placed } from '../record/placing.js';
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

const shortHash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** By what an item is asked for. */
const nameOf = (list: RecordList, item: object, text: string): string => {
  const fields = item as { id?: string; place?: { id: string }; report?: string };
  if (list === 'control') return fields.place!.id;
  if (list === 'private_persons') return fields.report!;
  return fields.id ?? shortHash(text);
};

/** Items are never changed, and most are the same objects as in the build before. */
const known = new WeakMap<object, { readonly name: string; readonly hash: string }>();

const knownOf = (list: RecordList, item: object): { readonly name: string; readonly hash: string } => {
  const before = known.get(item);
  if (before) return before;
  const text = JSON.stringify(item);
  const found = { name: nameOf(list, item, text), hash: shortHash(text) };
  known.set(item, found);
  return found;
};

interface Row {
  readonly key: number;
  readonly position: number;
  readonly id: string;
  readonly hash: string;
}

/** Brings a stored list to what it should be; gives the number of rows written and the hash of the list. */
const putList = (
  sql: Sql,
  list: RecordList,
  items: readonly object[],
): { readonly written: number; readonly hash: string } => {
  const held = new Map(
    sql.all<Row>('SELECT key, position, id, hash FROM record WHERE list = ?', list).map((row) => [row.id, row]),
  );
  const seen = new Map<string, number>();
  const whole = createHash('sha256');
  const wanted = items.map((item) => {
    const { name, hash } = knownOf(list, item);
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    whole.update(hash).update('\n');
    return { id: count === 0 ? name : `${name}#${count}`, item, hash };
  });
  const ids = new Set(wanted.map(({ id }) => id));
  let written = 0;
  for (const row of held.values()) {
    if (ids.has(row.id)) continue;
    sql.run('DELETE FROM record WHERE key = ?', row.key);
    written++;
  }
  const placing = placed(wanted.map(({ id }) => held.get(id)?.position));
  wanted.forEach(({ id, item, hash }, index) => {
    const row = held.get(id);
    const position = placing ? (placing.positions[index] ?? row!.position) : index;
    if (!row)
      sql.run(
        'INSERT INTO record (list, position, id, hash, item) VALUES (?, ?, ?, ?, ?)',
        list,
        position,
        id,
        hash,
        blobOf(JSON.stringify(item)),
      );
    else if (row.hash !== hash)
      sql.run(
        'UPDATE record SET position = ?, hash = ?, item = ? WHERE key = ?',
        position,
        hash,
        blobOf(JSON.stringify(item)),
        row.key,
      );
    else if (row.position !== position) sql.run('UPDATE record SET position = ? WHERE key = ?', position, row.key);
    else return;
    written++;
  });
  return { written, hash: whole.digest('hex') };
};

/** Hash of all lists together, of the hash of each. */
const together = (hashes: readonly string[]): string =>
  `sha256:${createHash('sha256').update(hashes.join()).digest('hex')}`;

const keptHash = (sql: Sql): string =>
  together(
    RECORD_LISTS.map((list) => {
      const whole = createHash('sha256');
      for (const { item } of sql.all<{ item: unknown }>(
        'SELECT item FROM record WHERE list = ? ORDER BY position',
        list,
      ))
        whole.update(shortHash(textOf(item))).update('\n');
      return whole.digest('hex');
    }),
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
      const hashes: string[] = [];
      for (const list of RECORD_LISTS) {
        const items = record[list];
        if (items !== undefined) counts[list] = items.length;
        const put = putList(sql, list, items ?? []);
        written += put.written;
        hashes.push(put.hash);
      }
      const head: RecordHead = { case: record.case, program: record.program, basis, counts };
      sql.run(
        'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
        HEAD,
        JSON.stringify(head),
      );
      logActs(sql, [{ what: 'build', subject: 'record', input: null, output: together(hashes) }], stamp);
      return { written };
    }),
  head: async () => headOf(sql),
  items: async (list, { offset, limit } = {}) => listOf(sql, list, offset, limit),
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
