import type { EventWords } from '../words/load.js';
import type { Sense } from '../words/senses.js';
import type { MeansTold } from './means.js';

/** The type that the means give a shared word, and whether any means did. */
export interface TypeChoice {
  readonly type: string;
  /** The means that decided; null for the default. */
  readonly by: string | null;
}

/** Which types take a shared word, by means, and by default. Built once from the data. */
export const buildTypeTable = (words: EventWords): ReadonlyMap<string, ReadonlyMap<string, string>> => {
  const table = new Map<string, Map<string, string>>();
  for (const event of words.events.values())
    for (const [shared, means] of Object.entries(event.shared ?? {})) {
      const row = table.get(shared) ?? new Map<string, string>();
      for (const tag of means) if (!row.has(tag)) row.set(tag, event.type);
      table.set(shared, row);
    }
  return table;
};

/**
 * The type of an event word. A word of one type has it; a shared word takes that of the first means, in
 * the order of means.yaml, that stands with it: of its own first, then of its agent, then in its clause.
 */
export const chooseType = (
  sense: Sense,
  told: MeansTold,
  words: EventWords,
  table: ReturnType<typeof buildTypeTable>,
  canReachClause: boolean,
): TypeChoice | null => {
  if ('type' in sense.word) return { type: sense.word.type, by: null };
  const row = table.get(sense.word.shared);
  if (!row) return null;
  for (const scope of canReachClause ? [told.own, told.near, told.clause] : [told.own, told.near]) {
    if (scope.size === 0) continue;
    for (const { tag } of words.means) {
      const type = scope.has(tag) ? row.get(tag) : undefined;
      if (type) return { type, by: tag };
    }
  }
  const type = row.get('default');
  return type ? { type, by: null } : null;
};
