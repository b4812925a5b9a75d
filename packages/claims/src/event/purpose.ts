import { entryAt } from '@isnad/text';
import type { Sentence } from '../clause/sentence.js';
import { isNominal } from '../scan/words.js';
import { spelling } from '../words/classes.js';
import type { Support } from '../words/senses.js';
import type { EventDraft } from './draft.js';
import { because, type Dropped, type HandOver, type Reason, type Settling } from './dropped.js';
import { GAINS_GROUND, triedIn } from './tried.js';

const PURPOSE = because('a purpose, not an event');

/** «تهدف العملية إلى طرد التنظيم» (the operation aims at driving them out), «ينص الاتفاق على انسحاب» (says that they withdraw). */
export const isAimed: Reason = ({ sentence }, draft) => {
  // «ينص الاتفاق على انسحاب القوات» (the agreement provides for a withdrawal): still to come.
  if (!isNominal(draft.sense) || draft.modality === 'planned') return null;
  return isAimOfVerb(sentence, draft.item) || isAimOfWord(sentence, draft.item) ? PURPOSE : null;
};

/** «تهدف إلى طرد التنظيم واستعادة المدينة» (aims at driving them out and winning the city back). */
const isAimOfVerb = ({ items, clauses, clauseOf, governor, verbs }: Sentence, at: number): boolean => {
  const { verb } = clauses[clauseOf[at]!]!;
  const aim = verb !== null && verb < at && items[verb]!.supports?.find(({ does }) => does === 'aim');
  if (!aim) return false;
  const by = governor[at] ?? null;
  return by === aim.takes || by === 'ل' || (items[at]!.conjunction === 'و' && !verbs.has(at));
};

/** «عملية هادفة إلى طرد» (an operation aimed at), «في سعيها لاستعادة العاصمة» (in its quest to win back) */
const isAimOfWord = ({ items, governor }: Sentence, at: number): boolean =>
  (governor[at] === 'إلى' || governor[at] === 'ل') &&
  items.slice(Math.max(0, at - 3), at).some(({ form = '' }) => AIMED.test(form) || STRIVING.test(form));
const AIMED = spelling('event/aimed', '(?:ال|وال)?', '(?:ه|ين|ا)?');
const STRIVING = /^[ولب]?سعي(?:ه|ها|هم)$/;

/** «منعتهم من الخروج» (kept them from leaving). */
export const isPrevented: Reason = ({ sentence }, { item }) => (isKept(sentence, item) ? KEPT : null);
const KEPT = because('what somebody was kept from');

const isKept = ({ items, clauses, clauseOf, governor, verbs }: Sentence, item: number): boolean => {
  // «لمنع دخول الثوار» (to keep the rebels from entering)
  if (PREVENTING.test(items[item - 1]?.form ?? '') && !items[item]!.conjunction) return true;
  // «حالت الغارات دون فرار المقاتلين» (kept them from fleeing)
  if (
    items[item - 1]?.form === 'دون' &&
    items.slice(Math.max(0, item - KEPT_WITHIN), item).some(({ form }) => KEEPS.test(form ?? ''))
  )
    return true;
  if (governor[item] !== 'من') return false;
  for (let k = item - 1; k >= clauses[clauseOf[item]!]!.first; k--)
    if ((verbs.has(k) || items[k]!.kind === 'word') && PREVENTS.test(items[k]!.form ?? ''))
      return entryAt(items, k - 1)?.kind !== 'negator';
  return false;
};
const PREVENTING = spelling('event/preventing', '[ول]{0,2}');
const KEEPS = spelling('event/keeping', '[وف]?');
/** How far before its object «حال دون» (kept from) stands, in items. */
const KEPT_WITHIN = 6;
const PREVENTS = /^[وف]?[تين]?منع(?:ت|وا|ون)?(?:ه|ها|هم)?$/;

/** What something is for, or far from which it is: «عملية لطرد التنظيم» (an operation to drive them out). */
export const tellsPurpose: Reason = (settling, draft) => {
  const { sentence } = settling;
  if (sentence.clauses[sentence.clauseOf[draft.item]!]!.opener === 'purpose') return purposeOf(settling, draft);
  if (isFightToJoin(sentence, draft)) return PURPOSE;
  if (isFar(sentence, draft.item)) return FAR_FROM;
  if (!isNominal(draft.sense)) return null;
  // «في محاولة لاستعادة المدينة» (in an attempt to win back the town): an attack.
  if (GAINS_GROUND.has(draft.sense.frame) && triedIn(sentence, draft.item) !== null) return null;
  return isBehindLam(settling, draft) || isJoinedToAim(settling, draft) || isAbout(settling, draft)
    ? purposeOf(settling, draft)
    : null;
};

/** A purpose, whose place and side are those of the operation that it is for; null where who denies the plan denies it too. */
const purposeOf = (settling: Settling, draft: EventDraft): Dropped | null => {
  if (draft.modality === 'denied' && isAgreed(settling, draft)) return null;
  const operation = canBeTried(settling, draft) ? operationOf(settling, draft) : undefined;
  return operation ? { why: PURPOSE.why, into: operation, hands: handAim } : PURPOSE;
};

/** «لا صحة لأنباء عن اتفاق لانسحاب التنظيم» (no truth in news of an agreement that they withdraw): what was agreed. */
const isAgreed = ({ drafts }: Settling, { item }: EventDraft): boolean =>
  drafts.some(({ sense, item: at }) => sense.frame === 'agree' && at < item && item - at <= AIM_REACH);

/** Whether there is a word for trying such an event. */
const canBeTried = ({ words }: Settling, { type }: EventDraft): boolean =>
  words.events.get(type)?.['attempted-as'] !== undefined;

/** How far behind an operation its aim may stand: «عملية عسكرية مستمرة منذ العاشر من أيلول لطرد». */
const AIM_REACH = 10;

/** The operation or attack told before, whose aim a word may tell: «عملية عسكرية لطرد التنظيم من سرت». */
const operationOf = ({ sentence, drafts }: Settling, draft: EventDraft): EventDraft | undefined =>
  drafts.findLast((one) => isAimOf(sentence, draft, one));

const isAimOf = ({ items, verbs }: Sentence, { item: at }: EventDraft, operation: EventDraft): boolean => {
  if (operation.family !== 'ground' || !isNominal(operation.sense)) return false;
  if (operation.item >= at || at - operation.item > AIM_REACH) return false;
  for (let k = operation.item + 1; k < at; k++) {
    const { kind } = items[k]!;
    if (kind === 'comma' || kind === 'place' || kind === 'relative' || verbs.has(k)) return false;
  }
  return true;
};

/** The place and the side that an aim tells are those of the operation, where it tells none of its own. */
const handAim: HandOver = ({ roles: into }, { roles, item }) => {
  if (into.places.every((place) => place.item > item)) {
    const own = new Set(into.places.map((place) => place.item));
    into.places.push(
      ...roles.places.filter((place) => !own.has(place.item)).map((place) => ({ ...place, role: 'where' as const })),
    );
  }
  if (into.targets.length === 0) into.targets.push(...roles.targets.filter((k) => !into.actors.includes(k)));
};

/** «للمشاركة في القتال», «للمشاركة في تحرير المدينة» (in order to take part in the fighting, in freeing the city). */
const isFightToJoin = ({ items }: Sentence, { roles: { support, supportItem, mutual } }: EventDraft): boolean =>
  (mutual || support?.takes === 'في') &&
  support?.part === 'masdar' &&
  supportItem !== null &&
  items[supportItem]!.clitic === 'ل';

/** «بعيدة عن الاشتباكات» (far from the clashes). */
const isFar = ({ items, governor }: Sentence, at: number): boolean =>
  governor[at] === 'عن' && FAR.test(entryAt(items, at - 2)?.form ?? '');
const FAR = /^(?:ال)?بعيد(?:ا|ه|ين)?$/;
const FAR_FROM = because('what something is far from');

/** «لطرد التنظيم» (to drive them out): ل tells what for, where what stands before it does not say that it came about. */
const isBehindLam = (settling: Settling, draft: EventDraft): boolean => {
  const { items } = settling.sentence;
  const { clitic, definite } = items[draft.item]!;
  if (clitic !== 'ل' || asksWithLam(draft.roles.support) || isToldBefore(settling.sentence, draft.item)) return false;
  // للسيطرة على (in order to take): what can be attempted is a purpose with the article too.
  return !definite || canBeTried(settling, draft) || (draft.anaphora && items[draft.item + 1]?.preposition === 'على');
};

/** «دعا لوقف» (called for), «تعرض لقصف» (came under): verbs whose event stands behind لـ; behind others it tells a purpose. */
const asksWithLam = (support: Support | null): boolean =>
  support !== null && (support.takes === 'ل' || ASKING.has(support.does));
const ASKING: ReadonlySet<Support['does']> = new Set(['result', 'call', 'attempt', 'force']);

/** Whether what stands before ل tells the event itself: «تعرض القرية لقصف» (the village coming under fire). */
const isToldBefore = (sentence: Sentence, at: number): boolean => {
  const before = entryAt(sentence.items, at - 1);
  return (
    before?.kind === 'connector' ||
    before?.kind === 'support' ||
    before?.kind === 'measure' ||
    before?.cue === 'addition' ||
    // تحضيرا للعملية العسكرية (in preparation for the operation): one that is known of is still to come.
    (before?.cue === 'plan' && sentence.items[at]!.definite) ||
    LEADS_TO.test(before?.form ?? '') ||
    undergoes(sentence, at)
  );
};
/** Words behind which ل tells what came, not what for: «نتيجة لقصف» (as a result of), «الوصول لاتفاق» (reaching). */
const LEADS_TO = spelling('event/leading-to');

/** «تعرض القرية لقصف» (the village coming under fire): who suffers it stands between the two. */
const undergoes = ({ items, verbs }: Sentence, at: number): boolean => {
  for (let k = at - 1; k >= Math.max(0, at - 5); k--) {
    const { supports, cue } = items[k]!;
    if (cue === 'cause' || supports?.some(({ does, part }) => does === 'undergo' && part === 'masdar')) return true;
    if (verbs.has(k) || items[k]!.kind === 'comma' || items[k]!.kind === 'trigger') return false;
  }
  return false;
};

/** «لضمان أمن السكان واستعادة السيطرة على المدينة» (to ensure … and win back): joined to what something is for, it is that too. */
const isJoinedToAim = (settling: Settling, draft: EventDraft): boolean => {
  const { items, verbs } = settling.sentence;
  const at = draft.item;
  if (items[at]!.conjunction !== 'و' || !canBeTried(settling, draft)) return false;
  for (let k = at - 1; k >= Math.max(0, at - JOINED_WITHIN); k--) {
    const { kind, form, word } = items[k]!;
    if (FOR.test(form ?? word.form)) return true;
    if (kind === 'comma' || kind === 'trigger' || verbs.has(k)) return false;
  }
  return false;
};
const FOR = spelling('event/for', 'ل');
/** Items between two aims. */
const JOINED_WITHIN = 5;

/** «عمليات الجيش بالسيطرة على» (the army's operations to take): what an operation that nobody carries is about. */
const isAbout = (settling: Settling, draft: EventDraft): boolean => {
  if (settling.sentence.items[draft.item]!.clitic !== 'ب' || !canBeTried(settling, draft)) return false;
  const operation = operationOf(settling, draft);
  return operation?.roles.support === null && draft.item - operation.item <= ABOUT_WITHIN;
};
/** How far behind an operation what it is about may stand, in items. */
const ABOUT_WITHIN = 3;
