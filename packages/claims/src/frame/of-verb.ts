import type { Clause } from '../clause/clause.js';
import type { Sentence } from '../clause/sentence.js';
import type { Item } from '../scan/item.js';
import { isNominal } from '../scan/words.js';
import { helpersIn } from './help.js';
import { areUnarmed, isArmed, isCounted, isJoinedCount } from './object.js';
import { give, type Predicate } from './predicate.js';
import { type Subject, subjectOf } from './subject.js';

/** A finite verb with its subject and the parties behind it that no preposition governs. */
interface VerbParties {
  readonly predicate: Predicate;
  readonly clause: Clause;
  readonly subject: Subject;
  readonly bare: readonly number[];
  /** Those of them that are not the subject. */
  readonly rest: readonly number[];
  /** The subject stands before the verb. */
  readonly inherited: boolean;
  /** Behind the verb stand people, no side. */
  readonly people: boolean;
}

/** Heads of a side's craft, which are shot down and shoot nothing down. */
const CRAFT = new Set(['air', 'drones', 'helicopters', 'rockets', 'naval']);

const mayBeNoun = ({ senses }: Item): boolean => senses?.some(isNominal) ?? false;

const onlyBare = (sentence: Sentence, subject: Subject, bare: readonly number[]): boolean =>
  bare.length > 0 &&
  bare.length === subject.items.length &&
  subject.items.every((k) => bare.includes(k)) &&
  !isSide(sentence.items[bare[0]!]!);

/** A side, or a state that stands for one: «قتلت روسيا خمسة مدنيين» (Russia killed five civilians). */
const isSide = ({ kind, metonym }: Item): boolean => kind === 'actor' || metonym !== undefined;

/** «سقطت طائرة للجيش» (an aircraft of the army came down): craft behind a verb that treats them apart. */
const isOfCraft = ({ predicate: { sentence, frame }, bare: [first] }: VerbParties): boolean =>
  frame['craft'] !== undefined &&
  first !== undefined &&
  (sentence.items[first]!.side?.heads.some((head) => CRAFT.has(head)) ?? false);

const isPassive = ({ predicate: { sense } }: VerbParties): boolean => sense.voice === 'passive';

/** Counted people before a verb by which people suffer are those whom it befell. */
const befellCounted = ({ predicate, subject, rest }: VerbParties): boolean => {
  const { sentence, at, frame } = predicate;
  return (
    (frame['passive'] ?? frame['people']) === 'target' &&
    rest.every((k) => isJoinedCount(sentence.items, k)) &&
    subject.items.length > 0 &&
    subject.items.every((k) => isCounted(sentence.items, at, k))
  );
};

/** «وطرد التنظيم من المدينة»: a word that may be its own verbal noun, with nothing but a side behind it. */
const isAlone = ({ predicate: { sentence, at, frame }, bare, rest }: VerbParties): boolean =>
  frame['alone'] !== undefined && bare[0] === at + 1 && rest.length === 0 && mayBeNoun(sentence.items[at]!);

const giveAlone = ({ predicate, clause, bare }: VerbParties): void => {
  const { sentence, frame } = predicate;
  give(predicate, frame['alone'], bare);
  if (clause.opener !== 'coordinated' || clause.parent === null) return;
  const before = subjectOf(sentence, sentence.clauses[clause.parent]!).items;
  give(
    predicate,
    frame['subject'],
    before.filter((k) => !bare.includes(k)),
  );
};

/** Gives the parties of a verb whose subject, or who stands behind it, suffered; false where it is no such verb here. */
const giveToSufferers = (verb: VerbParties): boolean => {
  const { predicate, subject, bare, rest, inherited, people } = verb;
  const { sentence, frame } = predicate;
  const turned = isPassive(verb) || isOfCraft(verb);
  // «أطلقت النار على شاب وقتلته» (and killed him): whose verb bears its object acts.
  if (sentence.items[predicate.at]!.enclitic !== '' && inherited) return false;
  if ((frame['passive'] ?? (turned ? frame['object'] : undefined)) !== 'target') return false;
  if (!inherited) {
    if (!people && !turned && !onlyBare(sentence, subject, bare)) return false;
    give(predicate, 'target', subject.items.length > 0 ? subject.items : bare);
  } else if (people) {
    // الأهالي قُتلوا / قسد قتلت مدنيين: a side before the verb acts, people before it suffer.
    // مسلحون قتلوا جنديا: those who fight act too, where somebody else suffers.
    const head = sentence.items[subject.items[0]!]!;
    const acts = head.kind === 'actor' || (rest.length > 0 && isArmed(head));
    give(predicate, acts ? 'actor' : 'target', subject.items);
    give(predicate, 'target', rest);
  } else if (rest.length === 0) give(predicate, 'target', subject.items);
  else return false;
  return true;
};

const giveSubjectAndObject = ({ predicate, subject, rest }: VerbParties): void => {
  const { sentence, at, frame } = predicate;
  // اعتقل عشرات الشبان: people without arms behind the verb are whom it befell.
  const unarmed = areUnarmed(sentence.items, at, subject.items) ? frame['people'] : undefined;
  give(predicate, unarmed ?? frame['subject'], subject.items);
  give(predicate, frame['object'], rest);
};

const giveParties = (verb: VerbParties): void => {
  const { predicate, subject, bare } = verb;
  if (subject.event !== null) give(predicate, predicate.frame['object'], bare);
  else if (befellCounted(verb)) give(predicate, 'target', [...subject.items, ...verb.rest]);
  else if (isAlone(verb)) giveAlone(verb);
  else if (!giveToSufferers(verb)) giveSubjectAndObject(verb);
};

/** Who did what a finite verb tells, and whom it befell; `bare`: parties behind it that no preposition governs. */
export const takeOfVerb = (predicate: Predicate, bare: readonly number[]): void => {
  const { sentence, at, frame, roles } = predicate;
  const { items, clauses, clauseOf } = sentence;
  const clause = clauses[clauseOf[at]!]!;
  const subject = subjectOf(sentence, clause);
  const [first] = bare;
  const inherited = subject.items.length > 0 && !subject.items.includes(first ?? -1);
  const people = first !== undefined && !isSide(items[first]!) && items[first]!.kind !== 'both-sides';
  const rest = bare.filter((k) => !subject.items.includes(k));
  giveParties({ predicate, clause, subject, bare, rest, inherited, people });
  // «قتلت قسد بدعم من التحالف قياديا، واعتقلت اثنين»: who helped with the one helped with the other.
  if (inherited && clause.opener === 'coordinated' && clause.parent !== null && frame['subject'] === 'actor')
    roles.actors.push(...helpersIn(sentence, clauses[clause.parent]!, subject));
  if (items[at]!.enclitic && roles.targets.length === 0 && frame['object'] === 'target') roles.pronounTarget = true;
};
