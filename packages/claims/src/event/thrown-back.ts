import type { Sentence } from '../clause/sentence.js';
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
    ? { why: 'the attack that the word before says was thrown back', into: repelling, hands: handAttack }
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

/** صد الهجوم من قبل التنظيم: the agent behind both nouns threw it back; else who attacked was thrown back. */
const handAttack: HandOver = (repelling, attack) => {
  handPlaces(repelling, attack);
  const { actors, targets } = repelling.roles;
  const failed = repelling.sense.entry['needs-object'] === 'failed-assault';
  if (actors.length === 0 && isNominal(repelling.sense) && !failed) actors.push(...attack.roles.actors);
  else if (targets.length === 0) targets.push(...attack.roles.actors.filter((k) => !actors.includes(k)));
};
