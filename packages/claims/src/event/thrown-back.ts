import type { Sentence } from '../clause/sentence.js';
import { concordOfPronoun, lastAgreeing } from '../frame/concord.js';
import { idsOf } from '../frame/values.js';
import { isParting } from '../scan/commas.js';
import { isNominal } from '../scan/words.js';
import type { EventWords } from '../words/load.js';
import type { EventDraft } from './draft.js';
import { areTogether, type HandOver, handPlaces, type Reason } from './dropped.js';
import { objectFar } from './objects.js';

/** «صد الجيش هجوما» (the army threw an attack back): the attack is told by the word before. */
export const wasThrownBack: Reason = ({ sentence, drafts, words }, draft) => {
  if (!isNominal(draft.sense)) return null;
  const repelling = drafts.find((one) => one.sense.frame === 'repel' && mayThrowBack(sentence, one, draft));
  return repelling && (draft.anaphora || isAttempt(draft.type, words))
    ? { why: 'the attack that the word before says was thrown back', into: repelling, hands: handAttack(sentence) }
    : null;
};

/** How far behind a word of repelling the attack may stand, in items. */
const WITHIN = 6;

const mayThrowBack = (sentence: Sentence, repelling: EventDraft, draft: EventDraft): boolean =>
  repelling.item < draft.item &&
  areTogether(sentence, repelling, draft) &&
  (objectFar(sentence, repelling.item) === draft.item ||
    (draft.item - repelling.item <= WITHIN && !isParted(sentence, repelling.item, draft.item)));

/** Whether something parts a word from one behind it: what is joined to the first, or a comma that sets off no date. */
const isParted = ({ items }: Sentence, from: number, to: number): boolean => {
  for (let k = from + 1; k <= to; k++) {
    const { conjunction, kind } = items[k]!;
    if ((conjunction !== '' && kind !== 'actor') || isParting(items, k)) return true;
  }
  return false;
};

/** What is tried, or what trying it is: «تقدم» (advance), «محاولات تسلل» (attempts to get in). */
const isAttempt = (type: string, { events }: EventWords): boolean =>
  events.get(type)?.['attempted-as'] !== undefined ||
  [...events.values()].some((event) => event['attempted-as'] === type);

/** Who attacked was thrown back; who threw them back stands between, behind both nouns (من قبل, by) or before. */
const handAttack =
  (sentence: Sentence): HandOver =>
  (repelling, attack) => {
    handPlaces(repelling, attack);
    const { roles, sense } = repelling;
    const nominal = sense.part === 'masdar' && sense.entry['needs-object'] !== 'failed-assault';
    if (nominal) takeDefenders(sentence, repelling, attack);
    if (roles.targets.length === 0) roles.targets.push(...attackersOf(sentence, repelling, attack));
    if (nominal && roles.actors.length === 0 && !roles.pronounActor && roles.targets.length > 0)
      roles.actors.push(...defendersBefore(sentence, repelling));
  };

/** «صد القوات هجوما» (the forces' repelling of an attack), «صدها لهجوم», «صد الهجوم من قبل القوات» (by the forces). */
const takeDefenders = ({ governor }: Sentence, { item, roles }: EventDraft, attack: EventDraft): void => {
  if (roles.pronounTarget) {
    roles.pronounTarget = false;
    roles.pronounActor = true;
  }
  if (roles.actors.length > 0) return;
  const between = roles.targets.filter((k) => k > item && k < attack.item && governor[k] === null);
  if (between.length > 0) roles.targets = roles.targets.filter((k) => !between.includes(k));
  roles.actors.push(...between, ...attack.roles.actors.filter((k) => governor[k] === 'agent'));
};

/** «صد هجوم للتنظيم» (an attack of the group's); «صد هجومهم» (their attack): the side told last. */
const attackersOf = (sentence: Sentence, repelling: EventDraft, { item, roles }: EventDraft): number[] => {
  const defenders = repelling.roles.actors;
  // Whoever stands behind a noun for it with من قبل (by) is no attacker.
  const agents = isNominal(repelling.sense);
  const attackers = roles.actors.filter((k) => !defenders.includes(k) && !(agents && sentence.governor[k] === 'agent'));
  const goesOn = roles.pronounActor ? concordOfPronoun(sentence.items[item]!.enclitic) : null;
  const meant = goesOn !== null && attackers.length === 0 ? lastAgreeing(sentence, item, goesOn) : null;
  return meant === null || defenders.includes(meant) ? attackers : [meant];
};

/**
 * «قتل ثلاثة من قسد خلال صد هجوم للتنظيم» (killed while throwing back an attack), «يساعد الحزب قوات النظام في صد»
 * (helps in throwing back): the other side told before, in the clause or, if none is, in the sentence.
 */
const defendersBefore = (sentence: Sentence, { item: at, roles }: EventDraft): number[] => {
  const { items, governor, clauses, clauseOf } = sentence;
  const { first } = clauses[clauseOf[at]!]!;
  const attackers = idsOf(sentence, roles.targets);
  const own = items.flatMap((_, k) => (k < at && isOther(sentence, k, attackers) ? [k] : []));
  const bare = own.filter((k) => k >= first && governor[k] === null);
  return bare.length > 0 ? bare : own.slice(-1);
};

const isOther = (sentence: Sentence, k: number, attackers: readonly string[]): boolean =>
  sentence.items[k]!.kind === 'actor' && !idsOf(sentence, [k]).some((id) => attackers.includes(id));
