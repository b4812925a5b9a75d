import { entryAt } from '@isnad/text';
import type { Sentence } from '../clause/sentence.js';
import { isNominal } from '../scan/words.js';
import { spelling } from '../words/classes.js';
import type { EventWords } from '../words/load.js';
import type { Support } from '../words/senses.js';
import type { EventDraft } from './draft.js';

/** Words behind which ل tells what came, not what for: «نتيجة لقصف» (as a result of), «الوصول لاتفاق» (reaching). */
const LEADS_TO = spelling('event/leading-to');
/** «تهدف العملية إلى طرد التنظيم» (the operation aims at), «ينص الاتفاق على انسحاب» (says that they withdraw). */
export const isAimed = (
  { items, clauses, clauseOf, governor, verbs }: Sentence,
  { item, sense, modality }: EventDraft,
): boolean => {
  // «ينص الاتفاق على انسحاب القوات» (the agreement provides for a withdrawal): still to come.
  if (!isNominal(sense) || modality === 'planned') return false;
  const by = governor[item] ?? null;
  const verb = clauses[clauseOf[item]!]!.verb;
  const aim = verb !== null && verb < item && items[verb]!.supports?.find(({ does }) => does === 'aim');
  if (aim && (by === aim.takes || by === 'ل' || (items[item]!.conjunction === 'و' && !verbs.has(item)))) return true;
  // «عملية هادفة إلى طرد» (an operation aimed at), «في سعيها لاستعادة العاصمة» (in its quest to win back)
  return (
    (by === 'إلى' || by === 'ل') &&
    items.slice(Math.max(0, item - 3), item).some(({ form = '' }) => AIMED.test(form) || STRIVING.test(form))
  );
};
const AIMED = spelling('event/aimed', '(?:ال|وال)?', '(?:ه|ين|ا)?');
const STRIVING = /^[ولب]?سعي(?:ه|ها|هم)$/;

/** «منعتهم من الخروج» (kept them from leaving). */
export const isPrevented = ({ items, clauses, clauseOf, governor, verbs }: Sentence, { item }: EventDraft): boolean => {
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

/** «بعيدة عن» (far from). */
const FAR = /^(?:ال)?بعيد(?:ا|ه|ين)?$/;

/** «تعرض القرية لقصف» (the village coming under fire): who suffers it stands between the two. */
const undergoes = ({ items, verbs }: Sentence, at: number): boolean => {
  for (let k = at - 1; k >= Math.max(0, at - 5); k--) {
    const { supports, cue } = items[k]!;
    if (cue === 'cause' || supports?.some(({ does, part }) => does === 'undergo' && part === 'masdar')) return true;
    if (verbs.has(k) || items[k]!.kind === 'comma' || items[k]!.kind === 'trigger') return false;
  }
  return false;
};

/** «دعا لوقف» (called for), «تعرض لقصف» (came under): verbs whose event stands behind لـ; behind others it tells a purpose. */
const asksWithLam = (support: Support | null): boolean =>
  support !== null && (support.takes === 'ل' || ASKING.has(support.does));
const ASKING: ReadonlySet<Support['does']> = new Set(['result', 'call', 'attempt', 'force']);

/** How far behind an operation its aim may stand: «عملية عسكرية مستمرة منذ العاشر من أيلول لطرد». */
const AIM_REACH = 10;

/** Whether a word may tell what an operation or attack told before it is for: «عملية عسكرية لطرد التنظيم من سرت». */
const isAimOf = ({ items, verbs }: Sentence, { item: at }: EventDraft, operation: EventDraft): boolean =>
  operation.family === 'ground' &&
  isNominal(operation.sense) &&
  operation.item < at &&
  at - operation.item <= AIM_REACH &&
  !items.slice(operation.item + 1, at).some((one, n) => {
    const k = operation.item + 1 + n;
    return one.kind === 'comma' || one.kind === 'place' || one.kind === 'relative' || verbs.has(k);
  });

/** The place and the side that an aim tells are those of the operation, where it tells none of its own. */
const aimAt = ({ roles: into }: EventDraft, { roles, item }: EventDraft): void => {
  if (into.places.every((place) => place.item > item)) {
    const own = new Set(into.places.map((place) => place.item));
    into.places.push(
      ...roles.places.filter((place) => !own.has(place.item)).map((place) => ({ ...place, role: 'where' as const })),
    );
  }
  if (into.targets.length === 0) into.targets.push(...roles.targets.filter((k) => !into.actors.includes(k)));
};

/** «لضمان أمن السكان واستعادة السيطرة على المدينة» (to ensure … and win back): joined to what something is for, it is that too. */
const isJoinedToAim = ({ items, verbs }: Sentence, at: number): boolean => {
  if (items[at]!.conjunction !== 'و') return false;
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

/**
 * Why a word tells only what something is for, far from which it is, or what was to come of it; null where it tells an
 * event. The place and side of such an aim become those of the operation told before.
 */
export const purposeIn = (
  sentence: Sentence,
  draft: EventDraft,
  drafts: readonly EventDraft[],
  { events }: EventWords,
): string | null => {
  const { items, clauses, clauseOf, governor } = sentence;
  const operation = drafts.findLast((one) => isAimOf(sentence, draft, one));
  const canBeTried = events.get(draft.type)?.['attempted-as'] !== undefined;
  const purpose = (): string | null => {
    // «لا صحة لأنباء عن اتفاق لانسحاب التنظيم»: whoever denies the agreement denies what was agreed.
    const agreed = drafts.some(
      (one) => one.sense.frame === 'agree' && one.item < draft.item && draft.item - one.item <= AIM_REACH,
    );
    if (agreed && draft.modality === 'denied') return null;
    if (operation && canBeTried) aimAt(operation, draft);
    return 'a purpose, not an event';
  };
  if (clauses[clauseOf[draft.item]!]!.opener === 'purpose') return purpose();
  const item = items[draft.item]!;
  const before = entryAt(items, draft.item - 1);
  // «للمشاركة في القتال» (in order to take part in the fighting), «بعيدة عن الاشتباكات» (far from the clashes).
  const support = draft.roles.supportItem === null ? undefined : items[draft.roles.supportItem];
  if (support?.clitic === 'ل' && draft.roles.support?.part === 'masdar' && draft.roles.mutual)
    return 'a purpose, not an event';
  if (governor[draft.item] === 'عن' && FAR.test(entryAt(items, draft.item - 2)?.form ?? ''))
    return 'what something is far from';
  if (!isNominal(draft.sense)) return null;
  const told =
    undergoes(sentence, draft.item) ||
    // تحضيرا للعملية العسكرية (in preparation for the operation): one that is known of is still to come.
    (before?.cue === 'plan' && item.definite) ||
    before?.kind === 'connector' ||
    before?.cue === 'addition' ||
    before?.kind === 'support' ||
    before?.kind === 'measure' ||
    LEADS_TO.test(before?.form ?? '');
  // للسيطرة على (in order to take): what can be attempted is a purpose with the article too.
  const aim = !item.definite || canBeTried || (draft.anaphora && items[draft.item + 1]?.preposition === 'على');
  if (item.clitic === 'ل' && !asksWithLam(draft.roles.support) && !told && aim) return purpose();
  if (canBeTried && isJoinedToAim(sentence, draft.item)) return purpose();
  // «عمليات الجيش بالسيطرة على»: what an operation that nobody carries is about.
  const about =
    item.clitic === 'ب' &&
    operation !== undefined &&
    operation.roles.support === null &&
    draft.item - operation.item <= 3 &&
    canBeTried;
  return about ? purpose() : null;
};
