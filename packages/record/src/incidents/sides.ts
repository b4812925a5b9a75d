import type { RecordLexicon } from '../lexicon/record-lexicon.js';
import type { Unit } from '../units/unit.js';
import { type Evidence, evidence, refusal } from './evidence.js';

/** How two sides stand to each other: `part` when one belongs to the other. */
export type SideRelation = 'same' | 'part' | 'ally' | 'other';

export const relateSides = (a: string, b: string, lexicon: RecordLexicon): SideRelation => {
  if (a === b) return 'same';
  if (isWithin(a, b, lexicon) || isWithin(b, a, lexicon)) return 'part';
  const allied = lexicon.actor(a)?.allies.includes(b) || lexicon.actor(b)?.allies.includes(a);
  return allied ? 'ally' : 'other';
};

/** Whether a side, or a group of people, is part of another. */
export const isWithin = (inner: string, outer: string, lexicon: RecordLexicon): boolean => {
  const seen = new Set<string>();
  let at: string | null = inner;
  while (at !== null && !seen.has(at)) {
    seen.add(at);
    at = lexicon.actor(at)?.parent ?? lexicon.group(at)?.within ?? null;
    if (at === outer) return true;
  }
  return false;
};

const RANK: readonly SideRelation[] = ['same', 'part', 'ally', 'other'];

/** The closest relation of any two; null when either list is empty. */
export const relateAll = (
  as: readonly string[],
  bs: readonly string[],
  lexicon: RecordLexicon,
): SideRelation | null => {
  if (as.length === 0 || bs.length === 0) return null;
  const ranks = as.flatMap((a) => bs.map((b) => RANK.indexOf(relateSides(a, b, lexicon))));
  return RANK[Math.min(...ranks)]!;
};

const sameSet = (as: readonly string[], bs: readonly string[]): boolean =>
  as.length === bs.length && as.every((a) => bs.includes(a));

/** Who did it to whom, in both units. */
export const compareSides = (a: Unit, b: Unit, lexicon: RecordLexicon): readonly Evidence[] =>
  a.kind.mutual && b.kind.mutual
    ? compareBoth(a, b, lexicon)
    : [compareActors(a, b, lexicon), compareTargets(a, b, lexicon)];

const compareActors = (a: Unit, b: Unit, lexicon: RecordLexicon): Evidence => {
  const relation = relateAll(a.actors, b.actors, lexicon);
  if (relation === null) return evidence('actor:unnamed', 0);
  if (sameSet(a.actors, b.actors)) return evidence('actor:same', 2);
  // Whoever is struck in the one telling does not strike in the other, even beside a side that both name.
  const reversed =
    relateAll(a.actors, b.targets, lexicon) === 'same' || relateAll(b.actors, a.targets, lexicon) === 'same';
  if (reversed) return refusal('actor:reversed');
  if (relation === 'same' || relation === 'part') return evidence('actor:overlap', 1.5);
  if (relation === 'ally') return evidence('actor:allied', 0.5);
  // Reports that blame different sides for one deed are to be found; whoever captures or leaves is the deed itself.
  return a.kind.harms ? evidence('actor:other', -2) : refusal('actor:other');
};

const compareTargets = (a: Unit, b: Unit, lexicon: RecordLexicon): Evidence => {
  const relation = relateAll(a.targets, b.targets, lexicon);
  if (relation === null) return evidence('target:unnamed', 0);
  if (relation === 'same') return evidence('target:same', 1);
  return relation === 'other' ? evidence('target:other', -1) : evidence('target:overlap', 0.5);
};

/** Sides of a fight that either report may name first. */
const compareBoth = (a: Unit, b: Unit, lexicon: RecordLexicon): Evidence[] => {
  const as = [...new Set([...a.actors, ...a.targets])];
  const bs = [...new Set([...b.actors, ...b.targets])];
  if (as.length === 0 || bs.length === 0) return [evidence('sides:unnamed', 0)];
  const close = (x: string, others: readonly string[]) =>
    others.some((y) => ['same', 'part', 'ally'].includes(relateSides(x, y, lexicon)));
  const [matchedA, matchedB] = [as.filter((x) => close(x, bs)).length, bs.filter((x) => close(x, as)).length];
  if (matchedA === as.length && matchedB === bs.length)
    return [evidence('sides:same', as.length > 1 || bs.length > 1 ? 3 : 2)];
  if (matchedA === 0 || matchedB === 0) return [refusal('sides:other')];
  // One enemy in common is no fight in common when each names another opponent.
  if (matchedA < as.length && matchedB < bs.length) return [refusal('sides:other-opponent')];
  return [evidence('sides:overlap', 1.5)];
};
