import type { Decision } from '@isnad/model';
import { canonical } from '../canonical.js';
import { sha256 } from '../custody/entry.js';
import { StoreError } from '../errors.js';
import type { Decisions } from '../store.js';
import { logActs } from './custody.js';
import { blobOf, type Sql, textOf } from './database.js';

export const decisionsIn = (sql: Sql): Decisions => ({
  append: async (decisions, stamp) =>
    sql.write(() => {
      for (const decision of decisions) {
        const text = canonical(decision);
        const known = sql.one<{ decision: unknown }>('SELECT decision FROM decisions WHERE id = ?', decision.id);
        if (known && textOf(known.decision) === text) continue;
        if (known)
          throw new StoreError(
            'store/conflict',
            `a decision ${decision.id} was made before and says something else`,
            'Give the new one an id of its own; to take the other back, retire it.',
          );
        sql.run('INSERT INTO decisions (id, decision) VALUES (?, ?)', decision.id, blobOf(text));
        logActs(sql, [{ what: 'decide', subject: decision.id, input: null, output: sha256(text) }], stamp);
      }
    }),
  list: async ({ after = 0, limit = -1 } = {}) =>
    sql
      .all<{ key: number; decision: unknown }>(
        'SELECT key, decision FROM decisions WHERE key > ? ORDER BY key LIMIT ?',
        after,
        limit,
      )
      .map(({ key, decision }) => ({ ...(JSON.parse(textOf(decision)) as Decision), key })),
});
