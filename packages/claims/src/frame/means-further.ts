import type { Clause } from '../clause/clause.js';
import type { Sentence } from '../clause/sentence.js';
import { spelling } from '../words/classes.js';

/** Frames of words that say whose a place is. */
const HOLDS: ReadonlySet<string> = new Set(['capture', 'hold']);

/**
 * «هجوم على نقاط سيطرت عليها قسد عبر انتحاريين» (an attack on points that they took, by suicide bombers): behind a
 * relative clause on whose a place is, the means are those of the attack before it.
 */
export const addBehindRelative = (
  { items, clauses, clauseOf, governor }: Sentence,
  at: number,
  means: Set<string>,
): void => {
  for (const { opener, parent, verb, last } of clauses) {
    if (opener !== 'relative' || parent !== clauseOf[at] || verb === null || verb < at) continue;
    if (!items[verb]!.senses?.every(({ frame }) => HOLDS.has(frame))) continue;
    for (let k = verb + 1; k <= last; k++) if (items[k]!.means && governor[k] === 'ب') means.add(items[k]!.means!);
  }
};

/**
 * «استهداف المهاجمين لمركز إيواء، باستخدام مسيرات» (their targeting of a shelter, by drones): «using» names the means of
 * the one event before it, whatever commas part the two.
 */
export const addUsed = ({ items, clauses, clauseOf, verbs }: Sentence, at: number, means: Set<string>): void => {
  const clause = clauseOf[at]!;
  for (let k = at + 1; k + 1 < items.length; k++) {
    if (clauseOf[k] !== clause && clauses[clauseOf[k]!]!.parent !== clause) return;
    if ((verbs.has(k) && clauseOf[k] === clause) || (items[k]!.kind === 'trigger' && !items[k]!.means)) return;
    const { form = '' } = items[k + 1]!;
    if (items[k]!.kind !== 'comma' || !(USING.test(form) || USING_AS.test(form))) continue;
    for (let n = k + 2; n < items.length && items[n]!.kind !== 'comma' && items[n]!.kind !== 'connector'; n++)
      if (items[n]!.means) means.add(items[n]!.means!);
    return;
  }
};
const USING = spelling('frame/using', 'ب');
/** «مستخدمة قذائف» (using shells) */
const USING_AS = spelling('frame/using-as');

/** «حلقت طائرات حربية في سماء المدينة وقصفت أهدافا» (warplanes flew over the city and bombed targets): the aircraft of the clause before go on as the subject. */
export const addCraftBefore = (
  { items, clauses, governor }: Sentence,
  { opener, parent }: Clause,
  near: Set<string>,
): void => {
  if (opener !== 'coordinated' || parent === null) return;
  const { first, last } = clauses[parent]!;
  for (let k = first; k <= Math.min(last, first + 2); k++) {
    const { means } = items[k]!;
    if ((means !== 'air' && means !== 'drone') || governor[k] !== null) continue;
    near.add(means);
    return;
  }
};

/** عبوة زرعت (a device that was laid): what a relative clause describes is the means of its verb. */
export const addDescribed = ({ items }: Sentence, { antecedent }: Clause, near: Set<string>): void => {
  const means = antecedent === null ? undefined : items[antecedent]!.means;
  if (means) near.add(means);
};
