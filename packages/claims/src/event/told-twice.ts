import { entryAt } from '@isnad/text';
import type { Sentence } from '../clause/sentence.js';
import { isNominal } from '../scan/words.js';
import { classOf } from '../words/classes.js';
import type { EventDraft } from './draft.js';
import { areTogether, because, handPlacesAndReach, isGeneral, type Reason, type Settling } from './dropped.js';

/** «معارك واشتباكات» (battles and clashes): joined to the word before. */
export const isJoined: Reason = ({ sentence, drafts }, draft) => {
  if (!isNominal(draft.sense) || sentence.items[draft.item]!.conjunction !== 'و') return null;
  const { frame, phrase } = draft.sense;
  // «كمائن وهجمات» (ambushes and attacks), «الاشتباكات والقصف المتبادل» (clashes, and shelling of each other) are apart.
  if (frame === 'attack' || (frame === 'clash' && phrase)) return null;
  const previous = drafts.find((one) => one.item === draft.item - 1);
  return previous?.type === draft.type && !sentence.verbs.has(previous.item) ? JOINED : null;
};
const JOINED = because('joined to a word for the same event');

const OBJECT = 'the object of a word for the same event';

/** «استعادت القوات، فجر اليوم، السيطرة على قرى» (won back, at dawn, control of villages): the verb and the control that it wins. */
export const isWonBack: Reason = ({ sentence, drafts }, draft) => {
  if (draft.sense.frame !== 'capture' || !isNominal(draft.sense) || sentence.items[draft.item]!.conjunction)
    return null;
  const winning = drafts.find(
    (one) =>
      one.sense.frame === 'retake' &&
      one.type === draft.type &&
      one.item < draft.item &&
      areTogether(sentence, one, draft),
  );
  return winning ? { why: OBJECT, into: winning, hands: handPlacesAndReach } : null;
};

/** «شن غارة» (launched a raid), «نفذ هجوما» (carried out an attack): the noun of a verb for the same event. */
export const isObject: Reason = (settling, draft) => {
  const { items, governor } = settling.sentence;
  if (
    !isNominal(draft.sense) ||
    // «مواجهات بعد مناوشات» (clashes after skirmishes): one before the other.
    governor[draft.item] === 'بعد' ||
    isWhileAfter(items, draft.item) ||
    // «ترافقت الاشتباكات مع استهدافات» (went with): one beside the other.
    governor[draft.item] === 'مع' ||
    OTHER.has(items[draft.item + 1]?.form ?? '') ||
    items[draft.item]!.conjunction
  )
    return null;
  const governing = governingOf(settling, draft);
  if (!governing) return null;
  for (let k = governing.item + 1; k < draft.item; k++)
    if (items[k]!.kind === 'comma' || items[k]!.conjunction !== '') return null;
  // «السيطرة على السيطرة على السوق»: written twice, the place stands behind the second.
  const twice = governing.roles.places.length === 0 && governing.item + 2 >= draft.item;
  return twice ? { why: OBJECT, into: governing, hands: handPlacesAndReach } : because(OBJECT);
};
/** «بعد أسبوع من هجوم» (a week after an attack). */
const isWhileAfter = (items: Sentence['items'], at: number): boolean =>
  items[at - 1]?.preposition === 'من' &&
  items.slice(Math.max(0, at - 4), at - 1).some(({ preposition }) => preposition === 'بعد');
/** Another one: «هجوم آخر» is no repetition of the word before. */
const OTHER = classOf('event/other');

/** How far behind its verb a noun for the same event may stand, in items; further where it tells with what. */
const NEAR = 5;
const WITH_WITHIN = 9;

/** The word for the same event that may have a noun for its object. */
const governingOf = ({ sentence, drafts, carriers }: Settling, draft: EventDraft): EventDraft | undefined =>
  drafts.findLast(
    (one) =>
      one !== draft &&
      one.type === draft.type &&
      one.item < draft.item &&
      (draft.item - one.item <= NEAR || (draft.item - one.item <= WITH_WITHIN && isWith(sentence, draft.item))) &&
      areTogether(sentence, one, draft) &&
      // A word that gives way itself (قُتل 11 في غارة, استهدفت غارات) governs no other.
      (draft.yields || !one.yields) &&
      !isCountedBy(sentence, one, draft) &&
      (carriers.get(one.item) ?? one) === one,
  );

/** «يدك المواقع بعشرين غارة» (pounds the positions with twenty raids): the noun tells with what the verb acts. */
const isWith = ({ items, verbs }: Sentence, at: number): boolean =>
  items[at]!.clitic === 'ب' ||
  (entryAt(items, at - 1)?.kind === 'number' && items[at - 1]!.clitic === 'ب' && !verbs.has(at));

/** «18 عملية توغل» (18 operations of incursion): the counted word only announces the one behind it, and governs none. */
const isCountedBy = ({ items }: Sentence, counted: EventDraft, next: EventDraft): boolean =>
  counted.item === next.item - 1 && isGeneral(counted) && isNumber(items, counted.item - 1);

/** A number, brackets aside: «(18) عملية». */
const isNumber = (items: Sentence['items'], at: number): boolean =>
  items[items[at]?.mark === ')' ? at - 1 : at]?.kind === 'number';
