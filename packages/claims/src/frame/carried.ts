import type { Sentence } from '../clause/sentence.js';
import type { Support } from '../words/senses.js';
import { takeArguments } from './arguments.js';
import type { Carrier } from './carriers.js';
import { concordOf } from './concord.js';
import { hasObject } from './dative.js';
import type { Predicate } from './predicate.js';
import { coordinated, isParty } from './subject.js';

/** Those who do it, or whom it befalls by its nature. */
const doersOf = ({ frame, roles }: Predicate): number[] =>
  frame['subject'] === 'target' ? roles.targets : roles.actors;

/** Takes the arguments behind the carrying verb, up to an item. */
const takeBehind = (predicate: Predicate, item: number, to: number): void =>
  takeArguments(predicate, item + 1, to, (by) => predicate.frame[by]);

const endOfClause = ({ sentence: { clauses, clauseOf } }: Predicate, item: number): number =>
  clauses[clauseOf[item]!]!.last;

/** What carries a fight: «تخوض معارك», «تواصل القتال»; who gets the better of it («تمكن من وقف») is no side. */
const FIGHTS: ReadonlySet<string> = new Set(['agent', 'resume']);

/** «تمكنت قسد من السيطرة», «هجوم شنه التنظيم»: the subject of the verb does it. */
const carriedOut = (predicate: Predicate, { support, item, subject }: Carrier): void => {
  const { sentence, at, frame, roles } = predicate;
  if (frame['laid'] === 'target' && subject.items.length > 0) layFor(predicate, subject.items);
  const doers = doersOf(predicate);
  // تخوض قسد معارك مع التنظيم: who fights is the first side, whoever is named behind the noun.
  const comesFirst = item < at && (roles.mutual ? FIGHTS.has(support.does) : frame['subject'] === 'sides-as-actor');
  // تمكنت قسد من السيطرة على الحي، وتراجعهم منه: behind a comma a pronoun has its own antecedent.
  const parted = roles.pronounActor && hasComma(sentence, item, at);
  if ((comesFirst || doers.every((k) => isHelper(sentence, k))) && !parted)
    doers.unshift(...subject.items.filter((k) => !doers.includes(k)));
  // قسد بدعم من التحالف … السيطرة: who supports stands between verb and noun.
  if (item < at && doers === roles.actors)
    for (let k = item + 1; k < at; k++)
      if (sentence.governor[k] === 'support' && sentence.items[k]!.kind === 'actor' && !doers.includes(k))
        doers.push(k);
  // هجوم شنه التنظيم على قرية: the relative clause holds the rest of the arguments.
  if (item > at) {
    takeBehind(predicate, item, endOfClause(predicate, item));
    if (frame['laid'] === 'target') layFor(predicate, subject.items);
  }
};

/** «نصب التنظيم كمينا للجيش» (laid an ambush for the army): the verb tells who did it, so ل brings whom it was for. */
const layFor = ({ sentence: { items, governor }, at, roles }: Predicate, layers: readonly number[]): void => {
  const isFor = (k: number): boolean =>
    k > at && !layers.includes(k) && (items[k]!.clitic === 'ل' || governor[k] === 'ل');
  roles.targets.push(...roles.actors.filter(isFor));
  roles.actors = roles.actors.filter((k) => !isFor(k));
};

/** «تعرضت القرية لقصف», «شهدت بلدة هجين معارك»: the place that is the subject of the verb. */
const witnessed = ({ sentence, roles }: Predicate, { item }: Carrier): void => {
  for (const k of subjectPlaces(sentence, item)) roles.places.push({ item: k, role: 'where' });
};

/** «تعرض رتل للجيش لهجوم» (an army convoy came under attack): the subject of the verb suffers. */
const undergone = (predicate: Predicate, carrier: Carrier): void => {
  const { items } = predicate.sentence;
  predicate.roles.targets.push(...carrier.subject.items.filter((k) => items[k]!.kind !== 'place'));
  witnessed(predicate, carrier);
};

/** «أجبرت الفصائل التنظيم على الانسحاب»: the object of the verb does it. */
const forced = (predicate: Predicate, { item, subject }: Carrier): void => {
  const { sentence, at, roles } = predicate;
  const { items, governor } = sentence;
  const last = endOfClause(predicate, item);
  const doers = doersOf(predicate);
  const object = items.findIndex(
    (other, k) =>
      k > item &&
      k < at &&
      k <= last &&
      isParty(other) &&
      // … تحت ضغط هجوم قسد: who stands behind another noun is not who is forced.
      items[k - 1]!.kind !== 'trigger' &&
      !subject.items.includes(k) &&
      governor[k] === null,
  );
  if (object >= 0) doers.push(...coordinated(sentence, object, at - 1));
  else if (subject.items.length > 0) doers.push(...subject.items);
  else if (roles.actors.length === 0) roles.pronounActor = true;
};

/** «دعا الجيش التنظيم إلى الاستسلام»: those called upon would do it. */
const calledFor = (predicate: Predicate, { item }: Carrier): void => {
  const doers = doersOf(predicate);
  if (item < predicate.at)
    doers.push(...calledUpon(predicate.sentence, item, predicate.at).filter((k) => !doers.includes(k)));
};

/**
 * «استهدفت قسد المنازل بقصف»: the object of the verb is hit, its subject does it. «في هجوم على البلدة، استهدف التنظيم دورية»
 * (in an attack on the town, the group hit a patrol): a side before the object acts.
 */
const hit = (predicate: Predicate, { item, subject }: Carrier): void => {
  const { sentence, at, frame, roles } = predicate;
  const { items, governor, verbs } = sentence;
  // أصيب أربعة جنود بتفجير عبوة: who was hit is no agent.
  if (item < at && items[item]!.supports?.some(({ voice }) => voice === 'passive') && verbs.has(item)) {
    roles.targets.push(...subject.items.filter((k) => items[k]!.kind !== 'place'));
    return;
  }
  // استهداف قسد لمنازل المدنيين بقصف: the noun tells by what.
  const doer = items[subject.items[0] ?? at]!;
  if (item < at && governor[at] === 'ب' && (doer.kind === 'actor' || doer.metonym !== undefined)) {
    const doers = doersOf(predicate);
    doers.push(...subject.items.filter((k) => !doers.includes(k)));
    takeArguments(predicate, item + 1, at - 1, (by) => (by === 'ل' ? 'target' : undefined));
  }
  if (item <= at && subject.event !== at) return;
  const chains: (readonly number[])[] = [];
  takeArguments(
    predicate,
    item + 1,
    endOfClause(predicate, item),
    (by) => frame[by],
    (chain) => chains.push(chain.filter((k) => k !== at)),
  );
  const [first] = chains;
  const two = chains.length > 1 || hasObject(sentence, first?.at(-1) ?? at, items.length - 1);
  const acts = first?.[0] === item + 1 && items[item + 1]!.kind === 'actor' && frame['subject'] === 'actor';
  if (acts && two && roles.actors.length === 0) roles.actors.push(...chains.shift()!);
  const struck = chains.flat();
  roles.targets.push(...struck.filter((k) => items[k]!.kind !== 'place'));
  // «انفجارات تهز الدوحة», «هجمات طالت الكويت» (blasts shake Doha, attacks reached Kuwait): what stands for a state is where it was.
  for (const k of struck) if (items[k]!.kind === 'place') roles.places.push({ item: k, role: 'where' });
};

/** «الاشتباكات التي دارت بين»: the verb only says that it was; the arguments stand behind it. */
const takenPlace = (predicate: Predicate, { item }: Carrier): void => {
  if (item <= predicate.at) return;
  const last = endOfClause(predicate, item);
  // الاشتباكات تترافق مع التحشدات من قبل قسد: what stands behind another noun belongs to it.
  const other = predicate.sentence.items.findIndex(({ kind }, k) => k > item && k <= last && kind === 'trigger');
  takeBehind(predicate, item, other < 0 ? last : other - 1);
};

/** What a verb adds by what it does; other verbs only say that the event was. */
const ADDED: Partial<Record<Support['does'], (predicate: Predicate, carrier: Carrier) => void>> = {
  agent: carriedOut,
  resume: carriedOut,
  succeed: carriedOut,
  attempt: carriedOut,
  fail: carriedOut,
  plan: carriedOut,
  claim: carriedOut,
  undergo: undergone,
  witness: witnessed,
  force: forced,
  call: calledFor,
  hit,
};

/** What the carrying verb adds: its subject does, suffers or hosts the event; its object is what is hit. */
export const applyCarrier = (predicate: Predicate, carrier: Carrier): void => {
  predicate.roles.support = carrier.support;
  predicate.roles.supportItem = carrier.item;
  const add = ADDED[carrier.support.does] ?? takenPlace;
  add(predicate, carrier);
};

/** «دعا الجيش عناصر التنظيم إلى الاستسلام», «يدعو المدنيين للنزوح»: those called upon stand behind the caller. */
const calledUpon = ({ items, governor }: Sentence, verb: number, at: number): number[] => {
  const parties = items.flatMap((item, k) =>
    k > verb && k < at && isParty(item) && item.kind !== 'place' && governor[k] === null && !item.clitic ? [k] : [],
  );
  const last = parties.at(-1);
  if (last === undefined) return [];
  const calls = parties.length === 1 && concordOf(items[last]!) !== 'p';
  return calls ? [] : [last];
};

/** Places that are the subject of a verb: «شهدت بلدة هجين», «بلدة هجين تعرضت». */
const subjectPlaces = (sentence: Sentence, verb: number): number[] => {
  const { items, governor, clauses, clauseOf } = sentence;
  const clause = clauses[clauseOf[verb]!]!;
  const behind: number[] = [];
  for (let k = verb + 1; k <= clause.last; k++) {
    if (items[k]!.kind === 'place' && governor[k] === null) behind.push(k);
    else if (items[k]!.kind === 'trigger' || items[k]!.kind === 'preposition') break;
  }
  if (behind.length > 0) return behind;
  const before: number[] = [];
  for (let k = clause.first; k < verb; k++) if (items[k]!.kind === 'place') before.push(k);
  if (before.length > 0) return before;
  const antecedent = clause.antecedent;
  return antecedent !== null && items[antecedent]!.kind === 'place' ? [antecedent] : [];
};

/** «بمساندة من طيران التحالف»: who helps is not who alone does it. */
export const isHelper = ({ governor }: Sentence, k: number): boolean =>
  governor[k] === 'support' || governor[k] === 'برفقة';

const hasComma = ({ items }: Sentence, from: number, to: number): boolean =>
  items.some(({ kind }, k) => k > from && k < to && kind === 'comma');
