import { entryAt } from '@isnad/text';
import type { Item } from '../scan/item.js';
import { deniedByNoun, deniedByVerb, refused, untrue } from './denied.js';
import { conditional, disagreedOn, possible, unclear, whether } from './doubted.js';
import {
  agreedOn,
  attempted,
  calledFor,
  feared,
  plannedByCue,
  plannedByVerb,
  providedFor,
  warnedOf,
} from './foretold.js';
import type { Found, Operator, OperatorRule } from './operator.js';
import { isFiniteVerb, isNegated } from './operator-words.js';
import type { Sentence } from './sentence.js';

/** Found once for each sentence, whose events all ask for them. */
const found = new WeakMap<Sentence, readonly Operator[]>();

/** All words of a sentence that put others in another light. */
export const operatorsOf = (sentence: Sentence): readonly Operator[] => {
  const known = found.get(sentence);
  if (known) return known;
  const operators: Operator[] = [];
  for (let at = 0; at < sentence.items.length; at++) {
    if (!mayOperate(sentence.items[at]!) && !sentence.verbs.has(at)) continue;
    const operator = operatorAt(sentence, at);
    if (operator && operator !== 'nothing') operators.push(operator);
  }
  found.set(sentence, operators);
  return operators;
};

/** A quick no for most words. */
const mayOperate = ({ kind, cue, reporting, supports }: Item): boolean =>
  kind === 'trigger' || cue !== undefined || reporting !== undefined || supports !== undefined;

/** Kinds of words that put others in another light, asked in this order. */
const WORDS: readonly OperatorRule[] = [
  untrue,
  disagreedOn,
  unclear,
  whether,
  conditional,
  possible,
  plannedByCue,
  attempted,
  feared,
  providedFor,
  agreedOn,
  calledFor,
  deniedByNoun,
];

/** Finite verbs that nothing negates: who did not deny leaves what is told as it is. */
const VERBS: readonly OperatorRule[] = [refused, deniedByVerb, warnedOf, plannedByVerb];

const operatorAt = (sentence: Sentence, at: number): Found =>
  firstOf(WORDS, sentence, at) ?? (isAffirmedVerb(sentence, at) ? firstOf(VERBS, sentence, at) : null);

const firstOf = (rules: readonly OperatorRule[], sentence: Sentence, at: number): Found => {
  for (const rule of rules) {
    const operator = rule(sentence, at);
    if (operator) return operator;
  }
  return null;
};

const isAffirmedVerb = (sentence: Sentence, at: number): boolean =>
  isFiniteVerb(sentence, at) && !isNegated(entryAt(sentence.items, at - 1));
