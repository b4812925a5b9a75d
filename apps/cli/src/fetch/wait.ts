import { setTimeout } from 'node:timers/promises';

/** The longest that a timer can be set for. */
const LONGEST = 2 ** 31 - 1;

/** How a program that runs on and on waits, and learns that somebody ends it. */
export interface Ending {
  /** Set when somebody ends the program, so that what is begun is ended well. */
  readonly signal: AbortSignal;
  /** Waits so many milliseconds, or until somebody ends the program. */
  readonly wait: (ms: number) => Promise<void>;
}

/** Ends with the first Ctrl-C or SIGTERM; the second ends the program as it stands. */
export const endedBySignals = (): Ending => {
  const ending = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => ending.abort());
  const { signal } = ending;
  return {
    signal,
    wait: (ms) => setTimeout(Math.min(ms, LONGEST), undefined, { signal }).catch(() => undefined),
  };
};
