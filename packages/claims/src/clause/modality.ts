import type { Modality } from '@isnad/model';
import { entryAt } from '@isnad/text';
import type { Item } from '../scan/item.js';
import { classOf, spelling } from '../words/classes.js';
import type { Support } from '../words/senses.js';
import { isPluperfect } from './doubted.js';
import { isDefinite } from './foretold.js';
import { operatorsOf } from './operators.js';
import { AWAY, reaches } from './reaches.js';
import type { Sentence } from './sentence.js';

const ROUND = spelling('clause/round', '[وف]?(?:ال)?');
const GOING_ON = spelling('clause/going-on', '[وف]?س?');

/** Where several operators reach an event, the first of these decides: «في حال لم يشن» (if it does not launch) is possible. */
const ORDER: readonly Modality[] = ['possible', 'denied', 'uncertain', 'planned'];

/**
 * How the text puts an event: denied, doubted, possible or planned by a word that reaches it; else asserted.
 * Negation denies only the verb it stands before (لم تسفر الغارات, the raids did not cause, denies no raid), and
 * «لا يزال» and «لم … سوى» are no negation. `supportItem` is the verb that carries the event: شن غارات.
 */
export const modalityOf = (
  sentence: Sentence,
  at: number,
  support: Support | null,
  supportItem: number | null,
): Modality => {
  const { items } = sentence;
  if (items[at]!.clitic === 'س' || (supportItem !== null && items[supportItem]!.clitic === 'س')) return 'planned';
  const carried =
    supportItem !== null &&
    support?.does !== 'result' &&
    support?.does !== 'hit' &&
    !causesHarm(items, supportItem) &&
    !items.slice(supportItem, at).some(({ kind }) => kind === 'comma');
  const heads = carried ? [supportItem, at] : [at];
  const carrier = supportItem === null ? carrierBefore(sentence, at) : null;
  if (carrier !== null) {
    if (items[carrier]!.clitic === 'س') return 'planned';
    heads.push(carrier);
  }
  const found = new Set<Modality>();
  for (const head of heads) {
    const before = adjacent(sentence, head);
    if (before) found.add(before);
  }
  if (support?.does === 'attempt' && supportItem !== null && attempted(sentence, at, support, supportItem))
    found.add('planned');
  if (triedBefore(sentence, at)) found.add('planned');
  if (follows(items, at) || isToCome(sentence, at)) found.add('planned');
  const described = describedAs(sentence, at);
  if (described) found.add(described);
  for (const operator of operatorsOf(sentence))
    if (reaches(sentence, operator, at, supportItem)) found.add(operator.modality);
  return ORDER.find((one) => found.has(one)) ?? 'asserted';
};

/** «لم يوقع القصف إصابات» (caused no casualties), written like «لم يوقع الطرفان» (did not sign): what was harmed stands behind. */
const causesHarm = (items: readonly Item[], at: number): boolean =>
  (items[at]!.supports?.some(({ does }) => does === 'result') ?? false) &&
  items.slice(at + 1, at + 4).some(({ measure, harm }) => measure !== undefined || harm !== undefined);

/** Verbs that carry an event in their object or subject. */
const CARRYING = new Set(['agent', 'occur', 'witness', 'undergo', 'resume', 'succeed']);

/** «لم تشن الطائرات أي غارات»: the verb that carries a noun, where the clause between them was cut. */
const carrierBefore = ({ items, verbs, governor }: Sentence, at: number): number | null => {
  if (verbs.has(at) || (AWAY.has(governor[at] ?? '') && !isRound(items, at))) return null;
  for (let k = at - 1; k >= 0 && at - k <= 5; k--) {
    const item = items[k]!;
    if (item.kind === 'comma' || item.kind === 'trigger' || item.kind === 'complementiser' || item.kind === 'relative')
      return null;
    if (verbs.has(k)) return item.supports?.some(({ does }) => CARRYING.has(does)) ? k : null;
  }
  return null;
};

/** «ستعقد جولة من المفاوضات» (a round of talks will be held): part of the event itself. */
const isRound = (items: readonly Item[], at: number): boolean =>
  entryAt(items, at - 1)?.preposition === 'من' &&
  [entryAt(items, at - 2), entryAt(items, at - 3)].some((item) => item !== undefined && ROUND.test(item.form ?? ''));

/** How far behind its subject a verb may stand. */
const SUBJECT_REACH = 9;

/** «الانسحاب سيتم», «مفاوضات من المقرر أن تبدأ» (the withdrawal will take place): said of the noun behind it. */
const isToCome = ({ items, verbs, governor }: Sentence, at: number): boolean => {
  if (verbs.has(at) || (AWAY.has(governor[at] ?? '') && !isRound(items, at))) return false;
  for (let k = at + 1; k < items.length && k - at <= SUBJECT_REACH; k++) {
    const { kind, cue, clitic, supports, form = '' } = items[k]!;
    if (kind === 'comma' || kind === 'trigger' || kind === 'relative' || kind === 'complementiser') return false;
    const happens = supports?.some(({ does }) => does === 'occur' || does === 'resume') && !GOING_ON.test(form);
    if (happens && clitic === 'س') return true;
    if (verbs.has(k)) return false;
    // «المرتقبة» (the awaited) describes the noun before it, «من المقرر» (it is scheduled) tells of it.
    if (cue === 'plan' && (!isDefinite(items[k]!) || items[k - 1]!.preposition === 'من'))
      return items.slice(k + 1, k + 3).some((item) => item.supports !== undefined && item.enclitic !== '');
  }
  return false;
};

/** «حاول المسلحون خطف جنود»: a form that is a verb as well, behind a verb of trying. */
const triedBefore = ({ items, verbs }: Sentence, at: number): boolean =>
  verbs.has(at) &&
  !items[at]!.conjunction &&
  (items[at]!.senses?.some(({ part }) => part === 'masdar') ?? false) &&
  [1, 2, 3].some((back) => {
    const item = items[at - back];
    return (
      item !== undefined &&
      verbs.has(at - back) &&
      (item.supports?.some(({ does, takes }) => does === 'attempt' && takes === null) ?? false) &&
      !items.slice(at - back, at).some(({ kind }) => kind === 'comma')
    );
  });

/** «دون أي غارة», «لم يكن قصف»: words between a negation and what it denies. */
const BEFORE_DENIED = classOf('clause/before-denied');

/** The modality that the word right before a verb or noun gives it. */
const adjacent = (sentence: Sentence, head: number): Modality | null => {
  const { items, verbs } = sentence;
  let k = head - 1;
  while (k >= 0 && ((items[k]!.kind === 'word' && BEFORE_DENIED.has(items[k]!.form ?? '')) || items[k]!.form === 'اي'))
    k--;
  const before = items[k];
  if (!before) return null;
  const negation = before.kind === 'negator' || before.cue === 'negation';
  if (negation) {
    if (onlyButNot(items, head) || items.slice(Math.max(0, k - 6), k).some(({ kind }) => kind === 'negator'))
      return null;
    // لم يبدأ بعد: not yet.
    if (isBeginning(items[head]!) && items[head + 1]?.form === 'بعد') return 'planned';
    return 'denied';
  }
  if (before.cue === 'plan') return 'planned';
  if (before.cue === 'possibility' && verbs.has(head) && !isPerfect(items[head]!) && !isPluperfect(items, k))
    return 'possible';
  return null;
};

/** حاول إلحاق أضرار: what is tried stands behind the verb, with the preposition that the verb takes. */
const attempted = ({ items, governor }: Sentence, at: number, { takes }: Support, supportItem: number): boolean =>
  supportItem < at &&
  !AWAY.has(governor[at] ?? '') &&
  (takes === null ||
    items.slice(supportItem + 1, at + 1).some((item) => item.preposition === takes || item.clitic === 'ل'));

/** «لم … سوى», «لا … إلا»: only, not never. */
const ONLY = classOf('clause/only');

const onlyButNot = (items: readonly Item[], head: number): boolean =>
  items.slice(head + 1, head + 9).some((item) => item.cue === 'not-negation' && ONLY.has(item.form ?? '')) ||
  entryAt(items, head - 1)?.cue === 'not-negation';

const isBeginning = (item: Item): boolean => item.supports?.some(({ does }) => does === 'resume') ?? false;

/** قد before a perfect asserts; before an imperfect it doubts. */
const isPerfect = (item: Item): boolean =>
  [...(item.senses ?? []), ...(item.supports ?? [])].some(({ part }) => part === 'perfect') &&
  !/^[وف]?ي/.test(item.form ?? '');

/** «هجوم محتمل», «المعركة المقبلة» (a possible attack, the coming battle): the adjective says that it has not been, or may not be. */
const describedAs = ({ items, verbs }: Sentence, at: number): Modality | null => {
  if (verbs.has(at)) return null;
  for (let k = at + 1; k <= at + DESCRIBED_WITHIN && k < items.length; k++) {
    const { kind, form = '', conjunction, preposition } = items[k]!;
    if (kind === 'comma' || kind === 'trigger' || kind === 'date' || conjunction || preposition || verbs.has(k))
      return null;
    if (POSSIBLE.test(form)) return 'possible';
    if (COMING.test(form) && k === at + 1) return 'planned';
  }
  return null;
};
const DESCRIBED_WITHIN = 3;
const POSSIBLE = spelling('clause/may-be', '(?:ال)?');
const COMING = spelling('clause/to-come', '(?:ال)?');

/** «العملية المرتقبة», «الهجوم … لم يبدأ بعد»: what is said behind the noun. */
const follows = (items: readonly Item[], at: number): boolean => {
  for (let k = at + 1; k < items.length && k - at <= 3; k++) {
    const item = items[k]!;
    if (item.kind === 'comma' || item.kind === 'trigger') return false;
    if (item.cue === 'plan' && isDefinite(item) && k - at <= 2 && items[k - 1]!.kind !== 'preposition') return true;
  }
  for (let k = at + 1; k < items.length && k - at <= 12; k++) {
    const item = items[k]!;
    if (item.kind === 'comma' || item.mark === '.') return false;
    if (
      isBeginning(item) &&
      items[k + 1]?.form === 'بعد' &&
      (entryAt(items, k - 1)?.kind === 'negator' || entryAt(items, k - 1)?.cue === 'negation')
    )
      return true;
  }
  return false;
};
