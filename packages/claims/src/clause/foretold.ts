import { entryAt } from '@isnad/text';
import type { Item } from '../scan/item.js';
import { isNominal } from '../scan/words.js';
import { spelling } from '../words/classes.js';
import { endOfClause } from './extent.js';
import { type OperatorRule, overOne } from './operator.js';
import { doesOf, tells } from './operator-words.js';
import type { Sentence } from './sentence.js';

// What is told before it happens, if it does: where it stands behind the word that says so.

/** Cues have no mark of the article: المرتقبة (the awaited). */
export const isDefinite = ({ form = '' }: Item): boolean => /^[وفب]?(?:ال|لل)/.test(form);

/** «تعتزم القوات اقتحام المدينة» (the forces intend to storm the city), «على وشك» (about to). */
export const plannedByCue: OperatorRule = (sentence, at) => {
  const item = sentence.items[at]!;
  return item.cue === 'plan' && !isDefinite(item) && item.clitic !== 'ل'
    ? overOne('planned', at, at + 1, Math.min(at + 6, endOfClause(sentence, at + 1)))
    : null;
};

/** «محاولة اقتحام» (an attempt to storm): what is tried. */
export const attempted: OperatorRule = ({ items }, at) => {
  const { kind, definite, senses } = items[at]!;
  if (kind !== 'trigger' || definite) return null;
  if (!senses?.some(({ word }) => 'shared' in word && word.shared === 'attempt')) return null;
  // «إحباط محاولة تهريب ومقتل أربعة» (an attempt to smuggle foiled, and four killed): what was tried is told already.
  const isTold = items[at + 1]?.kind === 'word' && items[at + 2]?.conjunction === 'و';
  return overOne('planned', at, at + 1, isTold ? at + 1 : at + 2);
};

/** «مخاوف من وقوع مجازر» (fears of massacres). */
export const feared: OperatorRule = ({ items }, at) => {
  if (items[at]!.cue !== 'fear') return null;
  const first = firstFeared(items, at);
  return first === null ? 'nothing' : overOne('possible', at, first, first + 3);
};

/** «مخاوف من وقوع مجازر», «خشية قصف جديد» (fears of massacres); «الخوف من القصف» is fear of a shelling that goes on. */
const firstFeared = (items: readonly Item[], at: number): number | null => {
  const first = behindOf(items, at, 2) ?? at + 1;
  const it = items[first];
  return !it || it.kind === 'complementiser' || (it.kind === 'trigger' && it.definite) ? null : first;
};

/** «حذر من هجوم» (warned of an attack). */
export const warnedOf: OperatorRule = (sentence, at) => {
  const { items } = sentence;
  if (!tells(items[at]!, 'warn')) return null;
  const first = behindOf(items, at, 7);
  return first === null ? 'nothing' : overOne('possible', at, first, Math.min(first + 6, endOfClause(sentence, first)));
};

/** What stands behind the first من of so many items, if no clause: «مخاوف من مجازر» (fears of), «حذر من هجوم» (warned of). */
const behindOf = (items: readonly Item[], at: number, within: number): number | null => {
  const of = items
    .slice(at + 1, at + 1 + within)
    .findIndex(({ kind, preposition, enclitic }) => kind === 'preposition' && preposition === 'من' && !enclitic);
  const first = at + of + 2;
  return of < 0 || items[first]?.kind === 'complementiser' ? null : first;
};

/** «ينص الاتفاق على انسحاب» (the agreement provides for a withdrawal). */
export const providedFor: OperatorRule = (sentence, at) => {
  const { items } = sentence;
  if (!isProvision(items, at)) return null;
  const provider = providerOf(items, at);
  if (provider === null) return 'nothing';
  const first = Math.max(at, provider) + 1;
  return overOne('planned', at, first, Math.min(first + 12, endOfClause(sentence, first)));
};

/** «ينص على», «يقضي بـ» (provides for), which with على is to finish somebody off. */
const isProvision = (items: readonly Item[], at: number): boolean => {
  const { cue, supports, form = '' } = items[at]!;
  return (
    cue === 'provision' ||
    (supports?.some(({ does, takes }) => does === 'aim' && takes === 'على') ?? false) ||
    (PROVIDES.test(form) && items[at + 1]?.clitic === 'ب')
  );
};

const PROVIDES = spelling('clause/provides', '[وف]?');

/** How far before or behind a verb the agreement may stand that provides for something. */
const [PROVIDER_BEFORE, PROVIDER_BEHIND] = [8, 3];

/** «ينص الاتفاق على انسحاب», «خطة تقضي بانسحاب»: the agreement or plan that provides for a withdrawal. */
const providerOf = (items: readonly Item[], at: number): number | null => {
  for (let k = Math.min(items.length - 1, at + PROVIDER_BEHIND); k >= Math.max(0, at - PROVIDER_BEFORE); k--)
    if (agrees(items[k]!) || PLAN_NOUN.test(items[k]!.form ?? '')) return k;
  return null;
};

const PLAN_NOUN = spelling('clause/plan-noun', '[وف]?(?:ال|لل)?');

/** «اتفاق», «هدنة», «مفاوضات» (an agreement, a truce, talks). */
const agrees = ({ senses }: Item): boolean =>
  senses?.some((sense) => sense.frame === 'agree' && isNominal(sense)) ?? false;

/** «اتفاق مع الفصائل لإخراج مقاتليها» (an agreement with the factions to take their fighters out). */
export const agreedOn: OperatorRule = (sentence, at) => {
  const item = sentence.items[at]!;
  if (item.kind !== 'trigger' || !agrees(item)) return null;
  const first = firstAgreed(sentence, at);
  return first === null ? 'nothing' : overOne('planned', at, first, Math.min(first + 6, endOfClause(sentence, at + 1)));
};

/** What was agreed on: the first event behind ل. */
const firstAgreed = ({ items, verbs }: Sentence, at: number): number | null => {
  for (let k = at + 1; k < items.length && k - at <= 7; k++) {
    const { kind, clitic, mark } = items[k]!;
    if (clitic === 'ل' && (kind === 'trigger' || kind === 'support')) return k;
    // «اتفاق على خروج المقاتلين» (an agreement on the fighters leaving)
    if (kind === 'trigger' && entryAt(items, k - 1)?.preposition === 'على' && !agrees(items[k]!)) return k;
    if (kind === 'trigger' || kind === 'comma' || kind === 'relative' || mark !== undefined || verbs.has(k))
      return null;
  }
  return null;
};

/** «دعا إلى انسحاب» (called for a withdrawal), «طالب بوقف القصف» (demanded an end of the shelling). */
export const calledFor: OperatorRule = (sentence, at) => {
  const item = sentence.items[at]!;
  const { cue, kind, form = '' } = item;
  if (cue !== 'call' && (doesOf(item) !== 'call' || tells(item, 'warn'))) return null;
  // «اعتقلت القوات طالبا» (arrested a student) is written like «demanded» of two.
  if (kind === 'people' && form.endsWith('ا')) return null;
  // «بحثا عن» (in search of) is written like «by urging».
  if (form === 'بحثا') return null;
  if (CLAIMS.test(form) || sentence.items[at + 1]?.mark !== undefined) return null;
  return overOne('possible', at, at + 1, Math.min(at + 20, endOfClause(sentence, at + 1)));
};
/** «يدعي» (claims) is written like «calls for». */
const CLAIMS = /^[وف]?[يت]دعي$/;

/** «تعهد بالانتقام لمقتله» (vowed to avenge his killing). */
export const plannedByVerb: OperatorRule = (sentence, at) => {
  if (doesOf(sentence.items[at]!) !== 'plan') return null;
  const first = startOfPlan(sentence.items, at);
  return first === null ? 'nothing' : overOne('planned', at, first, Math.min(at + 9, endOfClause(sentence, at + 1)));
};

/** What is planned stands behind the preposition that the verb takes. */
const startOfPlan = (items: readonly Item[], at: number): number | null => {
  const takes = items[at]!.supports?.find(({ does }) => does === 'plan')?.takes ?? null;
  if (takes === null) return at + 1;
  for (let k = at + 1; k < items.length && k - at <= 8; k++) {
    const { clitic, preposition, kind } = items[k]!;
    if (preposition === takes) return k + 1;
    if (clitic === takes) return kind === 'trigger' || kind === 'support' ? k : null;
  }
  return null;
};
