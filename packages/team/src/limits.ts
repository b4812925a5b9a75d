import { createHash } from 'node:crypto';
import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

/** How often something may be tried, counted by all servers of a team together. */
export interface Limit {
  /** Counts a try; gives the seconds to wait where there were too many, else 0. */
  readonly take: (key: string) => Promise<number>;
  /** Begins anew. */
  readonly forget: (key: string) => Promise<void>;
}

/** Tries at signing in, of three kinds: of one account from one address, from one address, at one account. */
export interface Limits {
  readonly pair: Limit;
  readonly address: Limit;
  readonly account: Limit;
}

const MINUTE = 60;

/** A key tells who tried what; only its hash is kept. */
const hidden = (key: string): string => createHash('sha256').update(key).digest('base64url');

const limitIn = (pool: pg.Pool, name: string, points: number, seconds: number): Limit => {
  const limiter = new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    schemaName: 'isnad_team',
    tableName: 'attempt',
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: seconds,
  });
  return {
    take: async (key) => {
      try {
        await limiter.consume(hidden(key));
        return 0;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
        throw refusal;
      }
    },
    forget: async (key) => void (await limiter.delete(hidden(key))),
  };
};

export const limitsIn = (pool: pg.Pool): Limits => ({
  pair: limitIn(pool, 'pair', 6, 15 * MINUTE),
  address: limitIn(pool, 'address', 60, 15 * MINUTE),
  // An account can be tried from many addresses; whoever is signed in stays so meanwhile.
  account: limitIn(pool, 'account', 40, 60 * MINUTE),
});
