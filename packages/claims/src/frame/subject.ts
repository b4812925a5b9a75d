import type { Clause } from '../clause/clause.js';
import type { Sentence } from '../clause/sentence.js';
import type { Item } from '../scan/item.js';
import { spelling } from '../words/classes.js';
import { agrees, concordOf, concordOfHead, concordOfPronoun, concordOfVerb } from './concord.js';
import { isObject } from './object.js';
import { areOwnForces } from './own-forces.js';

/** Who or what a clause's verb is about: sides and people, or the event that another word tells. */
export interface Subject {
  readonly items: readonly number[];
  readonly event: number | null;
}

const NONE: Subject = { items: [], event: null };

/** An item that can act: a side, a group of people, or a country that stands for its side. */
export const isParty = (item: Item): boolean =>
  item.kind === 'actor' ||
  item.kind === 'people' ||
  ((item.kind === 'place' || item.kind === 'source') && item.metonym !== undefined) ||
  item.kind === 'both-sides' ||
  (item.kind === 'number' && item.group !== undefined);

/** An item and those joined to it by و or commas: «قسد والتحالف». */
export const coordinated = (sentence: Sentence, at: number, end: number): number[] => {
  const { items, governor } = sentence;
  const chain = [at];
  for (let k = at + 1; k <= end; k++) {
    const item = items[k]!;
    if (
      isParty(item) &&
      item.conjunction === 'و' &&
      (item.clitic === items[at]!.clitic || item.clitic === '') &&
      governor[k] === governor[at]
    )
      chain.push(k);
    else if (item.kind === 'number' || (item.kind === 'cue' && item.cue === 'side-frame')) continue;
    else if (item.kind === 'comma' && k + 1 <= end && isParty(items[k + 1]!) && items[k + 1]!.conjunction === 'و')
      continue;
    else if (item.kind === 'word' && !item.conjunction && k < end && items[k + 1]!.conjunction === 'و') continue;
    else break;
  }
  return chain;
};

/** Words that join a group to the side it belongs to: «دوريات عسكرية تابعة لقسد». */
const BELONGING = spelling('frame/belonging', '', '(?:ه|ين|ون|ا)?');
/** How far behind its noun such a word stands, in items. */
const BELONGS_WITHIN = 5;

const ownerOf = (items: readonly Item[], at: number, end: number): number | null => {
  for (let k = at + 1; k < Math.min(end, at + BELONGS_WITHIN); k++) {
    const { kind, form, conjunction } = items[k]!;
    if (BELONGING.test(form ?? ''))
      return items[k + 1]!.kind === 'actor' && items[k + 1]!.clitic === 'ل' ? k + 1 : null;
    if ((kind !== 'word' && kind !== 'thing') || conjunction) return null;
  }
  return null;
};

/** «مجموعة من المسلحين», «مهاجمين من التنظيم»: the side behind من of an indefinite noun is who acts. */
const sideOfGroup = ({ items, governor }: Sentence, at: number, end: number): number | null => {
  const item = items[at]!;
  const heads =
    (item.kind === 'word' && (item.head === undefined || item.head === 'forces') && !item.means) ||
    (item.kind === 'people' && item.side === undefined);
  if (!heads || item.definite || item.clitic) return null;
  const owner = ownerOf(items, at, end);
  if (owner !== null) return owner;
  for (let k = at + 1; k <= Math.min(end, at + 3); k++) {
    if (items[k]!.kind === 'preposition' && items[k]!.preposition === 'من' && items[k]!.enclitic === '')
      return items[k + 1]?.kind === 'actor' && governor[k + 1] === 'من' ? k + 1 : null;
    if (items[k]!.kind !== 'word' || items[k]!.definite) return null;
  }
  return null;
};

const AGENTIVE = new Set([
  'agent',
  'resume',
  'succeed',
  'attempt',
  'fail',
  'plan',
  'claim',
  'force',
  'undergo',
  'witness',
  'call',
  'deny',
]);
const isAgentive = (item: Item): boolean => item.supports?.some((support) => AGENTIVE.has(support.does)) ?? false;

/** «وتصد هجوما» (and throws back an attack), «استقدمت تعزيزات»: frames of verbs whose event noun is always their object. */
const TAKES_EVENT: ReadonlySet<string> = new Set(['repel', 'deploy']);
const takesEvent = (item: Item): boolean => item.senses?.some(({ frame }) => TAKES_EVENT.has(frame)) ?? false;

/** What may stand in the phrase of a noun. */
const IN_PHRASE: ReadonlySet<Item['kind']> = new Set(['word', 'number', 'cue', 'actor', 'people']);
/** ل before a noun: «لوحدة» (of a unit). */
const OF = /^ل.{3,}/;

/** «قصفنا قوات الاحتلال» (we shelled …): who speaks did it. */
const isWe = ({ form, enclitic }: Item): boolean => enclitic === '' && /..نا$/.test(form ?? '');

/** «استهدف الطيران قوات النظام» (the warplanes hit the regime's forces): they act, and who stands behind them suffers. */
const isWeaponOf = (verb: Item, item: Item): boolean =>
  (item.kind === 'word' || item.kind === 'thing') &&
  item.definite &&
  ACTING.has(item.means ?? '') &&
  agrees(concordOf(item), concordOfVerb(verb));
/** Means that are told to act, as shells and gunfire are not. */
const ACTING: ReadonlySet<string> = new Set(['air', 'drone', 'guns', 'naval']);

const afterVerb = (sentence: Sentence, clause: Clause): Subject | null => {
  const { items, governor, verbs } = sentence;
  // استهدفوا قوات النظام: a verb in the plural has its subject before it; what stands behind is its object.
  const before = concordOfVerb(items[clause.verb!]!) === 'p' || isWe(items[clause.verb!]!);
  let unknown = 0;
  let genitive = false;
  let site = false;
  for (let k = clause.verb! + 1; k <= clause.last; k++) {
    const item = items[k]!;
    // تمكنت من السيطرة بعد انسحاب عناصر التنظيم: who stands behind a governed event noun belongs to it.
    // بدأت باعتقال كل شخص: nor do people behind it begin anything.
    if (genitive && (item.kind === 'actor' || item.kind === 'people') && governor[k] === null && !item.clitic) continue;
    if (item.kind === 'trigger' && (governor[k] !== null || item.clitic)) genitive = true;
    else if (!IN_PHRASE.has(item.kind)) genitive = false;
    if (verbs.has(k) || item.kind === 'complementiser' || item.kind === 'relative') return null;
    if (k === clause.verb! + 1 && isLatter(item)) return latterBefore(sentence, clause.first, item);
    // شنوا هجوما: the event noun behind an agentive verb is its object, not its subject.
    if (item.kind === 'trigger' && governor[k] === null && !item.clitic)
      return before || isAgentive(items[clause.verb!]!) || takesEvent(items[clause.verb!]!)
        ? null
        : { items: [], event: k };
    if (governor[k] !== null || item.clitic || item.conjunction) {
      if (item.conjunction && unknown === 0 && governor[k] === null && isParty(item)) return null;
      continue;
    }
    if (k === clause.verb! + 1 && isWeaponOf(items[clause.verb!]!, item)) return NONE;
    // حاصرت مقار المجلس: what belongs to a side does not act.
    if ((before && isParty(item)) || item.side?.heads.includes('positions')) return null;
    if (item.kind === 'actor' && items[k - 1]!.head === 'positions') return null;
    // قصف مواقع لوحدة من الحزب: nor does whoever a position is of.
    if (item.kind === 'thing' && item.head === 'positions') site = true;
    if (site && item.kind === 'word' && OF.test(item.form ?? '')) return null;
    if (unknown === 0 && isObject(items, clause.verb!, k)) return null;
    const grouped = unknown === 0 ? sideOfGroup(sentence, k, clause.last) : null;
    if (grouped !== null) return { items: coordinated(sentence, grouped, clause.last), event: null };
    if (isParty(item)) return { items: coordinated(sentence, k, clause.last), event: null };
    if (item.kind === 'word' && !item.means && item.head === undefined) unknown++;
    if (item.kind === 'comma' && unknown > 0) return null;
    if (unknown > 2) return null;
  }
  return null;
};

const beforeVerb = (sentence: Sentence, clause: Clause): Subject | null => {
  const { items, governor } = sentence;
  for (let k = clause.first; k < clause.verb!; k++) {
    const item = items[k]!;
    // «هجوم على المدينة والجيش يتصدى»: who begins a clause is joined to nothing before it.
    const begins = k === clause.first || (k === clause.first + 1 && items[clause.first]!.kind === 'mark');
    const leads = begins && item.kind === 'actor' && item.conjunction === 'و';
    if ((governor[k] !== null && !leads) || item.clitic) continue;
    const grouped = sideOfGroup(sentence, k, clause.verb! - 1);
    if (grouped !== null) return { items: coordinated(sentence, grouped, clause.verb! - 1), event: null };
    // وفي مديرية نهم شرق العاصمة صنعاء، شنت …: a capital inside a phrase of place is no government.
    if (item.kind === 'place' && k > clause.first && ['word', 'place', 'thing'].includes(items[k - 1]!.kind)) continue;
    if (isParty(item)) return { items: coordinated(sentence, k, clause.verb! - 1), event: null };
    if (item.kind === 'trigger') return { items: [], event: k };
  }
  return null;
};

const isPassive = (sentence: Sentence, clause: Clause): boolean => {
  const verb = clause.verb === null ? undefined : sentence.items[clause.verb];
  return verb?.supports?.some((support) => support.voice === 'passive') ?? false;
};

/** «الحافلات التي تنقل أهالي القرية»: without a pronoun that goes back to it the thing is the subject itself. */
const isAboutThing = (sentence: Sentence, { opener, antecedent, first, last, verb }: Clause): boolean =>
  opener === 'relative' &&
  antecedent !== null &&
  sentence.items[antecedent]!.kind === 'thing' &&
  !isPassiveVerb(sentence, verb) &&
  !sentence.items.some((item, k) => k >= first && k <= last && item.enclitic !== '');

/** «آليات إسرائيلية اجتاحت الميدان» (Israeli vehicles swept over the square): whose the thing is that acts. */
const ownerOfThing = ({ items }: Sentence, at: number): Subject => {
  const next = items[at + 1];
  return next?.side?.heads[0] === 'adjective' && !next.conjunction && !next.clitic
    ? { items: [at + 1], event: null }
    : NONE;
};

/** «اشتباكات بين الأهالي ودورية للجيش توغلت في البلدة» (a patrol that pushed into the town): a verb right behind an indefinite noun that it agrees with is about it, whatever governs that. */
const besideVerb = ({ items, governor }: Sentence, { verb, first }: Clause): Subject | null => {
  const at = verb! - 1;
  const item = items[at];
  if (verb !== first || item?.kind !== 'actor' || governor[at] === null || items[verb!]!.conjunction) return null;
  // «لآليات إسرائيلية اجتاحت»: the adjective of a thing agrees with the thing.
  const head = item.side!.heads[0] === 'adjective' && items[at - 1]?.kind === 'thing' ? items[at - 1]! : item;
  const isHeaded = head !== item || (item.side!.heads.length > 0 && item.side!.heads[0] !== 'adjective');
  const goesOn = concordOfVerb(items[verb!]!);
  return isHeaded && !DEFINITE.test(head.word.form) && goesOn !== null && concordOfHead(head) === goesOn
    ? { items: [at], event: null }
    : null;
};
/** «للقوات» too. */
const DEFINITE = /^[وف]?(?:[بك]?ال|لل)/;

/** «رد الأخير» (the latter answered): the side told last that is of its gender. */
const latterBefore = ({ items }: Sentence, before: number, latter: Item): Subject | null => {
  const gender = LATTER_WOMAN.test(latter.form ?? '') ? 'f' : 'm';
  for (let k = before - 1; k >= 0; k--) {
    const item = items[k]!;
    // Countries are feminine.
    const concord = item.kind === 'place' ? 'f' : concordOf(item);
    if (isParty(item) && item.kind !== 'people' && agrees(concord, gender)) return { items: [k], event: null };
  }
  return null;
};
const LATTER = spelling('frame/latter', '(?:ال)?', 'ه?');
const LATTER_WOMAN = spelling('frame/latter', '(?:ال)?', 'ه');
const isLatter = ({ kind, cue, form, clitic }: Item): boolean =>
  kind === 'cue' && cue === 'side-frame' && clitic === '' && LATTER.test(form ?? '');

const isPassiveVerb = ({ items }: Sentence, verb: number | null): boolean =>
  verb !== null && (items[verb]!.supports?.some(({ voice }) => voice === 'passive') ?? false);

/** The subject of a clause: behind its verb, before it, its antecedent, or that of the clause it goes on. */
export const subjectOf = (sentence: Sentence, clause: Clause, depth = 0): Subject => {
  if (depth > 8) return NONE;
  const parent = clause.parent === null ? null : sentence.clauses[clause.parent]!;
  // وذلك بعد أن استقدمت: what holds nothing but a connector passes on.
  const empty = clause.first === clause.last && clause.opener === 'connector';
  if (clause.verb === null)
    return (clause.opener === 'resumed' || empty) && parent
      ? subjectOf(sentence, parent, depth + 1)
      : beforeNominal(sentence, clause);
  if (isAboutThing(sentence, clause)) return ownerOfThing(sentence, clause.antecedent!);
  if (parent && areOwnForces(sentence, clause))
    return orSpeaker(sentence, clause, subjectOf(sentence, parent, depth + 1));
  const topic = clause.opener === 'relative' ? null : beforeVerb(sentence, clause);
  if (topic && topic.items.length > 0) return topic;
  const own = isPronounSubject(sentence, clause) ? null : afterVerb(sentence, clause);
  // الاشتباكات تدور في محاولات …: of two event nouns the one before the verb is told of.
  const stands = clause.opener === 'complement' && /(?:ه|ها|هم)$/.test(sentence.items[clause.first]!.form ?? '');
  // أعلنت أنها صدت هجوما: the pronoun is the subject, the event noun the object.
  if (own && !((topic || stands) && own.items.length === 0)) return own;
  const beside = besideVerb(sentence, clause);
  if (beside) return beside;
  if (clause.opener === 'relative' && clause.antecedent !== null) {
    const antecedent = sentence.items[clause.antecedent]!;
    if (antecedent.kind === 'trigger') return { items: [], event: clause.antecedent };
    if (isParty(antecedent)) return { items: [clause.antecedent], event: null };
    // الأحياء التي سيطرت عليها: the subject is that of the clause around it.
    // صاروخ أطلق من القطاع: without a pronoun that goes back to it the thing is the subject itself.
    const resumed =
      antecedent.kind === 'place' ||
      sentence.items.some((item, k) => k >= clause.first && k <= clause.last && item.enclitic !== '');
    if (parent && parent.verb !== null && resumed) return subjectOf(sentence, parent, depth + 1);
    if (!resumed) return NONE;
  }
  if (topic) return topic;
  if (parent && clause.opener !== 'relative' && !isPassive(sentence, clause)) {
    const inherited = subjectOf(sentence, parent, depth + 1);
    const verb = sentence.items[clause.verb]!;
    const parentVerb = parent.verb === null ? undefined : sentence.items[parent.verb];
    // A reporter's clause lends no subject to what it reports (قال المصدر إن …).
    const pronoun = /(?:ه|ها|هم)$/.test(sentence.items[clause.first]!.form ?? '');
    if (clause.opener === 'complement' && parentVerb?.kind === 'reporting' && !pronoun) return NONE;
    const speaker = isPronounSubject(sentence, clause) ? orSpeaker(sentence, clause, inherited) : inherited;
    return verb ? agreeing(sentence, clause.verb, speaker) : NONE;
  }
  return NONE;
};

/** «أعلنت وزارة الدفاع أن قواتها …» (the ministry of defence announced that its forces …): where no side is told, that of the body that speaks. */
const orSpeaker = ({ items }: Sentence, { first, parent }: Clause, told: Subject): Subject => {
  if (told.items.length > 0 || told.event !== null || parent === null) return told;
  for (let k = first - 1; k >= Math.max(0, first - SPEAKER_WITHIN); k--) {
    if (items[k]!.kind === 'source') return items[k]!.source!.side ? { items: [k], event: null } : told;
    if (items[k]!.kind === 'actor' || items[k]!.kind === 'complementiser') return told;
  }
  return told;
};
/** How far before what he tells the speaker stands, in items. */
const SPEAKER_WITHIN = 12;

/** «قالت إنها أسقطت طائرة», «أعلنوا أنهم أسروا جنديا»: the pronoun that the verb agrees with is its subject. */
const isPronounSubject = ({ items }: Sentence, { opener, first, verb }: Clause): boolean => {
  if (opener !== 'complement' || verb !== first + 1) return false;
  const pronoun = /(?:ها|هم)$/.exec(items[first]!.form ?? '')?.[0];
  return pronoun !== undefined && concordOfPronoun(pronoun) === concordOfVerb(items[verb]!);
};

/**
 * «انسحب عناصر التنظيم … ليتمركزوا»: a plural verb, or one of the other gender, goes on about the side before it
 * that it agrees with.
 */
const agreeing = (sentence: Sentence, verb: number, inherited: Subject): Subject => {
  const { items } = sentence;
  if (inherited.items.length !== 1) return inherited;
  const goesOn = concordOfVerb(items[verb]!);
  const subject = items[inherited.items[0]!]!;
  if (subject.kind !== 'actor' || agrees(concordOf(subject), goesOn)) return inherited;
  for (let k = verb - 1; k >= 0; k--) {
    const item = items[k]!;
    if (!isParty(item) || item.kind === 'place' || k === inherited.items[0]) continue;
    const concord = concordOf(item);
    if (concord !== null && concord === goesOn) return { items: [k], event: null };
  }
  return inherited;
};

/** The topic of a clause without a verb: «الجيش الليبي: هجوم …». */
const beforeNominal = (sentence: Sentence, clause: Clause): Subject => {
  const first = sentence.items.findIndex(
    (item, k) =>
      k >= clause.first && k <= clause.last && isParty(item) && sentence.governor[k] === null && !item.clitic,
  );
  // «بينما رد الأخير بقصف» (while the latter answered by shelling)
  const latter = sentence.items.findIndex((item, k) => k >= clause.first && k <= clause.first + 2 && isLatter(item));
  if (latter >= 0) return latterBefore(sentence, clause.first, sentence.items[latter]!) ?? NONE;
  if (first < 0) return NONE;
  // An unknown verb before it («استفاد التنظيم») makes it the subject as much as the first place does.
  const before = sentence.items[first - 1];
  const verbal =
    before !== undefined &&
    before.kind === 'word' &&
    !before.definite &&
    before.head === undefined &&
    first - 1 >= clause.first;
  return verbal || first <= clause.first + 2 ? { items: coordinated(sentence, first, clause.last), event: null } : NONE;
};
