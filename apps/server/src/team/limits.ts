import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refused } from '../http/refused.js';

/** Too many requests. */
export class TooMany extends Refused {
  /** @param wait seconds */
  constructor(
    readonly wait: number,
    title: string,
  ) {
    super({
      type: 'about:blank',
      status: 429,
      code: 'api/too-many-requests',
      title,
      detail: `Try again in ${wait} seconds.`,
    });
  }
}

/** Requests that one person, token or unknown address may make, counted by this server alone. */
export interface Pace {
  readonly known: (id: string) => Promise<void>;
  readonly unknown: (address: string) => Promise<void>;
}

const pace = (points: number, seconds: number): ((key: string) => Promise<void>) => {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return async (key) => {
    try {
      await limiter.consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new TooMany(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)), 'Too many requests');
    }
  };
};

/** A window of the workspace asks a dozen things at once; a person has some windows. */
export const PER_MINUTE = { known: 3_000, unknown: 300 } as const;

export const paceOf = (perMinute: { readonly known: number; readonly unknown: number }): Pace => ({
  known: pace(perMinute.known, 60),
  unknown: pace(perMinute.unknown, 60),
});
