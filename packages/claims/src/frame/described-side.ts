import type { Sentence } from '../clause/sentence.js';
import { concordOf } from './concord.js';
import type { Roles } from './roles.js';

/** «بين المقاتلين وقوات إسرائيلية دخلت البلدة» (and Israeli forces that entered the town): a verb right behind a side without article describes it. */
export const describedBefore = (
  { items, verbs, clauses, clauseOf }: Sentence,
  at: number,
  { actors }: Roles,
): readonly number[] => {
  const before = items[at - 1];
  const describes =
    actors.length === 0 && verbs.has(at) && before?.kind === 'actor' && !before.definite && !items[at]!.conjunction;
  const { opener, first } = clauses[clauseOf[at]!]!;
  return describes && opener === 'connector' && first === at && concordOf(before) !== null ? [at - 1] : [];
};
