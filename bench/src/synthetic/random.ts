/** A stream of pseudo-random choices: the same seed gives the same stream (mulberry32). */
export interface Random {
  /** In [0, 1). */
  readonly next: () => number;
  /** Whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  /** So many different members, fewer if there are not so many; in no order. */
  readonly some: <T>(from: readonly T[], count: number) => readonly T[];
}

export const randomOf = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!;
  const some = <T>(from: readonly T[], count: number): readonly T[] => {
    const left = [...from];
    const taken: T[] = [];
    while (taken.length < count && left.length > 0) taken.push(...left.splice(Math.floor(next() * left.length), 1));
    return taken;
  };
  return { next, between, chance: (share) => next() < share, pick, some };
};
