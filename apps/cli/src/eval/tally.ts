/** A count of what the gold holds, what was found, and what of it agrees. */
export interface Tally {
  gold: number;
  found: number;
  hit: number;
}

export const newTally = (): Tally => ({ gold: 0, found: 0, hit: 0 });

/** Precision, recall and F1, each 0 to 1. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export const scoreOf = (hit: number, gold: number, found: number): Score => ({
  precision: found > 0 ? hit / found : 0,
  recall: gold > 0 ? hit / gold : 0,
  f1: gold + found > 0 ? (2 * hit) / (gold + found) : 0,
});

export const scoreOfTally = ({ hit, gold, found }: Tally): Score => scoreOf(hit, gold, found);
