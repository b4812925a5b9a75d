import type { PreservedBytes } from '../bytes/bytes.js';
import { StoreError } from '../errors.js';
import type { Expunging, Tombstone } from '../store.js';
import type { Sql } from './database.js';

export const expungingIn = (sql: Sql, _bytes: PreservedBytes): Expunging => ({
  run: async () => {
    throw new StoreError('store/conflict', 'nothing can be expunged yet', 'Wait for the next version.');
  },
  tombstones: async () =>
    sql.all<Tombstone>('SELECT key, what, hash, remains AS left, by, at, reason FROM tombstones ORDER BY key'),
});
