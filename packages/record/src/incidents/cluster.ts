import type { Link } from '@isnad/model';
import type { RecordMemory } from '../memory/memory.js';
import { byText } from '../order.js';
import type { Unit } from '../units/unit.js';
import { eachCandidate } from './candidates.js';
import type { Surroundings } from './compare.js';
import { type Comparison, THRESHOLD } from './evidence.js';
import { type Groups, groupsOf } from './groups.js';

/** What people decided about pairs of units, by the ids of their first mentions. */
export interface Constraints {
  readonly together: readonly (readonly [string, string])[];
  readonly apart: readonly (readonly [string, string])[];
}

export interface Cluster {
  readonly units: readonly Unit[];
  readonly why: readonly Link[];
}

/** Members of each of two clusters that are held against each other before they are joined. */
const WITNESSES = 8;
/** Groups are joined when their members agree so well on average: a vague telling in the middle is no bridge. */
const TOGETHER = 5;
/** Within one report the reader has already said what repeats what; a second opinion needs this much. */
const WITHIN_REPORT = 8;

const sameTelling = ({ score, otherFigure }: Comparison): boolean => score >= WITHIN_REPORT && !otherFigure;

/** Two units, by their places in the list, that may be one event. */
export interface Candidate {
  readonly a: number;
  readonly b: number;
  readonly score: number;
  readonly because: readonly string[];
}

/** The pairs that are good enough, the best first. */
const scoredPairs = (
  units: readonly Unit[],
  around: Surroundings,
  compared: RecordMemory['compared'],
): readonly Candidate[] => {
  const scored: Candidate[] = [];
  eachCandidate(units, (a, b) => {
    const found = compared(units[a]!, units[b]!, around);
    const { score, because } = found;
    if (found.forbidden) return;
    const enough = units[a]!.report === units[b]!.report ? sameTelling(found) : score >= THRESHOLD;
    if (enough) scored.push({ a, b, score, because });
  });
  return scored.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
};

/**
 * Joins units that tell one event: the best-scored pairs first, each join only if no member of the one excludes
 * a member of the other; then what people merged. Deterministic: units and pairs are taken in a fixed order.
 */
export const clusterUnits = (
  given: readonly Unit[],
  constraints: Constraints,
  around: Surroundings,
  { compared, candidates }: Pick<RecordMemory, 'compared' | 'candidates'>,
): readonly Cluster[] => {
  const units = [...given].sort((a, b) => byText(a.id, b.id));
  const groups = groupsOf(units.length);
  const scored = candidates([around.copied, ...units], () => scoredPairs(units, around, compared));
  const decided = decidedPairs(units, constraints);
  joinAgreeing(units, groups, scored, decided.apart, (as, bs) => agreement(as, bs, around, compared));
  joinMerged(units, groups, decided.together);
  return clustersOf(units, groups);
};

type Pairs = readonly (readonly [number, number])[];

/** What people decided, of those units that there are, by their places among them. */
const decidedPairs = (
  units: readonly Unit[],
  { together, apart }: Constraints,
): { readonly together: Pairs; readonly apart: Pairs } => {
  const at = new Map(units.map((unit, index) => [unit.id, index]));
  const known = (pairs: Constraints['apart']): Pairs =>
    pairs.flatMap(([a, b]) => (at.has(a) && at.has(b) ? [[at.get(a)!, at.get(b)!] as const] : []));
  return { together: known(together), apart: known(apart) };
};

/** Joins the groups of each pair, the best first, where nobody parted them and they agree as a whole. */
const joinAgreeing = (
  units: readonly Unit[],
  groups: Groups,
  scored: readonly Candidate[],
  apart: Pairs,
  agreementOf: (as: readonly Unit[], bs: readonly Unit[]) => number | null,
): void => {
  const { find } = groups;
  const isParted = (x: number, y: number): boolean =>
    apart.some(([a, b]) => (find(a) === x && find(b) === y) || (find(a) === y && find(b) === x));
  const some = (group: number): readonly Unit[] =>
    groups
      .membersOf(group)
      .slice(0, WITNESSES)
      .map((member) => units[member]!);
  for (const { a, b, because } of scored) {
    const [x, y] = [find(a), find(b)];
    if (x === y || isParted(x, y)) continue;
    const agreed = agreementOf(some(x), some(y));
    if (agreed === null || agreed < TOGETHER) continue;
    groups.join(x, y, { a: units[a]!.id, b: units[b]!.id, because });
  }
};

/** How well two groups agree, member by member; null when one member excludes another. */
const agreement = (
  as: readonly Unit[],
  bs: readonly Unit[],
  around: Surroundings,
  compared: RecordMemory['compared'],
): number | null => {
  let sum = 0;
  for (const a of as)
    for (const b of bs) {
      const found = compared(a, b, around);
      if (found.forbidden || (a.report === b.report && !sameTelling(found))) return null;
      sum += found.score;
    }
  return sum / (as.length * bs.length);
};

/** A merge is of whole incidents: what the rules joined to either side comes along. */
const joinMerged = (units: readonly Unit[], { find, join }: Groups, together: Pairs): void => {
  for (const [x, y] of together)
    if (find(x) !== find(y)) join(find(x), find(y), { a: units[x]!.id, b: units[y]!.id, because: ['decision:merge'] });
};

const clustersOf = (units: readonly Unit[], { find, membersOf, linksOf }: Groups): readonly Cluster[] =>
  units.flatMap((_, index) =>
    find(index) === index
      ? [
          {
            units: membersOf(index)
              .map((member) => units[member]!)
              .sort((a, b) => byText(a.id, b.id)),
            why: linksOf(index),
          },
        ]
      : [],
  );
