import type { Sentence } from '../clause/sentence.js';
import type { Roles } from './roles.js';

/** Heads of a side's name that tell the means: طيران التحالف (the coalition's aircraft). */
const BY_HEAD: Readonly<Record<string, string>> = {
  air: 'air',
  helicopters: 'air',
  drones: 'drone',
  guns: 'guns',
  armour: 'guns',
  rockets: 'rockets',
  naval: 'naval',
};

/** The means told of an event, by how near they stand to its word. */
export interface MeansTold {
  /** Of the word itself, its adjectives and what stands in construct with it. */
  readonly own: ReadonlySet<string>;
  /** Of its agent, and of بـ phrases in its stretch. */
  readonly near: ReadonlySet<string>;
  /** Anywhere else in its clause. */
  readonly clause: ReadonlySet<string>;
}

const WITHIN_OWN = 3;

/** Collects the means that stand with an event word. */
export const meansOf = (sentence: Sentence, at: number, roles: Roles): MeansTold => {
  const { items, clauses, clauseOf, governor, verbs } = sentence;
  const own = new Set<string>();
  const near = new Set<string>();
  const all = new Set<string>();
  const clause = clauses[clauseOf[at]!]!;
  if (items[at]!.means) own.add(items[at]!.means!);
  const verbal = verbs.has(at);
  for (let k = at + 1; k <= Math.min(at + WITHIN_OWN, clause.last); k++) {
    const item = items[k]!;
    if (verbs.has(k) || item.kind === 'comma' || item.kind === 'connector' || item.kind === 'relative') break;
    if (item.kind === 'trigger' && !item.means) break;
    const tied =
      item.kind !== 'preposition' && (governor[k] === null || governor[k] === 'ب' || governor[k] === 'agent');
    if (item.means && tied) own.add(item.means);
    for (const head of item.side?.heads ?? []) if (BY_HEAD[head] && tied) own.add(BY_HEAD[head]);
  }
  // طائرات التحالف … واستهدافها: the pronoun brings the arm it stands for.
  if (items[at]!.enclitic && roles.actors.length === 0) {
    for (let k = at - 1; k >= 0; k--) {
      const heads = items[k]!.side?.heads;
      if (!heads) continue;
      for (const head of heads) if (BY_HEAD[head]) own.add(BY_HEAD[head]);
      break;
    }
  }
  for (const k of roles.actors) {
    for (const head of items[k]!.side?.heads ?? []) if (BY_HEAD[head]) own.add(BY_HEAD[head]);
    if (items[k]!.means) own.add(items[k]!.means!);
  }
  for (let k = roles.first; k <= roles.end; k++)
    if (items[k]!.means && k !== at && (governor[k] === 'ب' || (verbal && k <= roles.last) || k < at)) {
      near.add(items[k]!.means!);
      if (governor[k] === 'ب') roles.last = Math.max(roles.last, k);
    }
  // «هجوما مباغتا على نقاط الجيش عبر انتحاريين» (by means of suicide bombers): it names the means, whatever the adjective.
  for (let k = at + 1; k <= roles.end; k++)
    if (items[k]!.means && items[k - 1]!.form === 'عبر') {
      own.add(items[k]!.means!);
      roles.last = Math.max(roles.last, k);
    }
  if (roles.supportItem !== null) {
    const carrying = clauses[clauseOf[roles.supportItem]!]!;
    for (let k = carrying.first; k <= carrying.last; k++) {
      // شن هجمات وقصفا صاروخيا: behind another word of an event the means are its own.
      if (k > at && k !== roles.supportItem && items[k]!.kind === 'trigger') break;
      if (items[k]!.means && items[k]!.kind !== 'trigger') near.add(items[k]!.means!);
    }
  }
  for (const k of meansBehind(sentence, at)) near.add(items[k]!.means!);
  // عبوة زرعت: what a relative clause describes is the means of its verb.
  const described = clause.antecedent === null ? undefined : items[clause.antecedent];
  if (described?.means) near.add(described.means);
  const add = (k: number): boolean => {
    const item = items[k]!;
    if (item.kind === 'trigger' && !item.means) return false;
    if (item.means) all.add(item.means);
    for (const head of item.side?.heads ?? []) if (BY_HEAD[head]) all.add(BY_HEAD[head]);
    return true;
  };
  for (let k = at - 1; k >= clause.first && add(k); k--);
  // هاجمت مجموعات المدفعية الحكومية: what is hit stands bare behind the verb, what it is hit with behind بـ.
  const isObject = (k: number): boolean => verbal && governor[k] === null && items[k]!.definite && k > at + WITHIN_OWN;
  for (let k = at + 1; k <= clause.last && (isObject(k) || add(k)); k++);
  // قذائف أطلقت: a bare relative clause describes the noun right before its verb.
  const noun = items[at - 1];
  if (verbal && !items[at]!.conjunction && noun?.means) near.add(noun.means);
  return { own, near, clause: all };
};

/** Frames of words that say whose a place is. */
const HOLDS: ReadonlySet<string> = new Set(['capture', 'hold']);

/**
 * «هجوم على نقاط سيطرت عليها قسد عبر انتحاريين» (an attack on points that they took, by suicide bombers): behind a
 * relative clause on whose a place is, the means are those of the attack before it.
 */
const meansBehind = ({ items, clauses, clauseOf, governor }: Sentence, at: number): readonly number[] =>
  clauses.flatMap(({ opener, parent, verb, last }) => {
    if (opener !== 'relative' || parent !== clauseOf[at] || verb === null || verb < at) return [];
    if (!items[verb]!.senses?.every(({ frame }) => HOLDS.has(frame))) return [];
    const found: number[] = [];
    for (let k = verb + 1; k <= last; k++) if (items[k]!.means && governor[k] === 'ب') found.push(k);
    return found;
  });
