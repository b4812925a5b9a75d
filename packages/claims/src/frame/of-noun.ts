import type { Sentence } from '../clause/sentence.js';
import { accused, announcers, isOwnLoss, speakerOfForces } from './announced.js';
import { isCity, takeArguments } from './arguments.js';
import { applyCarrier, isHelper } from './carried.js';
import { type Carrier, carriers } from './carriers.js';
import { hasDative, hasObject, hitsBehindMeans, isCraft, isShotDown } from './dative.js';
import { doersBy } from './instrument.js';
import { countOf, isJoinedCount } from './object.js';
import { takePlace } from './placed.js';
import { give, type Predicate } from './predicate.js';
import { subjectOf } from './subject.js';

/** Items between a carrying verb and the noun that it carries. */
const NEAR = 5;
const DOING: ReadonlySet<string> = new Set(['agent', 'resume', 'succeed', 'attempt']);

/** Whether a verb before a noun tells who did it: «قامت قسد بـ». */
const tellsDoer = ({ items }: Sentence, at: number, { support, item, subject }: Carrier): boolean =>
  item < at &&
  at - item <= NEAR &&
  DOING.has(support.does) &&
  subject.items.some((k) => k < at && items[k]!.kind === 'actor');

const areJoined = (sentence: Sentence, chain: readonly number[]): boolean =>
  chain.slice(1).every((k) => sentence.items[k]!.conjunction === 'و' || isJoinedCount(sentence.items, k));

/** «الحصار الإسرائيلي المفروض على غزة»: whose siege it is, the adjective tells. The parties behind it are left. */
const takeAdjective = (predicate: Predicate, bare: readonly number[]): readonly number[] => {
  const { sentence, at, frame } = predicate;
  const [first] = bare;
  if (first !== at + 1 || !frame['adjective'] || sentence.items[first]!.side?.heads[0] !== 'adjective') return bare;
  give(predicate, frame['adjective'], [first]);
  return bare.slice(1);
};

/** «قصف قسد مواقع التنظيم»: of two parties apart the first is the subject of the noun, the second its object. */
const giveTwo = (predicate: Predicate, bare: readonly number[]): void => {
  const { sentence, frame } = predicate;
  const second = bare.findIndex((k, n) => n > 0 && sentence.items[k]!.conjunction === '');
  give(predicate, frame['subject'], second > 0 ? bare.slice(0, second) : bare);
  if (second > 0) give(predicate, frame['object'] ?? 'target', bare.slice(second));
};

/** «محاصرة قسد لنساء» (the SDF's siege of women): what is hit stands behind the genitive, which acts. */
const doesToOthers = ({ sentence, at, roles }: Predicate, first: number): boolean => {
  const item = sentence.items[first]!;
  return (
    (item.kind === 'actor' || item.definite) &&
    (hasDative(sentence, at, roles.end) || isCraft(item) || hitsBehindMeans(sentence, first, roles.end))
  );
};

/** «قامت قسد بقصف مواقع التنظيم»: whose act it is the verb tells; the noun behind tells whom it hit. */
const genitiveIsHit = ({ sentence, at, frame, roles }: Predicate, first: number, doerTold: boolean): boolean =>
  (sentence.items[first]!.kind === 'people' || (first === at + 1 && doerTold)) &&
  frame['genitive'] === 'actor' &&
  frame['object'] === 'target' &&
  !hasDative(sentence, at, roles.end);

/** «تفجير داعش منزلا» (IS's blowing up of a house): alone before its object the genitive acts. */
const actsOnObject = ({ sentence, at, frame, roles }: Predicate, bare: readonly number[]): boolean =>
  bare[0] === at + 1 &&
  bare.length === 1 &&
  frame['genitive'] === 'target' &&
  frame['subject'] === 'actor' &&
  hasObject(sentence, bare[0], roles.end);

/** «اتفاق الدوحة» (the Doha agreement), «معركة كييف» (the battle of Kyiv): what two sides do has the name of the city where. */
const isNamedAfterCity = ({ sentence: { items }, at, frame }: Predicate, bare: readonly number[]): boolean =>
  bare.length === 1 &&
  bare[0] === at + 1 &&
  (frame['genitive'] === 'sides' || frame['genitive'] === 'sides-as-actor') &&
  isCity(items[at + 1]!);

/** «استهدف الجيش بقصف مركز القوات» (hit with fire a post of the forces): the object of the verb stands behind the noun. */
const isObjectOfHit = ({ sentence: { items, governor }, at }: Predicate, carried: readonly Carrier[]): boolean =>
  governor[at] === 'ب' &&
  carried.some(
    ({ support, item, subject }) =>
      support.does === 'hit' &&
      item < at &&
      at - item <= NEAR &&
      items
        .slice(item + 1, at)
        .every((one, k) => one.kind !== 'place' && (one.kind !== 'actor' || subject.items.includes(item + 1 + k))),
  );

/** Gives the parties that stand bare behind the noun. */
const giveBare = (predicate: Predicate, bare: readonly number[], carried: readonly Carrier[]): void => {
  const { sentence, at, frame, roles } = predicate;
  const [first] = bare;
  if (first === undefined) return;
  if (isNamedAfterCity(predicate, bare)) {
    takePlace(predicate, first, null);
    return;
  }
  // «إسقاط طائرة للحوثيين» (an aircraft of the Houthis shot down)
  if (frame['craft'] === 'target' && isShotDown(sentence.items[first]!)) give(predicate, 'target', bare);
  else if (bare.length > 1 && !areJoined(sentence, bare) && sentence.items[first]!.kind === 'actor')
    giveTwo(predicate, bare);
  else if (frame['genitive'] === 'target' && doesToOthers(predicate, first)) {
    give(predicate, 'actor', bare);
    takeArguments(predicate, at + 1, roles.end, (by) => (by === 'ل' ? 'target' : undefined));
  } else if (actsOnObject(predicate, bare)) give(predicate, 'actor', bare);
  else {
    const doerTold = carried.some((one) => tellsDoer(sentence, at, one));
    if (first === at + 1 && frame['object'] === 'none' && doerTold) return;
    const isHit = genitiveIsHit(predicate, first, doerTold) || isObjectOfHit(predicate, carried);
    give(predicate, isHit ? 'target' : frame['genitive'], bare);
  }
};

/**
 * «استهدافه لمواقع التنظيم»: with a dative behind it the pronoun acts, as with what is besieged in «حصارهم على المدينة»
 * (their siege of the town); «استهدافه» alone, it was hit.
 */
const takePronoun = ({ sentence, at, frame, roles }: Predicate): void => {
  const { genitive } = frame;
  const acts =
    genitive === 'actor' ||
    genitive === 'sides' ||
    genitive === 'sides-as-actor' ||
    hasDative(sentence, at, roles.end) ||
    (frame['على'] === 'target' && sentence.items[at + 1]?.preposition === 'على');
  if (acts) roles.pronounActor = true;
  else roles.pronounTarget = true;
};

/** Who did it, where no carrying verb tells: the subject of the clause besides its helpers, who announced it, who is accused. */
const takeDoersAround = ({ sentence, at, frame, roles }: Predicate): void => {
  const { items, clauses, clauseOf } = sentence;
  if (roles.actors.length > 0 && roles.actors.every((k) => isHelper(sentence, k))) {
    const subject = subjectOf(sentence, clauses[clauseOf[at]!]!).items;
    roles.actors.unshift(...subject.filter((k) => items[k]!.kind !== 'people' && !roles.actors.includes(k)));
  } else if (roles.actors.length === 0 && !roles.pronounActor && frame['subject'] === 'actor')
    roles.actors.push(
      ...announcers(sentence, at).filter((k) => !isOwnLoss(sentence, k, roles.targets)),
      ...speakerOfForces(sentence, at),
      ...accused(sentence, at),
    );
};

/** «الهجوم الانتحاري» (the suicide attack), «تفجير انتحاري»: an adjective of an attack that is written like a bomber. */
const isKind = ({ sentence: { items }, at, sense }: Predicate): boolean => {
  const next = items[at + 1]!;
  const attack = sense.frame === 'attack' || sense.frame === 'blast';
  return attack && next.kind === 'people' && next.means !== undefined && next.definite === items[at]!.definite;
};

/** Who did what a noun tells, and whom it befell; `bare`: parties behind it that no preposition governs. */
export const takeOfNoun = (predicate: Predicate, bare: readonly number[]): void => {
  const { sentence, at, frame, roles } = predicate;
  const carried = carriers(sentence, at);
  // «قتل في الهجوم 930 من داعش»: a noun with the article has none of those counted behind it, who were killed.
  const { items } = sentence;
  const told = items[at]!.definite ? bare.filter((k) => countOf(items, k) === null) : bare;
  // «الهجوم الانتحاري» (the suicide attack): what kind it was, and no party.
  const own = told.filter((k) => k !== at + 1 || !isKind(predicate));
  if (own.length < told.length) roles.last = Math.max(roles.last, at + 1);
  giveBare(predicate, takeAdjective(predicate, own), carried);
  if (sentence.items[at]!.enclitic) takePronoun(predicate);
  for (const one of carried) applyCarrier(predicate, one);
  if (carried.length > 0) {
    roles.support = carried[0]!.support;
    const blamed = frame['subject'] === 'actor' ? accused(sentence, at) : [];
    if (blamed.length > 0) roles.actors = blamed;
  } else takeDoersAround(predicate);
  if (roles.actors.length === 0 && !roles.pronounActor && frame['subject'] === 'actor')
    roles.actors.push(...doersBy(sentence, at).filter((k) => !roles.targets.includes(k)));
};
