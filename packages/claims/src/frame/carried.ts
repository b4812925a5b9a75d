import type { Sentence } from '../clause/sentence.js';
import type { FrameEntry } from '../words/schema.js';
import type { Carrier } from './carriers.js';
import { concordOf } from './concord.js';
import type { Roles } from './roles.js';
import { coordinated, isParty } from './subject.js';

export type Take = (
  from: number,
  to: number,
  sideOf: (by: string) => string | undefined,
  onBare: (chain: readonly number[]) => void,
) => void;

/** What the carrying verb adds: its subject does, suffers or hosts the event; its object is what is hit. */
export const applyCarrier = (
  sentence: Sentence,
  at: number,
  frame: FrameEntry,
  roles: Roles,
  { support, item, subject }: Carrier,
  take: Take,
): void => {
  const { items, clauses, clauseOf } = sentence;
  roles.support = support;
  roles.supportItem = item;
  const actorRole = frame['subject'] === 'target' ? roles.targets : roles.actors;
  switch (support.does) {
    case 'agent':
    case 'resume':
    case 'succeed':
    case 'attempt':
    case 'fail':
    case 'plan':
    case 'claim':
      // تمكنت قسد من السيطرة على الحي، وتراجعهم منه: behind a comma a pronoun has its own antecedent.
      // تخوض قسد معارك مع التنظيم: who fights is the first side, whoever is named behind the noun.
      if (
        (actorRole.every((k) => isHelper(sentence, k)) ||
          (item < at && (roles.mutual ? FIGHTS.has(support.does) : frame['subject'] === 'sides-as-actor'))) &&
        !(roles.pronounActor && hasComma(sentence, item, at))
      )
        actorRole.unshift(...subject.items.filter((k) => !actorRole.includes(k)));
      // قسد بدعم من التحالف … السيطرة: who supports stands between verb and noun.
      if (item < at && actorRole === roles.actors)
        for (let k = item + 1; k < at; k++)
          if (sentence.governor[k] === 'support' && items[k]!.kind === 'actor' && !actorRole.includes(k))
            actorRole.push(k);
      // هجوم شنه التنظيم على قرية: the relative clause holds the rest of the arguments.
      if (item > at)
        take(
          item + 1,
          clauses[clauseOf[item]!]!.last,
          (by) => frame[by],
          () => undefined,
        );
      break;
    case 'undergo':
      for (const k of subject.items) (items[k]!.kind === 'place' ? null : roles.targets)?.push(k);
      for (const k of subjectPlaces(sentence, item)) roles.places.push({ item: k, role: 'where' });
      break;
    case 'witness':
      for (const k of subjectPlaces(sentence, item)) roles.places.push({ item: k, role: 'where' });
      break;
    case 'force': {
      const clause = clauses[clauseOf[item]!]!;
      const object = items.findIndex(
        (other, k) =>
          k > item &&
          k < at &&
          k <= clause.last &&
          isParty(other) &&
          // … تحت ضغط هجوم قسد: who stands behind another noun is not who is forced.
          items[k - 1]!.kind !== 'trigger' &&
          !subject.items.includes(k) &&
          sentence.governor[k] === null,
      );
      if (object < 0 && subject.items.length > 0) actorRole.push(...subject.items);
      else if (object >= 0) actorRole.push(...coordinated(sentence, object, at - 1));
      else if (roles.actors.length === 0) roles.pronounActor = true;
      break;
    }
    case 'call':
      if (item < at) actorRole.push(...calledUpon(sentence, item, at).filter((k) => !actorRole.includes(k)));
      break;
    case 'hit': {
      const clause = clauses[clauseOf[item]!]!;
      // أصيب أربعة جنود بتفجير عبوة: who was hit is no agent.
      if (item < at && items[item]!.supports?.some(({ voice }) => voice === 'passive') && sentence.verbs.has(item)) {
        for (const k of subject.items) if (items[k]!.kind !== 'place') roles.targets.push(k);
        break;
      }
      // استهداف قسد لمنازل المدنيين بقصف: the noun tells by what.
      const doer = items[subject.items[0] ?? at]!;
      if (item < at && sentence.governor[at] === 'ب' && (doer.kind === 'actor' || doer.metonym !== undefined)) {
        actorRole.push(...subject.items.filter((k) => !actorRole.includes(k)));
        take(
          item + 1,
          at - 1,
          (by) => (by === 'ل' ? 'target' : undefined),
          () => undefined,
        );
      }
      if (item > at || subject.event === at)
        take(
          item + 1,
          clause.last,
          (by) => frame[by],
          (chain) => roles.targets.push(...chain.filter((k) => k !== at)),
        );
      break;
    }
    default: {
      const clause = clauses[clauseOf[item]!]!;
      // الاشتباكات تترافق مع التحشدات من قبل قسد: what stands behind another noun belongs to it.
      const other = items.findIndex(({ kind }, k) => k > item && k <= clause.last && kind === 'trigger');
      if (item > at)
        take(
          item + 1,
          other < 0 ? clause.last : other - 1,
          (by) => frame[by],
          () => undefined,
        );
    }
  }
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

/** What carries a fight: «تخوض معارك», «تواصل القتال»; who gets the better of it («تمكن من وقف») is no side. */
const FIGHTS: ReadonlySet<string> = new Set(['agent', 'resume']);

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
