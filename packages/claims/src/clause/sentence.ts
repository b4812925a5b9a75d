import type { Item } from '../scan/item.js';
import type { Clause } from './clause.js';
import { governors } from './governors.js';
import { type Marks, marked } from './marks.js';
import { isVerb } from './parts.js';
import { splitClauses } from './split.js';

/** A sentence ready for the frames: items, clauses, and which preposition governs each noun phrase. */
export interface Sentence {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly title: boolean;
  readonly items: readonly Item[];
  readonly clauses: readonly Clause[];
  /** Clause of each item. */
  readonly clauseOf: readonly number[];
  /** Governing preposition of each item; null for bare ones. `agent`, `support`: من قبل, بدعم من. */
  readonly governor: readonly (string | null)[];
  /** Items that are finite verbs. */
  readonly verbs: Marks;
}

/** Builds the clause structure of a sentence. */
export const readSentence = (
  index: number,
  items: readonly Item[],
  start: number,
  end: number,
  title: boolean,
): Sentence => {
  const verbs = marked(items, isVerb);
  const clauses = splitClauses(items, verbs);
  const clauseOf: number[] = [];
  for (const clause of clauses) for (let at = clause.first; at <= clause.last; at++) clauseOf[at] = clause.index;
  return { index, start, end, title, items, clauses, clauseOf, governor: governors(items, verbs), verbs };
};
