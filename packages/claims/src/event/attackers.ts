import type { Grammar } from '../reader.js';
import type { EventRead } from './mention.js';

/** «المهاجمون», «القوات المهاجمة»: who attacked in the attack told last with its doer. */
export const attackersBefore = (before: readonly EventRead[], { words }: Pick<Grammar, 'words'>): readonly string[] => {
  for (let k = before.length - 1; k >= 0; k--) {
    const { draft, actors } = before[k]!;
    if (words.holds('attack', draft.family) && !draft.roles.mutual && actors.length > 0) return actors;
  }
  return [];
};
