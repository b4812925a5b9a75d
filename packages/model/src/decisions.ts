import type { Decision } from './record.js';

/**
 * The decisions in force, oldest first. A decision is out of force when one that is itself in force retires
 * it; so retiring a retirement restores what it had retired.
 */
export const activeDecisions = (decisions: readonly Decision[]): readonly Decision[] => {
  const distinct = new Map(decisions.map((decision) => [decision.id, decision]));
  const ordered = [...distinct.values()].sort((a, b) => instant(a) - instant(b) || (a.id < b.id ? -1 : 1));
  const retired = new Set<string>();
  for (const decision of [...ordered].reverse()) {
    if (decision.retires !== null && !retired.has(decision.id)) retired.add(decision.retires);
  }
  return ordered.filter(({ id }) => !retired.has(id));
};

const instant = ({ at }: Decision): number => Date.parse(at) || 0;
