import type { Item } from '../scan/item.js';
import { isNominal } from '../scan/words.js';
import { spelling } from '../words/classes.js';
import type { Sentence } from './sentence.js';

// What is told before it happens, if it does: where it stands behind the word that says so.

const PROVIDES = spelling('clause/provides', '[وف]?');
const PLAN_NOUN = spelling('clause/plan-noun', '[وف]?(?:ال|لل)?');

/** «تعهد بالانتقام لمقتله» (vowed to avenge his killing): what is meant stands behind the preposition that the verb takes. */
export const startOfPlan = (items: readonly Item[], at: number): number | null => {
  const takes = items[at]!.supports?.find(({ does }) => does === 'plan')?.takes ?? null;
  if (takes === null) return at + 1;
  for (let k = at + 1; k < items.length && k - at <= 8; k++) {
    const { clitic, preposition, kind } = items[k]!;
    if (preposition === takes) return k + 1;
    if (clitic === takes) return kind === 'trigger' || kind === 'support' ? k : null;
  }
  return null;
};

/** What stands behind the first من of so many items, if no clause: «مخاوف من مجازر» (fears of), «حذر من هجوم» (warned of). */
export const behindOf = (items: readonly Item[], at: number, within: number): number | null => {
  const of = items
    .slice(at + 1, at + 1 + within)
    .findIndex(({ kind, preposition, enclitic }) => kind === 'preposition' && preposition === 'من' && !enclitic);
  const first = at + of + 2;
  return of < 0 || items[first]?.kind === 'complementiser' ? null : first;
};

/** «مخاوف من وقوع مجازر», «خشية قصف جديد» (fears of massacres); «الخوف من القصف» is fear of a shelling that goes on. */
export const firstFeared = (items: readonly Item[], at: number): number | null => {
  const first = behindOf(items, at, 2) ?? at + 1;
  const it = items[first];
  return !it || it.kind === 'complementiser' || (it.kind === 'trigger' && it.definite) ? null : first;
};

/** «اتفاق», «هدنة», «مفاوضات» (an agreement, a truce, talks). */
export const agrees = ({ senses }: Item): boolean =>
  senses?.some((sense) => sense.frame === 'agree' && isNominal(sense)) ?? false;

/** «ينص على», «يقضي بـ» (provides for), which with على is to finish somebody off. */
export const isProvision = (items: readonly Item[], at: number): boolean => {
  const { cue, supports, form = '' } = items[at]!;
  return (
    cue === 'provision' ||
    (supports?.some(({ does, takes }) => does === 'aim' && takes === 'على') ?? false) ||
    (PROVIDES.test(form) && items[at + 1]?.clitic === 'ب')
  );
};

/** How far before or behind a verb the agreement may stand that provides for something. */
const [PROVIDER_BEFORE, PROVIDER_BEHIND] = [8, 3];

/** «ينص الاتفاق على انسحاب», «خطة تقضي بانسحاب»: the agreement or plan that provides for a withdrawal. */
export const providerOf = (items: readonly Item[], at: number): number | null => {
  for (let k = Math.min(items.length - 1, at + PROVIDER_BEHIND); k >= Math.max(0, at - PROVIDER_BEFORE); k--)
    if (agrees(items[k]!) || PLAN_NOUN.test(items[k]!.form ?? '')) return k;
  return null;
};

/** «اتفاق مع الفصائل لإخراج مقاتليها» (an agreement with the factions to take their fighters out): what was agreed on. */
export const firstAgreed = ({ items, verbs }: Sentence, at: number): number | null => {
  for (let k = at + 1; k < items.length && k - at <= 7; k++) {
    const { kind, clitic, mark } = items[k]!;
    if (clitic === 'ل' && (kind === 'trigger' || kind === 'support')) return k;
    if (kind === 'trigger' || kind === 'comma' || kind === 'relative' || mark !== undefined || verbs.has(k))
      return null;
  }
  return null;
};
