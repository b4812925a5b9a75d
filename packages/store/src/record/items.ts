import { createHash } from 'node:crypto';
import type { KeptItem, RecordList } from '../store.js';
import { placed } from './placing.js';

/** Hash of an item, or of a list of such hashes, short enough to be kept with each. */
export const shortHash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

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

/** An item as it is kept, without its text. */
export interface ItemRow {
  readonly key: number;
  readonly position: number;
  readonly id: string;
  readonly hash: string;
}

/** What is to be written so that a kept list is the wanted one. */
export interface ListPlan {
  /** Keys of rows that go. */
  readonly gone: readonly number[];
  readonly added: readonly {
    readonly position: number;
    readonly id: string;
    readonly hash: string;
    readonly item: object;
  }[];
  readonly changed: readonly {
    readonly key: number;
    readonly position: number;
    readonly hash: string;
    readonly item: object;
  }[];
  readonly moved: readonly { readonly key: number; readonly position: number }[];
  /** Hash of the whole list. */
  readonly hash: string;
}

/** Hash of a list as `planList` gives it, where nothing may have to be written. */
export const hashOfItems = (list: RecordList, items: readonly object[]): string => {
  const whole = createHash('sha256');
  for (const item of items) whole.update(knownOf(list, item).hash).update('\n');
  return whole.digest('hex');
};

/** How a kept list comes to hold these items in this order, with as little written as can be. */
export const planList = (list: RecordList, items: readonly object[], kept: readonly ItemRow[]): ListPlan => {
  const held = new Map(kept.map((row) => [row.id, row]));
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
  const gone = kept.flatMap(({ id, key }) => (ids.has(id) ? [] : [key]));
  const placing = placed(wanted.map(({ id }) => held.get(id)?.position));
  const added: ListPlan['added'][number][] = [];
  const changed: ListPlan['changed'][number][] = [];
  const moved: ListPlan['moved'][number][] = [];
  wanted.forEach(({ id, item, hash }, index) => {
    const row = held.get(id);
    const position = placing ? (placing.positions[index] ?? row!.position) : index;
    if (!row) added.push({ position, id, hash, item });
    else if (row.hash !== hash) changed.push({ key: row.key, position, hash, item });
    else if (row.position !== position) moved.push({ key: row.key, position });
  });
  return { gone, added, changed, moved, hash: whole.digest('hex') };
};

/** Hash of all lists together, of the hash of each. */
export const together = (hashes: readonly string[]): string =>
  `sha256:${createHash('sha256').update(hashes.join()).digest('hex')}`;

/** Hash of one list out of the texts of its items, as `planList` gives it. */
export const hashOfList = (texts: Iterable<string>): string => {
  const whole = createHash('sha256');
  for (const text of texts) whole.update(shortHash(text)).update('\n');
  return whole.digest('hex');
};

/** Rows of which at least so many are unknown are read in one go rather than one by one. */
const MANY = 50;

/** A row without its item. */
export type BareRow = Pick<ItemRow, 'key' | 'position' | 'hash'>;
/** A row with its item as text. */
export type FullRow = Omit<BareRow, 'key'> & { readonly text: string };

/**
 * Rows of a page with their items: those that are known, and what is read of the others. The two looks at the store may
 * see different states of it; the head tells whoever asks, so a row that has gone is left out.
 */
export const filled = <T>(
  rows: readonly BareRow[],
  known: (hash: string) => T | undefined,
  read: readonly FullRow[],
): readonly KeptItem<T>[] => {
  const fresh = new Map(read.map((row) => [row.position, row]));
  return rows.flatMap(({ position, hash }): KeptItem<T> | readonly KeptItem<T>[] => {
    const item = known(hash);
    if (item !== undefined) return { position, hash, item };
    const row = fresh.get(position);
    return row ? { position, hash: row.hash, item: JSON.parse(row.text) as T } : [];
  });
};

/** What of a page is to be read: nothing, these rows, or all of it. */
export const unknownOf = (
  rows: readonly BareRow[],
  known: (hash: string) => unknown,
): { readonly all: boolean; readonly keys: readonly number[] } => {
  const keys = rows.flatMap(({ key, hash }) => (known(hash) === undefined ? [key] : []));
  return { all: keys.length >= MANY, keys };
};
