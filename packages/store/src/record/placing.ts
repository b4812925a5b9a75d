/** Where the items of a list stand now, and where they are to stand. */
export interface Placing {
  /** New position by index of the item; null where the item keeps the one it has. */
  readonly positions: readonly (number | null)[];
}

/** Indexes of a longest rising row among positions; -1 in place of items that are new. */
const rising = (held: readonly (number | undefined)[]): ReadonlySet<number> => {
  const tails: number[] = [];
  const before = new Int32Array(held.length).fill(-1);
  held.forEach((position, index) => {
    if (position === undefined) return;
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (held[tails[middle]!]! < position) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = index;
  });
  const kept = new Set<number>();
  for (let index = tails[tails.length - 1] ?? -1; index >= 0; index = before[index]!) kept.add(index);
  return kept;
};

/**
 * Positions for a list of which some items are there already, at `held[i]`: as many as can keep theirs, the others
 * are put between. Null when there is no room left between two neighbours and all must be placed anew.
 */
export const placed = (held: readonly (number | undefined)[]): Placing | null => {
  const kept = rising(held);
  const positions: (number | null)[] = held.map(() => null);
  let low: number | null = null;
  for (let index = 0; index < held.length; ) {
    if (kept.has(index)) {
      low = held[index]!;
      index++;
      continue;
    }
    let end = index;
    while (end < held.length && !kept.has(end)) end++;
    const from: number = low ?? (end < held.length ? held[end]! - (end - index) - 1 : -1);
    const to: number = end < held.length ? held[end]! : from + (end - index) + 1;
    const step: number = (to - from) / (end - index + 1);
    for (let at = index; at < end; at++) {
      const position: number = from + step * (at - index + 1);
      if (!(position > (at === index ? from : positions[at - 1]!)) || !(position < to)) return null;
      positions[at] = position;
    }
    index = end;
  }
  return { positions };
};
