import type { Sentence } from '../clause/sentence.js';
import { isNominal } from '../scan/words.js';
import { spelling } from '../words/classes.js';
import type { EventDraft } from './draft.js';
import { because, type Reason } from './dropped.js';

/** «يشيعون شابا قتل قبل عام» (they bury a young man killed a year ago): a relative clause that only says who is meant. */
export const saysWhoIsCounted: Reason = ({ sentence }, draft) => {
  const { items, clauses, clauseOf } = sentence;
  const clause = clauseOf[draft.item]!;
  const { opener, antecedent } = clauses[clause]!;
  if (opener !== 'relative' || draft.roles.actors.length > 0 || hasDate(sentence, clause)) return null;
  // «لغم يقتل طفلين» (a mine kills two children): what killed is the subject, whom no other killing is told of.
  const weapon = antecedent !== null && draft.by !== null && items[antecedent]!.means === draft.by;
  return weapon ? null : SAYS_WHO;
};
const SAYS_WHO = because('only says who is counted');

/** Whether a clause tells a time of its own. */
export const hasDate = ({ items, clauses }: Sentence, clause: number): boolean => {
  const { first, last } = clauses[clause]!;
  return items.slice(first, last + 1).some(({ kind }) => kind === 'date');
};

/** «قال إن ثمانية من القبيلة قتلوا» (said that eight of the tribe were killed): whoever they are, nobody is told to have killed them. */
export const saysTheyAreDead: Reason = ({ sentence }, draft) => (countsBefore(sentence, draft) ? SAYS_DEAD : null);
const SAYS_DEAD = because('only says that those counted are dead');

const countsBefore = ({ items, verbs, clauses, clauseOf }: Sentence, { item, roles }: EventDraft): boolean => {
  const { first, opener } = clauses[clauseOf[item]!]!;
  return (
    verbs.has(item) &&
    // «أن الجيش قتل خمسة» (that the army killed five): the number behind is whom it killed.
    items[item + 1]?.kind !== 'number' &&
    !isShotBehind(items, item) &&
    roles.actors.length === 0 &&
    (opener === 'complement' || opener === 'relative') &&
    !(opener === 'complement' && items[first + 1]?.number === undefined && isOne(items, roles.targets)) &&
    (roles.targets.length === 0 ? item === first + 1 : roles.targets.every((k) => k < item))
  );
};

/** «أن ثلاثة جنود قتلوا بنيران المسلحين» (that three soldiers were killed by the fire of gunmen): by what tells an event. */
const isShotBehind = (items: Sentence['items'], at: number): boolean =>
  items.slice(at + 1, at + 4).some(({ form, word }) => SHOTS.test(form ?? '') || SHOTS.test(word.form));
const SHOTS = spelling('event/shots', 'ب(?:ال)?');

/** «أن القيادي البارز قتل», «أن شابا قتل» (that the leader, that a young man was killed): a particular person, not a count. */
const isOne = (items: Sentence['items'], people: readonly number[]): boolean =>
  people.length > 0 &&
  people.every(
    (k) =>
      items[k]!.group?.number === 'singular' && items[k]!.number === undefined && items[k - 1]?.number === undefined,
  );

/** «إعلان مقتل الجنود» (that the soldiers were killed): those of whom the report has told. */
export const saysKnownAreDead: Reason = ({ sentence: { items } }, { item, sense, roles: { actors, targets } }) => {
  const who = items[item + 1];
  const known =
    isNominal(sense) &&
    actors.length === 0 &&
    targets.length === 1 &&
    targets[0] === item + 1 &&
    who!.definite &&
    who!.number === undefined &&
    (who!.group ? who!.group.number !== 'singular' : PLURAL.test(who!.form ?? '')) &&
    items[item + 2]?.number === undefined;
  return known ? OF_KNOWN : null;
};
/** «المدنيين»: a full plural. */
const PLURAL = /^ال.{3,}(?:ين|ون)$/;
const OF_KNOWN = because('says of those told of that they are dead');

/** «القتل خارج القانون» (killing outside the law), «أعمال القتل»: of nobody, by nobody, a practice. */
export const isAPractice: Reason = (
  { sentence: { items } },
  { item, sense, definite, roles: { actors, targets, support } },
) =>
  isNominal(sense) &&
  sense.number !== 'p' &&
  definite &&
  items[item]!.enclitic === '' &&
  support === null &&
  items[item + 1]?.preposition !== 'على' &&
  sense.frame === 'harm' &&
  actors.length + targets.length === 0
    ? PRACTICE
    : null;
const PRACTICE = because('killing at large');

/** «انتشال جثث الضحايا», «ناشد الصليب الأحمر انتشال الجثث» (recovering the bodies of the victims, asked to recover): of dead told of before, or yet to be found. */
export const findsKnownDead: Reason = ({ sentence: { items, verbs } }, { item, sense, modality }) => {
  if (sense.frame !== 'find-dead') return null;
  if (modality === 'possible' || (items[item]!.clitic === 'ل' && verbs.has(item))) return OF_KNOWN;
  const body = items.findIndex(({ measure }, k) => k >= item && k <= item + 2 && measure?.id === 'killed');
  const whose = body < 0 ? undefined : items[body + 1];
  return whose?.kind === 'people' && whose.definite && items[body - 1]?.number === undefined ? OF_KNOWN : null;
};
