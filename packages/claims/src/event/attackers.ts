import type { EventRead } from './mention.js';

/** Families of attacks. */
const ATTACKS = new Set(['ground', 'bomb']);

/** «المهاجمون», «القوات المهاجمة»: who attacked in the attack told last with its doer. */
export const attackersBefore = (before: readonly EventRead[]): readonly string[] => {
  for (let k = before.length - 1; k >= 0; k--) {
    const { draft, actors } = before[k]!;
    if (ATTACKS.has(draft.family) && !draft.roles.mutual && actors.length > 0) return actors;
  }
  return [];
};
