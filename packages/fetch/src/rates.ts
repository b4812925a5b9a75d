import { setTimeout } from 'node:timers/promises';
import { Refusal } from './refusal.js';

/** What a host asks for beyond that is taken for a slip. */
const DAY = 24 * 60 * 60 * 1000;

/** The clock, and a way to wait; given, so that tests need neither. */
export interface Time {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Ends at once, and well, where `signal` says so. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

export const realTime: Time = {
  now: Date.now,
  sleep: (ms, signal) => setTimeout(ms, undefined, signal && { signal }).catch(() => undefined),
};

/** Keeps requests to one host apart; hosts do not wait for one another. */
export class Rates {
  readonly #next = new Map<string, number>();
  readonly #time: Time;
  readonly #longest: number;

  /** @param longest the longest that is waited for a turn, in milliseconds */
  constructor(time: Time, longest: number) {
    this.#time = time;
    this.#longest = longest;
  }

  /**
   * Waits for a host's turn, takes it, and gives how long was waited, in milliseconds.
   * @throws Refusal where the host asked to be left alone for longer than anybody waits: it is not asked
   */
  async turn(host: string, pauseMs: number, signal?: AbortSignal): Promise<number> {
    const now = this.#time.now();
    const at = Math.max(now, this.#next.get(host) ?? 0);
    if (at - now > this.#longest)
      throw new Refusal(
        'fetch/try-later',
        `The host asked to be left alone for another ${Math.ceil((at - now) / 1000)} seconds, so it was not asked. Add the address again later.`,
      );
    this.#next.set(host, at + pauseMs);
    if (at === now) return 0;
    await this.#time.sleep(at - now, signal);
    return at - now;
  }

  /** A host asked to be left alone for a while: no request goes to it before, a day at the most. */
  hold(host: string, ms: number): void {
    this.#next.set(host, Math.max(this.#next.get(host) ?? 0, this.#time.now() + Math.min(ms, DAY)));
  }
}
