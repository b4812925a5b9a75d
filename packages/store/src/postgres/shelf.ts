import { shortHash } from '../record/items.js';
import type { Shelf } from '../store.js';
import type { Connection } from './connection.js';

interface Row {
  readonly key: string;
  readonly value: string;
}

export const shelfIn = (sql: Connection): Shelf => ({
  get: async (key) => {
    const row = await sql.one<Row>('SELECT key, value FROM shelf WHERE key_hash = $1', shortHash(key));
    return row ? (JSON.parse(row.value) as unknown) : undefined;
  },
  put: async (key, value) =>
    void (await sql.run(
      `INSERT INTO shelf (key_hash, key, value) VALUES ($1, $2, $3)
       ON CONFLICT (key_hash) DO UPDATE SET value = excluded.value`,
      shortHash(key),
      key,
      JSON.stringify(value),
    )),
  add: async (key, value) =>
    (await sql.run(
      'INSERT INTO shelf (key_hash, key, value) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      shortHash(key),
      key,
      JSON.stringify(value),
    )) > 0,
  list: async (prefix) =>
    (await sql.all<Row>('SELECT key, value FROM shelf WHERE starts_with(key, $1) ORDER BY key', prefix)).map(
      ({ key, value }) => [key, JSON.parse(value) as unknown] as const,
    ),
});
