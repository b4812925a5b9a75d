/** Work that may be laid down at each `yield`, and gone on with later. It changes nothing that others see. */
export type Steps<T> = Generator<void, T, void>;

/** Does all of it now. */
export const atOnce = <T>(steps: Steps<T>): T => {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};

/** Of work that waits for nobody, so much is done before others are answered, ms. */
const SLICE = 5;
/** Steps between two looks at the clock: a step takes a microsecond or so. */
const UNLOOKED = 16;

/** As long as a slice, so that half of the time is left to who asks. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, SLICE));

/** Does it piece by piece, so that nobody who asks meanwhile waits longer than for a piece. Null once it is unwanted. */
export const inSlices = async <T>(steps: Steps<T>, isWanted: () => boolean = () => true): Promise<T | null> => {
  for (;;) {
    if (!isWanted()) return null;
    const until = performance.now() + SLICE;
    do {
      for (let i = 0; i < UNLOOKED; i++) {
        const step = steps.next();
        if (step.done) return step.value;
      }
    } while (performance.now() < until);
    await pause();
  }
};

/** Items sorted in one step each time. */
const RUN = 512;

/** Sorts as `sort` does: items that are equal keep their order. */
export const sortSteps = function* <T>(items: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  let from = items.slice();
  for (let at = 0; at < from.length; at += RUN) {
    const run = from.slice(at, at + RUN).sort(compare);
    for (let i = 0; i < run.length; i++) from[at + i] = run[i]!;
    yield;
  }
  let to = from.slice();
  for (let width = RUN; width < from.length; width *= 2) {
    for (let low = 0; low < from.length; low += 2 * width) {
      const [middle, high] = [Math.min(low + width, from.length), Math.min(low + 2 * width, from.length)];
      let [left, right] = [low, middle];
      for (let at = low; at < high; at++) {
        if (at % RUN === 0) yield;
        const isLeft = left < middle && (right >= high || compare(from[left]!, from[right]!) <= 0);
        to[at] = isLeft ? from[left++]! : from[right++]!;
      }
    }
    [from, to] = [to, from];
  }
  return from;
};

/** Items by key, in the order in which they come. */
export const groupSteps = function* <T, K>(
  items: readonly T[],
  keysOf: (item: T) => Iterable<K>,
): Steps<ReadonlyMap<K, T[]>> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    yield;
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
};

/** Items by their key; of several with one key the last. */
export const indexSteps = function* <T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): Steps<ReadonlyMap<string, T>> {
  const index = new Map<string, T>();
  for (const item of items) {
    yield;
    index.set(keyOf(item), item);
  }
  return index;
};
