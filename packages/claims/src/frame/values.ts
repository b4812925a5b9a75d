import type { Framing } from '@isnad/model';
import type { Sentence } from '../clause/sentence.js';
import type { Roles } from './roles.js';

/** The ids that items stand for: a side's, a group's, or that of a country or a body acting as its side. */
export const idsOf = (sentence: Sentence, at: readonly number[]): string[] => {
  const ids: string[] = [];
  for (const k of at) {
    const item = sentence.items[k]!;
    const id = item.kind === 'actor' ? item.side?.ids[0] : (item.group?.id ?? item.metonym ?? item.source?.side);
    if (id && !ids.includes(id)) ids.push(id);
  }
  return ids;
};

/** The loaded words with which the mention names its sides. */
export const framingOf = (sentence: Sentence, roles: Roles, original: string): Framing[] => {
  const framing: Framing[] = [];
  for (const at of [roles.actors, roles.targets])
    for (const k of at) {
      const { side } = sentence.items[k]!;
      const actor = side?.ids[0];
      if (!actor || !side) continue;
      for (const { start, end, stance } of side.loaded)
        framing.push({ start, end, text: original.slice(start, end), actor, stance });
    }
  return framing;
};
