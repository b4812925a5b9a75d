import type { Decision } from '@isnad/model';
import { canonical } from '../canonical.js';
import { sha256 } from '../custody/entry.js';
import { StoreError } from '../errors.js';
import type { Decisions } from '../store.js';
import { insertAll, nextKey } from './bulk.js';
import type { Connection } from './connection.js';
import { logActs } from './custody.js';

export const decisionsIn = (sql: Connection): Decisions => ({
  append: (decisions, stamp) =>
    sql.write(async (rows) => {
      const known = new Map(
        (
          await rows.all<{ id: string; decision: string }>(
            'SELECT id, decision FROM decisions WHERE id = ANY ($1)',
            decisions.map(({ id }) => id),
          )
        ).map(({ id, decision }) => [id, decision]),
      );
      const fresh: { id: string; text: string }[] = [];
      for (const decision of decisions) {
        const text = canonical(decision);
        const before = known.get(decision.id);
        if (before === text) continue;
        if (before !== undefined)
          throw new StoreError(
            'store/conflict',
            `a decision ${decision.id} was made before and says something else`,
            'Give the new one an id of its own; to take the other back, retire it.',
          );
        known.set(decision.id, text);
        fresh.push({ id: decision.id, text });
      }
      const first = await nextKey(rows, 'decisions');
      await insertAll(
        rows,
        'decisions',
        { key: 'bigint', id: 'text', decision: 'text' },
        fresh.map(({ id, text }, index) => [first + index, id, text]),
      );
      await logActs(
        rows,
        fresh.map(({ id, text }) => ({ what: 'decide', subject: id, input: null, output: sha256(text) })),
        stamp,
      );
    }),
  list: async ({ after = 0, limit } = {}) =>
    (
      await sql.all<{ key: number; decision: string }>(
        'SELECT key, decision FROM decisions WHERE key > $1 ORDER BY key LIMIT $2',
        after,
        limit ?? null,
      )
    ).map(({ key, decision }) => ({ ...(JSON.parse(decision) as Decision), key })),
});
