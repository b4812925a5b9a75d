import type { Sentence } from '../clause/sentence.js';
import { spelt } from '../scan/spelt.js';
import { isParty } from './subject.js';

/** «غارات على البلدة، مستهدفة مواقع …» (hitting): the participle says more of the same. */
export const isHitting = spelt(/^مستهدف(?:ه|ا|ين)$/);

/** The items to the right that may be arguments of a word: its own stretch of the clause. */
export const stretchEnd = (sentence: Sentence, at: number, verbal: boolean): number => {
  const { items, clauses, clauseOf, verbs } = sentence;
  const clause = clauses[clauseOf[at]!]!;
  let end = at;
  for (let k = at + 1; k <= clause.last; k++) {
    const item = items[k]!;
    if (verbs.has(k)) break;
    if (item.kind === 'trigger' && (!verbal || item.conjunction)) break;
    if (item.kind === 'comma') {
      const next = items[k + 1];
      const goesOn =
        next &&
        k + 1 <= clause.last &&
        (next.kind === 'preposition' ||
          next.kind === 'date' ||
          next.kind === 'cue' ||
          next.clitic === 'ب' ||
          (next.conjunction === 'و' && (isParty(next) || next.kind === 'place')) ||
          (next.kind === 'word' && (next.head === 'relation' || isHitting(next))));
      if (!goesOn && !verbal) break;
    }
    end = k;
  }
  return end;
};
