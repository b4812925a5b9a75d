import { entryAt } from '@isnad/text';
import type { Item } from '../scan/item.js';
import { isNominal } from '../scan/words.js';
import { spelling } from '../words/classes.js';
import type { Operator } from './operator.js';
import type { Sentence } from './sentence.js';

/** Whether an operator reaches an event. */
export const reaches = (sentence: Sentence, operator: Operator, at: number, supportItem: number | null): boolean => {
  const { items, clauses, clauseOf, verbs } = sentence;
  if (
    at < operator.first ||
    at > operator.last ||
    (supportItem !== null &&
      supportItem < operator.first &&
      supportItem !== operator.at &&
      operator.first - supportItem > 1)
  )
    return false;
  const clause = clauses[clauseOf[at]!]!;
  if (!operator.deep && items[clause.first]!.kind === 'relative' && clause.first > operator.at) return false;
  if (operator.modality === 'denied' && causes(sentence, at)) return false;
  if (operator.spares === 'known' && items[at]!.definite && !verbs.has(at)) return false;
  if (!operator.one) return true;
  // خططت ونفذت: what was planned and carried out was carried out.
  if (
    supportItem !== null &&
    supportItem > operator.at &&
    verbs.has(supportItem) &&
    items[supportItem]!.conjunction === 'و'
  )
    return false;
  if (verbs.has(at) && items.slice(operator.at, at).some(({ kind }) => kind === 'comma')) return false;
  for (let k = operator.first; k < at; k++) {
    const item = items[k]!;
    if (item.kind !== 'trigger' || !governs(sentence, operator, k)) continue;
    // The one event is told before: only what و joins to it is meant as well.
    if (!joined(items, k, at) || (verbs.has(at) && !verbs.has(k))) return false;
    break;
  }
  return governs(sentence, operator, at);
};

/** «نفى أن يكون الانفجار قد تسبب في سقوط قتلى»: what is denied is the result. */
const causes = ({ items, verbs }: Sentence, at: number): boolean =>
  items[at]!.definite &&
  !verbs.has(at) &&
  items.slice(at + 1, at + 4).some((item) => item.supports?.some(({ does }) => does === 'result'));

/** Agreements that somebody is called to keep are in force: الالتزام باتفاق (to abide by an agreement). */
const KEEPING = spelling('clause/keeping', '(?:ال)?');

const TAKING_PART = spelling('clause/taking-part', '(?:ال)?');

export const AWAY = new Set(['من', 'في', 'عن', 'بعد', 'قبل', 'خلال', 'بسبب', 'حول', 'منذ', 'بين']);

/** A standing thing behind a preposition of its own (من القصف) or with the article alone (رفع الحصار) is not what is meant. */
const governs = (sentence: Sentence, { at: operator, first, modality }: Operator, at: number): boolean => {
  const { items, governor, verbs } = sentence;
  const item = items[at]!;
  const previous = entryAt(items, at - 1);
  if (items.slice(operator + 1, at).some(({ form }) => KEEPING.test(form ?? ''))) return false;
  if (verbs.has(at) || item.clitic === 'ل' || item.clitic === 'ب') return true;
  if (at === first || previous?.kind === 'support') return true;
  const by = governor[at] ?? null;
  const takesPart =
    modality === 'denied' && items.slice(operator + 1, at).some(({ form }) => TAKING_PART.test(form ?? ''));
  if (takesPart) return true;
  if (by !== null && AWAY.has(by)) return false;
  if (
    item.definite &&
    previous?.kind !== 'preposition' &&
    !items.slice(operator + 1, at).some((one) => one.kind === 'support')
  )
    return false;
  return modality !== 'possible' || item.senses?.some(isNominal) !== false;
};

const joined = (items: readonly Item[], first: number, at: number): boolean =>
  items.slice(first + 1, at + 1).some((item) => item.conjunction === 'و') &&
  !items
    .slice(first + 1, at)
    .some((item) => item.kind === 'relative' || (item.kind === 'preposition' && item.preposition === 'بعد'));
