import type { LiveEvent } from '@isnad/api';

/** Who listens to a case, and what they are told. */
export interface Hub {
  readonly tell: (event: LiveEvent) => void;
  /** The returned function ends it. */
  readonly listen: (heard: (event: LiveEvent) => void) => () => void;
  readonly count: () => number;
}

export const createHub = (): Hub => {
  const listeners = new Set<(event: LiveEvent) => void>();
  return {
    tell: (event) => {
      for (const heard of listeners) heard(event);
    },
    listen: (heard) => {
      listeners.add(heard);
      return () => void listeners.delete(heard);
    },
    count: () => listeners.size,
  };
};
