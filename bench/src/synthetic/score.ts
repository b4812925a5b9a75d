import type { CaseRecord } from '@isnad/model';

/** Shares, 0–1. */
export interface PairScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** How well incidents put together what is one: over all pairs of event claims of different reports. */
export const scorePairs = (record: CaseRecord, truth: ReadonlyMap<string, number>): PairScore => {
  const reportOf = new Map(record.claims.map(({ id, report }) => [id, report]));
  const groups = (lists: Iterable<readonly string[]>): Set<string> => {
    const pairs = new Set<string>();
    for (const list of lists)
      for (const [n, a] of list.entries())
        for (const b of list.slice(n + 1))
          if (reportOf.get(a) !== reportOf.get(b)) pairs.add(a < b ? `${a} ${b}` : `${b} ${a}`);
    return pairs;
  };
  const told = new Map<number, string[]>();
  for (const [claim, incident] of truth) told.set(incident, [...(told.get(incident) ?? []), claim]);
  const gold = groups(told.values());
  const found = groups(record.incidents.map(({ claims }) => claims.filter((id) => truth.has(id))));
  const right = [...found].filter((pair) => gold.has(pair)).length;
  const precision = found.size === 0 ? 1 : right / found.size;
  const recall = gold.size === 0 ? 1 : right / gold.size;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
};
