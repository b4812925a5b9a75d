import { entryAt } from '@isnad/text';
import type { Sentence } from '../clause/sentence.js';
import { spelt } from '../scan/spelt.js';
import { isNominal } from '../scan/words.js';
import { spelling } from '../words/classes.js';
import type { EventDraft } from './draft.js';
import { because, type Reason, type Settling } from './dropped.js';
import { GAINS_GROUND, triedIn } from './tried.js';

// Words that speak of events of their kind, and tell none: how one ranks, how rare they are, what any of them would be.

const isRank = spelt(spelling('event/ranking', 'ك?(?:ال)?'));
const isCopula = spelt(spelling('event/copula', '[وف]?'));
const isRankedOf = spelt(spelling('event/ranked-of', 'ك?'));
const isAny = spelt(spelling('event/any', '[وفبلك]?'));
const isAnniversary = spelt(spelling('event/anniversary', '[وفبل]{0,2}(?:ال)?'));
const isRare = spelt(spelling('event/rare', '[وف]?(?:ال)?'));
const isUsual = spelt(spelling('event/usual', '[وف]?'));
const isNearing = spelt(spelling('event/nearing', '[وف]?[يت]?(?:ال)?'));
const isRecurring = spelt(spelling('event/recurring'));
const isRole = spelt(spelling('event/role-in', '[وفبل]?(?:ال)?', '(?:ه|ها|هم|ا)?'));
const isKnownFor = spelt(spelling('event/known-for', '[وف]?(?:ال)?'));
const isLosing = spelt(spelling('event/losing', '[وفب]?'));
const isForce = spelt(spelling('event/force-of', '[وفبل]?'));

/** How far before its event noun an anniversary stands, and how far from its verb what says how often. */
const [ANNIVERSARY_WITHIN, OFTEN_WITHIN] = [4, 6];

/** «في ثالث عملية», «كأول هجوم», «في واحدة من أكبر الهجمات» (in the third operation, as the first attack, in one of the biggest). */
const ranks = ({ items }: Sentence, at: number): boolean => {
  let k = at - 1;
  if (!isRank(items[k])) return false;
  // «يعد أكثر الهجمات دموية» (is the deadliest of the attacks)
  if (isCopula(items[k - 1])) return true;
  if (entryAt(items, k - 1)?.preposition === 'من' && isRankedOf(items[k - 2])) k -= 2;
  return (
    items[k]!.word.form.startsWith('ك') || (entryAt(items, k - 1)?.preposition === 'في' && !items[k - 1]!.enclitic)
  );
};

/** «ذكرى انطلاق العملية» (the anniversary of the start of the operation). */
const isRemembered = ({ items, verbs }: Sentence, at: number): boolean => {
  for (let k = at - 1; k >= Math.max(0, at - ANNIVERSARY_WITHIN); k--) {
    if (isAnniversary(items[k])) return true;
    if (verbs.has(k) || items[k]!.kind === 'comma') return false;
  }
  return false;
};

/** «نادرا ما يشتبك» (seldom clashes), «من النادر وقوع هجمات», «يهاجمون عموما» (generally attack): no single event. */
const isAtLarge = ({ items, verbs, clauses, clauseOf }: Sentence, { item: at, sense, roles }: EventDraft): boolean => {
  // A verb that only says what a noun hits tells of no other time: «عمليات اغتيال غالبا تستهدف القادة».
  const verb = verbs.has(at) ? at : roles.support?.does === 'hit' ? null : roles.supportItem;
  // «الصدامات تتكرر في المنطقة» (clashes recur in the area)
  if (isNominal(sense) && items.slice(at + 1, at + 4).some(isRecurring)) return true;
  const part = verb === null ? null : verb === at ? sense.part : roles.support?.part;
  const first = Math.min(at, verb ?? at);
  for (let k = first - 1; k >= Math.max(0, first - 3) && items[k]!.kind !== 'comma'; k--) {
    if (isRare(items[k])) return true;
    if (part === 'imperfect' && isUsual(items[k]) && clauses[clauseOf[at]!]!.opener !== 'relative') return true;
  }
  if (part !== 'imperfect' || (verb !== at && roles.support?.does !== 'occur')) return false;
  for (let k = at + 1; k < Math.min(items.length, at + OFTEN_WITHIN) && !verbs.has(k); k++) {
    if (items[k]!.kind === 'comma') return false;
    if (isUsual(items[k])) return true;
  }
  return false;
};

/** «تقاتل إلى جانب الجيش» (fight beside the army): whose side somebody is on. */
const tellsAllies = ({ items, clauseOf }: Sentence, { item: at, sense }: EventDraft): boolean =>
  sense.frame === 'clash' &&
  (sense.part === 'imperfect' || (isNominal(sense) && sense.number !== 'p')) &&
  items.slice(at + 1, at + 4).some(({ preposition, word }) => preposition === 'برفقة' && word.form === 'الي') &&
  (sense.part === 'imperfect' || !items.some(({ kind }, k) => kind === 'date' && clauseOf[k] === clauseOf[at]));

/** «المناطق التي تتمركز فيها القوات», «نقاط تتمركز بها» (where the forces are posted): only marks out who or what is meant. */
const marksOut = ({ items, verbs, clauses, clauseOf }: Sentence, { item: at, sense }: EventDraft): boolean =>
  POSTED.has(sense.frame) &&
  sense.part === 'imperfect' &&
  verbs.has(at) &&
  (clauses[clauseOf[at]!]!.opener === 'relative' || isBack(items[at + 1]));
const POSTED: ReadonlySet<string> = new Set(['post', 'deploy']);
const isBack = spelt(/^(?:في|ب|ضمن|علي)(?:ه|ها|هما)$/);

/** «اقترابه من السيطرة على المدينة» (its nearing the capture of), «تقترب من فرض سيطرتها والوصول إلى»: not reached yet. */
const isNear = ({ items, governor }: Sentence, { item: at, sense }: EventDraft): boolean => {
  if (!GAINS_GROUND.has(sense.frame) || (governor[at] !== 'من' && items[at]!.conjunction !== 'و')) return false;
  for (let k = at - 1; k >= Math.max(0, at - NEAR_WITHIN); k--) {
    if (isNearing(items[k])) return true;
    if (items[k]!.kind === 'comma' || items[k]!.kind === 'connector') return false;
  }
  return false;
};
/** How far behind a word of nearing what is near may stand, in items. */
const NEAR_WITHIN = 9;

/** «دورها في تحرير المدينة», «قادرة على شن هجمات» (her part in freeing, able to launch attacks): what somebody is for, or can do. */
const isPart = ({ items, governor }: Sentence, { item: at, roles }: EventDraft): boolean => {
  const head = roles.supportItem !== null && roles.supportItem < at ? roles.supportItem : at;
  const by = governor[head] ?? governor[at];
  if (by !== 'في' && by !== 'على') return false;
  for (let k = head - 1; k >= Math.max(0, head - PART_WITHIN); k--) {
    if (isRole(items[k])) return true;
    if (items[k]!.kind === 'comma' || items[k]!.kind === 'trigger' || items[k]!.kind === 'connector') return false;
  }
  return false;
};
/** How far before what it is in somebody's part may stand, in items. */
const PART_WITHIN = 4;

/** Behind these it is told of something else: «تكتيكه المعروف عنه والمتمثل بتفجير» (its tactic, known of it, of blowing up). */
const PARTS_HABIT: ReadonlySet<string> = new Set(['comma', 'connector', 'preposition', 'place']);

/** «تشتهر بالخطف والتفجيرات» (is known for abductions and bombings): a habit, no event. */
const isHabit = ({ items, governor }: Sentence, { item: at }: EventDraft): boolean => {
  if (governor[at] !== 'ب' && items[at]!.conjunction !== 'و') return false;
  for (let k = at - 1; k >= Math.max(0, at - PART_WITHIN); k--) {
    if (isKnownFor(items[k])) return true;
    if (PARTS_HABIT.has(items[k]!.kind)) return false;
  }
  return false;
};

/** «فقد سيطرته على المدينة», «خارجة عن سيطرة الجيش» (lost its control, out of the control of): nothing was taken by who had it. */
const isLost = ({ items }: Sentence, { item: at, sense }: EventDraft): boolean =>
  sense.frame === 'capture' &&
  [items[at - 1], items[at - 2]].some((one, n) => isLosing(one) && (n === 0 || items[at - 1]!.kind !== 'comma'));

/** «قوات عملية الكرامة» (the forces of Operation Dignity): whose forces they are. */
const saysWhoseForces = ({ items }: Sentence, { item: at, sense }: EventDraft): boolean =>
  sense.number === 's' && 'shared' in sense.word && items[at - 1]?.kind === 'word' && isForce(items[at - 1]);

/** «اقتحموا المطار في محاولة للسيطرة عليه» (stormed the airport in an attempt to take it): the attack told is the attempt. */
const isAttempted = ({ sentence, drafts }: Settling, { item: at, type }: EventDraft): boolean =>
  triedIn(sentence, at) !== null && drafts.some((one) => one.item < at && one.type === type);

/** «استهدفت المسيرات منزلا، مما أسفر عن مقتل ثمانية في هجوم دموي» (which killed eight in a bloody attack): the attack told before. */
const isToldBefore = (
  { sentence, drafts }: Settling,
  { item: at, anaphora, by, definite, roles }: EventDraft,
): boolean => {
  const { items, governor, clauses, clauseOf } = sentence;
  if (!anaphora || by !== null || definite || governor[at] !== 'في') return false;
  if (roles.actors.length + roles.targets.length + roles.places.length > 0) return false;
  return (
    items[clauses[clauseOf[at]!]!.first]!.cue === 'result' && drafts.some((one) => one.item < at && one.by !== null)
  );
};

const ofAny = ({ items }: Sentence, { item: at, definite, modality }: EventDraft): boolean =>
  !definite && (modality === 'asserted' || modality === 'possible') && isAny(items[at - 1]);

const HOW_OFTEN = because('says how often such events happen');
const WHOSE_SIDE = because('says whose side somebody fights on');
const MARKS_OUT = because('only marks out who or where');
const RANK = because('says how the event told ranks');
const NEAR = because('not reached yet');
const HABIT = because('what somebody is known for');
const PART = because('what somebody is for, or can do');
const LOST = because('control that was lost');
const TO_REACH = because('what the attack told was to reach');
const TOLD_BEFORE = because('the attack told before, by what it led to');
const ANY = because('speaks of any such event');
const WHOSE_FORCES = because('only says whose forces');
const ANNIVERSARY = because('an anniversary');

/** Words that only speak of events of their kind. */
export const onlySpeaks: Reason = (settling, draft) => {
  const { sentence, drafts } = settling;
  const { item: at } = draft;
  if (isAtLarge(sentence, draft)) return HOW_OFTEN;
  if (tellsAllies(sentence, draft)) return WHOSE_SIDE;
  if (marksOut(sentence, draft)) return MARKS_OUT;
  if (!isNominal(draft.sense)) return null;
  if (ranks(sentence, at) && drafts.some((one) => one !== draft && one.item < at && !one.yields)) return RANK;
  if (isNear(sentence, draft)) return NEAR;
  if (isPart(sentence, draft)) return PART;
  if (isHabit(sentence, draft)) return HABIT;
  if (isLost(sentence, draft)) return LOST;
  if (isAttempted(settling, draft)) return TO_REACH;
  if (isToldBefore(settling, draft)) return TOLD_BEFORE;
  if (ofAny(sentence, draft)) return ANY;
  if (saysWhoseForces(sentence, draft)) return WHOSE_FORCES;
  return isRemembered(sentence, at) ? ANNIVERSARY : null;
};
