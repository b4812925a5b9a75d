import type { Sentence } from '../clause/sentence.js';
import { spelling } from '../words/classes.js';
import type { EventDraft } from './draft.js';
import { because, firstOf, type Reason } from './dropped.js';
import { isOutcome, MEANS_OF_DEATH } from './harm.js';
import { meansIsTold } from './means-of-harm.js';
import { findsKnownDead, isAPractice, saysKnownAreDead, saysTheyAreDead, saysWhoIsCounted } from './only-counted.js';
import { carriesToll } from './running-toll.js';

/** «ردّ الجنود بإطلاق النار» (the soldiers answered with fire): what they did is the event, not that they answered. */
export const isToldHow: Reason = ({ sentence, drafts }, draft) => {
  if (draft.sense.entry.needs !== 'means-only') return null;
  const answer = drafts.find((one) => tellsHow(sentence, draft, one));
  return answer ? because(`the word behind it says by what (${answer.type})`) : null;
};

const tellsHow = ({ items, clauseOf }: Sentence, draft: EventDraft, one: EventDraft): boolean =>
  one.item > draft.item &&
  one.type !== draft.type &&
  items[one.item]!.clitic === 'ب' &&
  clauseOf[one.item] === clauseOf[draft.item];

/**
 * Why a killing or other harm tells no event (guide: a cause with its result is one event): its means is told, something
 * led to it, or it only picks out or counts people.
 */
export const harmGivesWay: Reason = (settling, draft) => (draft.yields ? firstOf(REASONS, settling, draft) : null);

/** «ما أدى إلى مقتل مدنيين» (which led to the death of civilians). */
const isLedTo: Reason = ({ sentence, drafts }, draft) =>
  isOutcome(sentence, draft) || isByThose(sentence, draft, drafts) ? LED_TO : null;
const LED_TO = because('what something led to is a figure');

/** «غارات قتل على إثرها تسعة» (raids, after which nine were killed): what came of the act before. */
const isByThose = ({ items, verbs }: Sentence, { item }: EventDraft, drafts: readonly EventDraft[]): boolean =>
  verbs.has(item) &&
  items.slice(item + 1, item + 4).some(({ form, preposition, enclitic }) => {
    return BY_THOSE.test(`${form ?? preposition ?? ''}`) || (preposition === 'بسبب' && enclitic !== '');
  }) &&
  drafts.some((one) => one.item < item && MEANS_OF_DEATH.has(one.family));

const BY_THOSE = spelling('event/because-of', '(?:و|ف)?(?:ب|ل|علي)?', '(?:ه|ها|هم|هما)');

/** «قُتل عشرة من المهاجمين» (ten of the attackers were killed): in the attack that made them attackers. */
const wereAttackers: Reason = ({ sentence: { items } }, { roles: { targets } }) =>
  targets.length > 0 && targets.every((k) => items[k]!.attackers) ? ATTACKERS : null;
const ATTACKERS = because('who attacked was killed in that attack');

/** «لم يقتل أحد» (nobody was killed) tells nothing; «نفى التحالف مقتل مدنيين» (denied) is a claim. */
const nobodyWas: Reason = ({ sentence: { items } }, { item }) => (items[item - 1]?.kind === 'negator' ? NOBODY : null);
const NOBODY = because('nobody was harmed');

/** In the order in which they are asked. */
const REASONS: readonly Reason[] = [
  meansIsTold,
  isLedTo,
  wereAttackers,
  saysKnownAreDead,
  isAPractice,
  findsKnownDead,
  nobodyWas,
  saysWhoIsCounted,
  saysTheyAreDead,
  carriesToll,
];
