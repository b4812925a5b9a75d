import type { Loss } from './form.js';

/** Counts what a form cannot hold, by reason, in the order in which reasons first arose. */
export interface LossTally {
  readonly lose: (what: string, count?: number) => void;
  readonly list: () => readonly Loss[];
}

/** A tally that begins with what the form never holds, whatever the record. */
export const lossTally = (always: readonly string[] = []): LossTally => {
  const counts = new Map<string, number>();
  return {
    lose: (what, count = 1) => {
      if (count > 0) counts.set(what, (counts.get(what) ?? 0) + count);
    },
    list: () => [
      ...always.map((what) => ({ what, count: null })),
      ...[...counts].map(([what, count]) => ({ what, count })),
    ],
  };
};

/** A loss in words: `12 incidents: no place is known`. */
export const sayLoss = ({ what, count }: Loss): string => (count === null ? what : `${count} × ${what}`);
