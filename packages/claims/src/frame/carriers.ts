import type { Clause } from '../clause/clause.js';
import type { Sentence } from '../clause/sentence.js';
import type { Item } from '../scan/item.js';
import type { Support } from '../words/senses.js';
import { agrees, type Concord, concordOfPronoun, concordOfVerb, lastAgreeing } from './concord.js';
import { coordinated, isParty, type Subject, subjectOf } from './subject.js';

export interface Carrier {
  readonly support: Support;
  readonly item: number;
  readonly subject: Subject;
}

/** «غارات شنتها طائرات»: the relative clause of the noun carries it. */
const carrierBehind = (sentence: Sentence, at: number): Carrier | null => {
  const { clauses, items } = sentence;
  for (const clause of clauses) {
    if (clause.opener !== 'relative' || clause.antecedent !== at || clause.verb === null) continue;
    const support = items[clause.verb]!.supports?.[0];
    if (support) return { support, item: clause.verb, subject: relativeSubject(sentence, clause.index, at) };
  }
  return null;
};

/** The verbs that carry a verbal noun: «شن غارات استهدفت» tells who did it and whom it hit. */
export const carriers = (sentence: Sentence, at: number): Carrier[] => {
  const behind = carrierBehind(sentence, at);
  // «نفذ عملية أسفرت عن»: what came of it does not say who did it.
  const result = behind?.support.does === 'hit' || behind?.support.does === 'result';
  // «تعرض الحي لقصف شاركت فيه المدفعية» (came under fire in which the guns took part): who suffered it is told before.
  if (behind && !result && sentence.items[at]!.clitic !== 'ل') return [behind];
  const before = carrier(sentence, at);
  if (behind && !result) {
    if (before?.support.does !== 'undergo') return [behind];
    return behind.subject.items.some((k) => k > behind.item) ? [before, behind] : [before];
  }
  if (!behind) return before ? [before] : [];
  return before && CARRIES_TOO.has(before.support.does) && before.item < at ? [before, behind] : [behind];
};

const CARRIES_TOO = new Set(['agent', 'resume', 'succeed', 'attempt', 'fail', 'plan', 'claim', 'undergo']);

/** The carrying verb of a verbal noun: the verb of its clause, if it carries and stands before the noun. */
const carrier = (sentence: Sentence, at: number): Carrier | null => {
  const { items, clauses, clauseOf } = sentence;
  const clause = clauses[clauseOf[at]!]!;
  const head = clause.verb === null ? undefined : items[clause.verb]!.supports?.[0];
  // أُجبروا تحت ضغط هجوم … على التراجع: what stands between does not part the verb from its complement.
  if (head?.does === 'force' && clause.verb! < at && sentence.governor[at] === 'على')
    return { support: head, item: clause.verb!, subject: subjectOf(sentence, clause) };
  for (let k = at - 1; k >= clause.first; k--) {
    const item = items[k]!;
    const masdar = sentence.verbs.has(k)
      ? undefined
      : item.supports?.find((one) => item.kind === 'support' || one.part === 'masdar');
    if (masdar) {
      // «إحباط محاولة تهريب ومقتل أربعة» (an attempt to smuggle foiled, and four killed): what was tried is told already.
      if (items[at]!.conjunction && OPEN.has(masdar.does) && items[k + 1]?.kind === 'word') return null;
      const support = masdar;
      const own = items[k + 1];
      // أثناء قيامهم بعملية: the pronoun acts.
      const meant = item.enclitic ? meantBy(sentence, k, item.enclitic) : null;
      if (meant !== null) return { support, item: k, subject: { items: [meant], event: null } };
      // قيام عناصرها بقنص المدنيين: whose members they are, did it.
      const whose = own?.owned && own.enclitic ? meantBy(sentence, k + 1, own.enclitic) : null;
      if (whose !== null) return { support, item: k, subject: { items: [whose], event: null } };
      const subject =
        own && isParty(own) && k + 1 < at
          ? { items: coordinated(sentence, k + 1, at - 1), event: null }
          : isLossBehind(sentence, clause, at)
            ? { items: [], event: null }
            : subjectOf(sentence, clause);
      return { support, item: k, subject };
    }
    if (sentence.verbs.has(k)) {
      const support = item.supports?.[0];
      // أجبروا تحت ضغط هجوم قسد على التراجع: what they were forced to stands behind على.
      if (support?.does === 'force' && sentence.governor[at] !== 'على') return null;
      const subject = subjectOf(sentence, clause);
      // استهدف الطيران تمركزا: the noun is what was hit, not what hit.
      return support && (support.does !== 'hit' || subject.event === at || sentence.governor[at] === 'ب')
        ? { support, item: k, subject }
        : null;
    }
    // شنت قسد عمليات قصف: what only announces the noun does not part it from its verb.
    // تعرضت البلدة الواقعة تحت سيطرة المعارضة لقصف: who holds the town does not either.
    const parts = item.kind === 'trigger' && !item.senses!.every(({ frame }) => frame === 'held-by');
    if (parts && !items[at]!.conjunction && !(k === at - 1 && isAnnouncing(item))) return null;
  }
  const main = clause.opener === 'resumed' && clause.parent !== null ? clauses[clause.parent]! : null;
  const undergo = main?.verb == null ? undefined : items[main.verb]!.supports?.find(({ takes }) => takes === 'ل');
  // «تعرضت القاعدة التي تضم جنودا لهجوم»: the verb takes it from before the relative clause.
  if (main && undergo && items[at]!.clitic === 'ل')
    return { support: undergo, item: main.verb!, subject: subjectOf(sentence, main) };
  // «هجوم استهدف مقر …»: the noun is the subject of the verb behind it.
  if (clause.verb !== null && clause.verb > at) {
    const subject = subjectOf(sentence, clause);
    const support = items[clause.verb]!.supports?.[0];
    const carries = subject.event === at || takesBack(sentence, at, clause.verb, subject);
    if (support && carries) return { support, item: clause.verb, subject };
  }
  return null;
};

/** «الغارات على صعدة نفذها التحالف» (the raids … the coalition flew them): the verb's pronoun is the noun before it. */
const takesBack = ({ items, governor }: Sentence, at: number, verb: number, subject: Subject): boolean => {
  const { enclitic, supports } = items[verb]!;
  const goesOn = concordOfPronoun(enclitic);
  return (
    goesOn !== null &&
    governor[at] === null &&
    supports?.some(({ does }) => does === 'agent' || does === 'claim') === true &&
    subject.items.length > 0 &&
    subject.items.every((k) => k > verb) &&
    agrees(genderOf(items[at]!), goesOn) &&
    !items.slice(at + 1, verb).some(({ kind }) => kind === 'trigger')
  );
};

const genderOf = ({ senses }: Item): Concord | null => {
  const [first] = senses ?? [];
  return first?.number === 'p' ? 'f' : (first?.gender ?? null);
};

/** What carries an event that did not happen, or not yet. */
const OPEN: ReadonlySet<string> = new Set(['attempt', 'plan', 'fail']);

/** «منذ بدء الهجوم قتل 930 من التنظيم» (since the attack began 930 of the group were killed): those who died did not begin it. */
const isLossBehind = ({ items }: Sentence, { verb }: Clause, at: number): boolean =>
  verb !== null && verb > at && items[verb]!.harm !== undefined;

/** «عمليات القصف» (operations of shelling): a word that only announces the one behind it. */
const isAnnouncing = ({ senses }: Item): boolean =>
  senses?.some(({ word, part }) => part === 'noun' && 'shared' in word && word.shared === 'operation') ?? false;

/** The side or people right before a word that the pronoun behind it stands for. */
const meantBy = (sentence: Sentence, at: number, enclitic: string): number | null => {
  const goesOn = concordOfPronoun(enclitic);
  return goesOn === null ? null : lastAgreeing(sentence, at, goesOn);
};

const relativeSubject = (sentence: Sentence, index: number, described: number): Subject => {
  const subject = subjectOf(sentence, sentence.clauses[index]!);
  if (subject.event !== described) return subject;
  // إقناع قوات الحزام برفع حصار فرضته: whoever before the noun agrees with its verb.
  const verb = sentence.clauses[index]!.verb!;
  const goesOn = concordOfVerb(sentence.items[verb]!);
  const pronoun = sentence.items[verb]!.supports?.some(({ does }) => does === 'agent') && goesOn !== null;
  const meant = pronoun ? lastAgreeing(sentence, described, goesOn) : null;
  return { items: meant === null ? [] : [meant], event: described };
};
