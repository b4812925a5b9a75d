import { placeAgreement, setAgreement } from './agreement.js';
import { dateAgreement } from './dates.js';
import { groupFamily, idKey, peopleAmong, typeFamily } from './ids.js';
import type { ScoredEvent, ScoredFigure, ScoredSpan } from './scored.js';

const shared = (a: ScoredSpan, b: ScoredSpan): number => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));

/** How well a found event answers a gold one; 0 when it does not: elsewhere in the text, or of another family. */
export const eventWeight = (gold: ScoredEvent, found: ScoredEvent): number => {
  const triggersMeet = shared(gold.trigger, found.trigger) > 0;
  if (!triggersMeet && !(shared(gold.span, found.trigger) > 0 && shared(found.span, gold.trigger) > 0)) return 0;
  if (typeFamily(gold.type) !== typeFamily(found.type)) return 0;
  return (
    (gold.type === found.type ? 20 : 10) +
    (triggersMeet ? 5 : 0) +
    setAgreement(gold.actors, found.actors) +
    setAgreement(peopleAmong(gold.targets), peopleAmong(found.targets)) +
    placeAgreement(gold.places, found.places) +
    dateAgreement(gold.date, found.date)
  );
};

/** How well a found figure answers a gold one; 0 when it does not: elsewhere, or with another least value. */
export const figureWeight = (gold: ScoredFigure, found: ScoredFigure): number => {
  const overlap = shared(gold.span, found.span);
  if (overlap === 0) return 0;
  const sameValue = gold.min === found.min && gold.max === found.max;
  if (!sameValue && (gold.min === null || gold.min !== found.min)) return 0;
  const sameGroup = idKey(gold.group) === idKey(found.group);
  const nearGroup = groupFamily(gold.group) === groupFamily(found.group);
  return (
    (sameValue ? 10 : 5) +
    (gold.measure === found.measure ? 4 : 0) +
    (sameGroup ? 4 : nearGroup ? 3 : 0) +
    (gold.scope === found.scope ? 1 : 0) +
    overlap / Math.max(1, gold.span[1] - gold.span[0], found.span[1] - found.span[0])
  );
};

/** Pairs gold with found, one to one, best agreement first: index of gold → index of found. */
export const matchBest = <T>(
  gold: readonly T[],
  found: readonly T[],
  weight: (gold: T, found: T) => number,
): ReadonlyMap<number, number> => {
  const pairs = gold
    .flatMap((g, i) => found.map((f, j) => ({ weight: weight(g, f), i, j })))
    .filter((pair) => pair.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const matched = new Map<number, number>();
  const taken = new Set<number>();
  for (const { i, j } of pairs) {
    if (matched.has(i) || taken.has(j)) continue;
    matched.set(i, j);
    taken.add(j);
  }
  return matched;
};
