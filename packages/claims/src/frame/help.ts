import type { Clause } from '../clause/clause.js';
import type { Sentence } from '../clause/sentence.js';
import type { Subject } from './subject.js';

/** «هجوما ضد جيب يتحصن فيه التنظيم، بدعم من التحالف»: help told behind a relative clause. */
export const helpersBehind = ({ items, clauses, governor, verbs }: Sentence, index: number, at: number): number[] => {
  // «نفذت قسد حملة، وهذه المرة بمساندة التحالف»: told later in the clause.
  for (let k = at + 1; k < clauses[index]!.last && !verbs.has(k) && items[k]!.kind !== 'trigger'; k++)
    if (items[k]!.cue === 'support' && items[k + 1]!.kind === 'actor' && governor[k + 1] === 'support') return [k + 1];
  for (const clause of clauses) {
    if (clause.opener !== 'resumed' || clause.parent !== index || items[clause.first + 1]?.cue !== 'support') continue;
    const helpers: number[] = [];
    for (let k = clause.first + 2; k <= clause.last && items[k]!.kind === 'actor'; k++)
      if (governor[k] === 'support') helpers.push(k);
    return helpers;
  }
  return [];
};

/** Who helped the subject in its own clause. */
export const helpersIn = ({ items, governor }: Sentence, { first, last }: Clause, subject: Subject): number[] => {
  const own = subject.items.some((k) => k >= first && k <= last && items[k]!.kind === 'actor');
  return own
    ? items.flatMap((item, k) =>
        k >= first && k <= last && item.kind === 'actor' && governor[k] === 'support' ? [k] : [],
      )
    : [];
};
