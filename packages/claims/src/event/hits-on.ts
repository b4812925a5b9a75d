import { entryAt } from '@isnad/text';
import type { Sentence } from '../clause/sentence.js';
import { agrees, type Concord, concordOfVerb } from '../frame/concord.js';
import { subjectOf } from '../frame/subject.js';
import type { Item } from '../scan/item.js';
import { isNominal } from '../scan/words.js';
import type { EventDraft } from './draft.js';
import { because, type HandOver, handPlacesAndReach, type Reason } from './dropped.js';

/** Frames of words for an act that hits something. */
export const HITTING: ReadonlySet<string> = new Set(['attack', 'strike', 'damage']);

/** Whether a word is a verb of hitting that can carry an event: استهدف (targeted). */
export const canHit = ({ supports }: Item): boolean => supports?.some(({ does }) => does === 'hit') ?? false;

const SAYS_WHAT = because('says what the act before it hits');

/** «قصف تقول أنقرة إنه يستهدف المسلحين» (bombing that Ankara says hits the fighters): the verb tells of the act before it. */
export const saysWhatItHits: Reason = ({ sentence: { items, verbs }, drafts }, { item, sense }) =>
  verbs.has(item) &&
  sense.part === 'imperfect' &&
  canHit(items[item]!) &&
  ITSELF.test(entryAt(items, item - 1)?.form ?? '') &&
  drafts.some(
    (one) => one.item < item && item - one.item <= ACT_WITHIN && isNominal(one.sense) && HITTING.has(one.sense.frame),
  )
    ? SAYS_WHAT
    : null;
const ITSELF = /^ان(?:ه|ها|هم)$/;
/** How far before «that it hits» the act may stand, in items. */
const ACT_WITHIN = 6;

/** «انفجرت عبوة ناسفة استهدفت رتلا» (a device exploded that was meant for a convoy): the verb of the weapon tells of the act before it. */
export const weaponHits: Reason = ({ sentence, drafts }, draft) => {
  const blast = blastOfWeapon(sentence, draft, drafts);
  return blast ? { why: SAYS_WHAT.why, into: blast, hands: handWithTargets } : null;
};

const blastOfWeapon = (
  { items, clauses, clauseOf, verbs }: Sentence,
  { item, type, sense }: EventDraft,
  drafts: readonly EventDraft[],
): EventDraft | undefined => {
  if (!verbs.has(item) || sense.part !== 'perfect' || items[item]!.conjunction) return undefined;
  // «أطلقوا قذائف سقطت على القرية» (fired shells that fell on the village)
  if (!canHit(items[item]!) && sense.frame !== 'land') return undefined;
  const weapon = items
    .slice(Math.max(0, item - WEAPON_WITHIN), item)
    .some(({ means, kind }) => means !== undefined && kind !== 'trigger');
  if (!weapon) return undefined;
  const { parent } = clauses[clauseOf[item]!]!;
  return drafts.find(
    (one) => one.item < item && item - one.item <= BLAST_WITHIN && one.type === type && clauseOf[one.item] === parent,
  );
};
/** How far before its verb the weapon may stand, and the blast, in items. */
const WEAPON_WITHIN = 3;
const BLAST_WITHIN = 4;

const handWithTargets: HandOver = (into, dropped) => {
  handPlacesAndReach(into, dropped);
  if (into.roles.targets.length > 0) return;
  const { actors, targets } = dropped.roles;
  into.roles.targets.push(...(targets.length > 0 ? targets : actors.filter((k) => k > dropped.item)));
};

/** «الهجمات استمرت ساعة واستهدفت حيا سكنيا» (the attacks went on for an hour and hit a quarter). */
export const goesOnToHit: Reason = ({ sentence, drafts }, draft) => {
  const attack = attackGoingOn(sentence, draft, drafts);
  return attack && { why: 'the attack told before goes on to hit', into: attack, hands: handWithTargets };
};

/** How deep the relative clauses lie in one another of which a verb of hitting may be the last. */
const DEPTH = 3;

/**
 * «الهجمات استمرت ساعة واستهدفت حيا سكنيا» (the attacks went on for an hour and hit a quarter): the attack that a verb of
 * hitting tells on about, as its own subject or that of the verb before it; null where something else hits.
 */
const attackGoingOn = (sentence: Sentence, draft: EventDraft, drafts: readonly EventDraft[]): EventDraft | null => {
  const { items, clauses, clauseOf, verbs } = sentence;
  const { opener, parent, verb } = clauses[clauseOf[draft.item]!]!;
  if (!canHit(items[draft.item]!) || !verbs.has(draft.item) || verb !== draft.item) return null;
  if (draft.roles.actors.length > 0) return topicBefore(sentence, draft, drafts);
  const nounAt = (at: number | null): EventDraft | null =>
    (at !== null && drafts.find((one) => one !== draft && one.item === at && isNominal(one.sense))) || null;
  // «واستهدف الهجوم الذي نفذته القوات القرية» (the attack that the forces carried out hit the village)
  const own = subjectOf(sentence, clauses[clauseOf[draft.item]!]!).event;
  const behind = own === draft.item + 1 ? nounAt(own) : null;
  if (behind || parent === null) return behind;
  if (opener === 'relative') return describedBy(sentence, draft, nounAt);
  const predicate = items[clauses[clauseOf[draft.item]!]!.first] === items[draft.item];
  if (predicate && opener !== 'complement') {
    const told = tellsOf(sentence, draft.item, parent, nounAt);
    if (told) return told;
  }
  if (opener !== 'coordinated') return null;
  const event = subjectOf(sentence, clauses[parent]!).event ?? opening(sentence, parent);
  return drafts.find((one) => one !== draft && one.item === event) ?? null;
};

/**
 * «الكمين نفذه مقاتلون واستهدف قوة» (the ambush, fighters laid it, and it hit a force): behind a noun that a verb takes up,
 * a side alone behind the next one is what the noun hit.
 */
const topicBefore = (
  { clauses, clauseOf, items }: Sentence,
  { item, roles }: EventDraft,
  drafts: readonly EventDraft[],
): EventDraft | null => {
  const { opener, parent, antecedent } = clauses[clauseOf[item]!]!;
  if (items[item]!.conjunction === '' || parent === null || roles.targets.length > 0) return null;
  if (roles.actors.some((k) => k < item || k > item + 2)) return null;
  const { verb } = clauses[parent]!;
  const isTold = ({ item: noun, sense, roles: { supportItem } }: EventDraft): boolean =>
    supportItem !== null &&
    noun < supportItem &&
    supportItem < item &&
    isNominal(sense) &&
    (opener === 'relative' ? antecedent === noun : opener === 'coordinated' && supportItem === verb);
  return drafts.find(isTold) ?? null;
};

/**
 * «قصف نفذته قواته بالمدافع، استهدف القرية» (shelling that its forces carried out, hit the village), «هجوم نفذه انتحاري
 * يرتدي حزاما ناسفا استهدف القرية» (an attack that a bomber with a belt carried out, hit the village): the noun that
 * both clauses describe.
 */
const describedBy = (
  { items, clauses, clauseOf }: Sentence,
  { item }: EventDraft,
  nounAt: (at: number | null) => EventDraft | null,
): EventDraft | null => {
  let { antecedent } = clauses[clauseOf[item]!]!;
  for (let depth = 0; antecedent !== null && depth < DEPTH; depth++) {
    const told = nounAt(antecedent);
    if (told) return told;
    // «تفجير بسيارة مفخخة استهدف» (a blast by a car bomb that hit): what it was done with.
    const { means } = items[antecedent]!;
    const near = means === undefined ? null : nearest(antecedent, nounAt);
    if (near) return near.by === means ? near : null;
    antecedent = clauses[clauseOf[antecedent]!]!.antecedent;
  }
  return null;
};

/** How far before its weapon an attack is told, in items. */
const TOOL_WITHIN = 3;

const nearest = (at: number, nounAt: (at: number) => EventDraft | null): EventDraft | null => {
  for (let k = at - 1; k >= at - TOOL_WITHIN; k--) {
    const told = nounAt(k);
    if (told) return told;
  }
  return null;
};

/** «إن الحملات التي تشنها تستهدف خلايا» (that the campaigns which it wages hit cells): the noun of a clause without a verb, described by the clause before. */
const tellsOf = (
  { items, clauses, clauseOf }: Sentence,
  verb: number,
  parent: number,
  nounAt: (at: number | null) => EventDraft | null,
): EventDraft | null => {
  const { opener, antecedent } = clauses[parent]!;
  if (opener !== 'relative' || antecedent === null || clauses[clauseOf[antecedent]!]!.verb !== null) return null;
  const told = nounAt(antecedent);
  return told && agrees(genderOf(told), concordOfVerb(items[verb]!)) ? told : null;
};

const genderOf = ({ sense: { number, gender } }: EventDraft): Concord | null => (number === 'p' ? 'f' : gender);

/** «إن الغارات استمرت ساعة» (that the raids went on for an hour): the noun with which a clause without a known verb begins. */
const opening = ({ items, clauses, verbs }: Sentence, clause: number): number | null => {
  const { first, last, verb } = clauses[clause]!;
  if (verb !== null) return null;
  const at = items[first]!.kind === 'complementiser' ? first + 1 : first;
  return at <= last && items[at]!.kind === 'trigger' && !verbs.has(at) ? at : null;
};
