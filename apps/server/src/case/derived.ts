import type { Scene } from '../http/handler.js';
import { atOnce, type Steps } from '../steps.js';

/** What is kept of one record, or of one record and the decisions about it. */
export interface Once {
  /** What is kept under a key, made when it is first asked for. */
  <T>(key: string, make: () => T): T;
  readonly has: (key: string) => boolean;
  /** What is kept by `derived`, for a record of which the same follows. */
  readonly derived: () => Map<string, unknown>;
}

/** Keys of all that is derived of a record alone. */
const kinds = new Set<string>();

export const onceIn = (made: Map<string, unknown>): Once =>
  Object.assign(
    <T>(key: string, make: () => T): T => {
      if (!made.has(key)) made.set(key, make());
      return made.get(key) as T;
    },
    {
      has: (key: string) => made.has(key),
      derived: () => new Map([...made].filter(([key]) => kinds.has(key))),
    },
  );

/** Something that follows from a record (and the decisions): made at once for who asks, or ahead of that in steps. */
export interface Derived<T> {
  (scene: Scene): T;
  readonly ahead: (scene: Scene) => Steps<void>;
}

const derivedIn =
  (onceOf: (scene: Scene) => Once) =>
  <T>(key: string, steps: (scene: Scene) => Steps<T>): Derived<T> =>
    Object.assign((scene: Scene): T => onceOf(scene)(key, () => atOnce(steps(scene))), {
      ahead: function* (scene: Scene): Steps<void> {
        const once = onceOf(scene);
        if (once.has(key)) return;
        const made = yield* steps(scene);
        // Whoever asked meanwhile was given what they made: that stays.
        once(key, () => made);
      },
    });

const ofRecord = derivedIn(({ once }) => once);

/** Derived of a record, once: of its lists without decisions and notes, and of its words. */
export const derived = <T>(key: string, steps: (scene: Scene) => Steps<T>): Derived<T> => {
  kinds.add(key);
  return ofRecord(key, steps);
};

/** Derived of a record and the decisions about it, once. */
export const derivedOfDecisions = derivedIn(({ onceDecided }) => onceDecided);
