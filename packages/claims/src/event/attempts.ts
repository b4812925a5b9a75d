import type { Sentence } from '../clause/sentence.js';
import { isNominal } from '../scan/words.js';
import type { EventWords } from '../words/load.js';
import type { EventDraft } from './draft.js';
import { because, type HandOver, handPlacesAndReach, isGeneral, type Reason, sharedOf } from './dropped.js';

/** How far behind a word of trying what is tried may stand, in items. */
const TRIED_WITHIN = 8;

/** The word of trying that tells a draft: «محاولة التقدم» (an attempt to advance) is one mention, told by the attempt. */
export const attemptAt = (
  { items, verbs }: Sentence,
  draft: EventDraft,
  drafts: readonly EventDraft[],
  { events }: EventWords,
): EventDraft | undefined => {
  const attempt = drafts.find(
    (one) => sharedOf(one) === 'attempt' && one.item < draft.item && draft.item - one.item <= TRIED_WITHIN,
  );
  if (!attempt || !(events.get(draft.type)?.['attempted-as'] || draft.type === attempt.type)) return undefined;
  for (let k = attempt.item + 1; k < draft.item; k++) if (items[k]!.kind === 'comma' || verbs.has(k)) return undefined;
  return attempt;
};

/** «عملية قصف» (an operation of shelling): a general word before the one that tells. */
export const onlyAnnounces: Reason = ({ sentence, drafts, attempts }, draft) => {
  if (!isGeneral(draft) || attempts.has(draft)) return null;
  const next = drafts.find((one) => one.item === draft.item + 1);
  if (!next || !isNominal(next.sense) || sentence.items[next.item]!.conjunction) return null;
  // «منذ انطلاق الحملة قتل أربعون» (since the campaign began forty were killed): a noun with the article governs none.
  const apart = sentence.items[draft.item]!.definite && !next.definite && sentence.items[draft.item]!.enclitic === '';
  return apart ? null : ANNOUNCES;
};
const ANNOUNCES = because('only announces the event word behind it');

/** «محاولة التقدم»: the advance is told by the attempt. */
export const wasAttempted: Reason = ({ sentence, drafts, words }, draft) => {
  const attempt = attemptAt(sentence, draft, drafts, words);
  return attempt ? { why: 'what was attempted, told by the word before', into: attempt, hands: handWithActors } : null;
};

const handWithActors: HandOver = (into, dropped) => {
  handPlacesAndReach(into, dropped);
  if (into.roles.actors.length === 0) into.roles.actors.push(...dropped.roles.actors);
};

/** «معارك استعادة المدينة» (battles to win the city back). */
export const isFoughtFor: Reason = ({ sentence, drafts, words }, draft) => {
  const { conjunction, clitic } = sentence.items[draft.item]!;
  if (conjunction || clitic || !isNominal(draft.sense)) return null;
  const previous = drafts.find((one) => one.item === draft.item - 1);
  return previous?.family === 'ground' &&
    isNominal(previous.sense) &&
    words.events.get(draft.type)?.['attempted-as'] !== undefined
    ? FOUGHT_FOR
    : null;
};
const FOUGHT_FOR = because('what a fight is for');
