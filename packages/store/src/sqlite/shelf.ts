import type { Shelf } from '../store.js';
import type { Sql } from './database.js';

interface Row {
  readonly key: string;
  readonly value: string;
}

export const shelfIn = (sql: Sql): Shelf => ({
  get: async (key) => {
    const row = sql.one<Row>('SELECT key, value FROM shelf WHERE key = ?', key);
    return row ? (JSON.parse(row.value) as unknown) : undefined;
  },
  put: async (key, value) => {
    sql.run(
      'INSERT INTO shelf (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      key,
      JSON.stringify(value),
    );
  },
  add: async (key, value) =>
    sql.run('INSERT INTO shelf (key, value) VALUES (?, ?) ON CONFLICT DO NOTHING', key, JSON.stringify(value)).changes >
    0,
  list: async (prefix) =>
    sql
      .all<Row>('SELECT key, value FROM shelf WHERE substr(key, 1, ?) = ? ORDER BY key', prefix.length, prefix)
      .map(({ key, value }) => [key, JSON.parse(value) as unknown] as const),
});
