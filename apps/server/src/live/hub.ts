import type { LiveEvent } from '@isnad/api';

/** Who listens to a case, and what they are told. */
export interface Hub {
  readonly tell: (event: LiveEvent) => void;
  /** The returned function ends it; `ended` is called when nothing more will be told. */
  readonly listen: (heard: (event: LiveEvent) => void, ended?: () => void) => () => void;
  readonly end: () => void;
  readonly count: () => number;
}

export const createHub = (): Hub => {
  const listeners = new Map<object, { readonly heard: (event: LiveEvent) => void; readonly ended: () => void }>();
  return {
    tell: (event) => {
      for (const { heard } of listeners.values()) heard(event);
    },
    listen: (heard, ended = () => {}) => {
      const key = {};
      listeners.set(key, { heard, ended });
      return () => void listeners.delete(key);
    },
    end: () => {
      const all = [...listeners.values()];
      listeners.clear();
      for (const { ended } of all) ended();
    },
    count: () => listeners.size,
  };
};
