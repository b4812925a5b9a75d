/** The clock, and a way to wait; given, so that tests need neither. */
export interface Time {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

export const realTime: Time = {
  now: Date.now,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** Keeps requests to one host apart; hosts do not wait for one another. */
export class Rates {
  readonly #next = new Map<string, number>();
  readonly #time: Time;

  constructor(time: Time) {
    this.#time = time;
  }

  /** Waits for a host's turn, and takes it. */
  async turn(host: string, pauseMs: number): Promise<void> {
    const now = this.#time.now();
    const at = Math.max(now, this.#next.get(host) ?? 0);
    this.#next.set(host, at + pauseMs);
    if (at > now) await this.#time.sleep(at - now);
  }

  /** A host asked to be left alone for a while. */
  hold(host: string, ms: number): void {
    this.#next.set(host, Math.max(this.#next.get(host) ?? 0, this.#time.now() + ms));
  }
}
