import type { Clause } from '../clause/clause.js';
import type { Sentence } from '../clause/sentence.js';
import { spelt } from '../scan/spelt.js';
import { spelling } from '../words/classes.js';
import { isParty } from './subject.js';

/** «قواته», «مقاتليها», «طائراتهم» (its forces, fighters, aircraft): folded, with the pronoun of whose they are. */
export const isOwnForces = spelt(spelling('frame/own-forces', '', '(?:ه|ها|هم)'));

/**
 * Whether what acts in a clause told by somebody is their own: «قال الجيش إن قواته قتلت مسلحين» (the army said that its
 * forces killed gunmen). No other side stands before the verb.
 */
export const areOwnForces = ({ items }: Sentence, { opener, first, verb }: Clause): boolean => {
  if (opener !== 'complement' || verb === null) return false;
  const before = items.slice(first, verb);
  return before.some(isOwnForces) && !before.some((item) => isParty(item) && !isOwnForces(item));
};
