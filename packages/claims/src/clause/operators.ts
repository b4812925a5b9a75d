import type { Modality } from '@isnad/model';
import { entryAt } from '@isnad/text';
import type { Item } from '../scan/item.js';
import { isNominal } from '../scan/words.js';
import { classOf, spelling } from '../words/classes.js';
import { agrees, behindOf, firstAgreed, firstFeared, isProvision, providerOf, startOfPlan } from './foretold.js';
import type { Sentence } from './sentence.js';

/** A word that puts what it governs in another light: `first`–`last` are the items that it reaches. */
export interface Operator {
  readonly modality: Exclude<Modality, 'asserted'>;
  readonly at: number;
  readonly first: number;
  readonly last: number;
  /** It governs the first event that it reaches and those joined to it, not all of them. */
  readonly one: boolean;
  /** It reaches into relative clauses: الأنباء التي تتحدث عن غارة (the reports that tell of a raid). */
  readonly deep: boolean;
}

/** Cues have no mark of the article: المرتقبة (the awaited). */
export const isDefinite = ({ form = '' }: Item): boolean => /^[وفب]?(?:ال|لل)/.test(form);

/** Found once for each sentence, whose events all ask for them. */
const found = new WeakMap<Sentence, readonly Operator[]>();

/** All words of a sentence that put others in another light. */
export const operatorsOf = (sentence: Sentence): readonly Operator[] => {
  let operators = found.get(sentence);
  if (!operators) {
    const all: Operator[] = [];
    sentence.items.forEach((item, at) => {
      if (mayOperate(item) || sentence.verbs.has(at)) all.push(...operatorAt(sentence, at));
    });
    operators = all;
    found.set(sentence, operators);
  }
  return operators;
};

/** «عارية عن الصحة» (devoid of truth): what is untrue stands before it. */
const LOOKING_BACK = classOf('clause/looking-back');
/** «تضاربت الأنباء عن» (reports differ on), «غير مؤكد» (not confirmed). */
const DISAGREEING = classOf('clause/disagreeing');
/** «لم يتضح» (it is not clear), «يشتبه» (it is suspected). */
const DOUBTING = spelling('clause/doubting', '(?:و|ف)?');
/** «لقد» (indeed): by itself it puts nothing in doubt. */
const NO_DOUBT = spelling('clause/no-doubt', '(?:و|ف)?');

const operatorAt = (sentence: Sentence, at: number): readonly Operator[] => {
  const { items, verbs } = sentence;
  const item = items[at]!;
  const previous = entryAt(items, at - 1);
  const negated = previous?.kind === 'negator' || previous?.cue === 'negation';
  const ahead = (modality: Operator['modality'], last: number, more: Partial<Operator> = {}): readonly Operator[] => [
    { modality, at, first: at + 1, last, one: false, deep: false, ...more },
  ];
  if (item.reporting?.id === 'untrue') {
    // «… عارية عن الصحة» looks back, «لا صحة لما …» ahead.
    const back = LOOKING_BACK.has(item.form ?? '') && items[at + 1]?.kind !== 'complementiser';
    return back
      ? [{ modality: 'denied', at, first: startOfClause(items, at), last: at - 1, one: false, deep: true }]
      : ahead('denied', endOfClause(sentence, at + 1), { deep: true });
  }
  if (item.reporting?.id === 'unconfirmed' && DISAGREEING.has(item.form ?? ''))
    return ahead('uncertain', endOfClause(sentence, at + 1));
  if (item.cue === 'uncertainty' && DOUBTING.test(item.form ?? '') && !detail(items, at + 1))
    return ahead('uncertain', endOfClause(sentence, at + 1));
  // تعذر تحديد ما إذا (whether) doubts; إذا (if) makes possible.
  if (item.cue === 'condition' && previous?.form === 'ما') return ahead('uncertain', endOfClause(sentence, at + 1));
  if (item.cue === 'condition' && item.form !== 'حال' && !STATE.test(items[at + 1]?.form ?? ''))
    return ahead('possible', endOfClause(sentence, at + 1));
  if (item.cue === 'possibility' && !NO_DOUBT.test(item.form ?? ''))
    return ahead('possible', Math.min(at + 6, endOfClause(sentence, at + 1)), { one: true });
  if (item.cue === 'plan' && !isDefinite(item) && item.clitic !== 'ل')
    return ahead('planned', Math.min(at + 6, endOfClause(sentence, at + 1)), { one: true });
  if (
    item.kind === 'trigger' &&
    !item.definite &&
    item.senses?.some(({ word }) => 'shared' in word && word.shared === 'attempt')
  )
    return ahead('planned', at + 2, { one: true });
  if (item.cue === 'fear') {
    const first = firstFeared(items, at);
    return first === null ? [] : ahead('possible', first + 3, { one: true, first });
  }
  if (isProvision(items, at)) {
    const provider = providerOf(items, at);
    const first = Math.max(at, provider ?? at) + 1;
    return provider === null
      ? []
      : ahead('planned', Math.min(first + 12, endOfClause(sentence, first)), { one: true, first });
  }
  if (item.kind === 'trigger' && agrees(item)) {
    const agreed = firstAgreed(sentence, at);
    return agreed === null
      ? []
      : ahead('planned', Math.min(agreed + 6, endOfClause(sentence, at + 1)), { one: true, first: agreed });
  }
  const finite = verbs.has(at) && previous?.kind !== 'preposition' && !item.definite;
  const does = item.supports?.find(
    (support) => support.does === 'deny' || support.does === 'plan' || support.does === 'call',
  )?.does;
  // «اعتقلت القوات طالبا» (arrested a student) is written like «demanded» of two.
  const isStudent = item.kind === 'people' && /ا$/.test(item.form ?? '');
  const calls = item.cue === 'call' || (does === 'call' && !(item.speech?.as === 'verb' && item.speech.id === 'warn'));
  const called = calls && !isStudent;
  if (called && !/^[وف]?[يت]دعي$/.test(item.form ?? '') && items[at + 1]?.mark === undefined)
    return ahead('possible', Math.min(at + 20, endOfClause(sentence, at + 1)), { one: true });
  // «رغم نفي الجيش سقوط المدينة», «إنكار الحكومة لوجود اتفاق» (the army's denial that the town fell).
  const denial = does === 'deny' && !finite && !negated && item.supports!.some(({ part }) => part === 'masdar');
  if (denial && !REFUSAL.test(item.form ?? ''))
    return ahead('denied', Math.min(at + 6, endOfDenial(sentence, at + 1)), { one: true });
  if (!finite || negated) return [];
  // رفض المحادثات is to be against them; رفض إجراء محادثات, not to hold any.
  if (REFUSAL.test(item.form ?? ''))
    return ahead('denied', Math.min(at + 8, endOfPhrase(items, at + 1)), { one: true });
  if ((item.speech?.as === 'verb' && item.speech.id === 'deny') || does === 'deny')
    return ahead('denied', endOfDenial(sentence, at + 1), {
      deep: items.slice(at, at + 3).some(({ form }) => form === 'ما'),
    });
  if (item.speech?.as === 'verb' && item.speech.id === 'warn') {
    const first = behindOf(items, at, 7);
    return first === null ? [] : ahead('possible', first + 2, { one: true, first });
  }
  if (does === 'plan') {
    const first = startOfPlan(items, at);
    return first === null
      ? []
      : ahead('planned', Math.min(at + 9, endOfClause(sentence, at + 1)), { one: true, first });
  }
  return [];
};

/** «في حالة حرجة» (in a critical state), «في حال الخطر»: how somebody or something is, no condition. */
const STATE = spelling('clause/state', '(?:ال)?');

/** A quick no for most words. */
const mayOperate = ({ kind, cue, reporting, supports }: Item): boolean =>
  kind === 'trigger' || cue !== undefined || reporting !== undefined || supports !== undefined;

/** Whether an operator reaches an event. */
export const reaches = (sentence: Sentence, operator: Operator, at: number, supportItem: number | null): boolean => {
  const { items, clauses, clauseOf, verbs } = sentence;
  if (
    at < operator.first ||
    at > operator.last ||
    (supportItem !== null &&
      supportItem < operator.first &&
      supportItem !== operator.at &&
      operator.first - supportItem > 1)
  )
    return false;
  const clause = clauses[clauseOf[at]!]!;
  if (!operator.deep && items[clause.first]!.kind === 'relative' && clause.first > operator.at) return false;
  if (operator.modality === 'denied' && causes(sentence, at)) return false;
  if (!operator.one) return true;
  // خططت ونفذت: what was planned and carried out was carried out.
  if (
    supportItem !== null &&
    supportItem > operator.at &&
    verbs.has(supportItem) &&
    items[supportItem]!.conjunction === 'و'
  )
    return false;
  if (verbs.has(at) && items.slice(operator.at, at).some(({ kind }) => kind === 'comma')) return false;
  for (let k = operator.first; k < at; k++) {
    const item = items[k]!;
    if (item.kind !== 'trigger' || !governs(sentence, operator, k)) continue;
    // The one event is told before: only what و joins to it is meant as well.
    if (!joined(items, k, at) || (verbs.has(at) && !verbs.has(k))) return false;
    break;
  }
  return governs(sentence, operator, at);
};

/** «نفى أن يكون الانفجار قد تسبب في سقوط قتلى»: what is denied is the result. */
const causes = ({ items, verbs }: Sentence, at: number): boolean =>
  items[at]!.definite &&
  !verbs.has(at) &&
  items.slice(at + 1, at + 4).some((item) => item.supports?.some(({ does }) => does === 'result'));

/** «لم يتضح سبب الانفجار»: a detail is unknown, not the event. */
const DETAIL = spelling('clause/detail', '(?:ال)?');

const detail = (items: readonly Item[], from: number): boolean =>
  items.slice(from, from + 4).some(({ form }) => DETAIL.test(form ?? ''));

/** Agreements that somebody is called to keep are in force: الالتزام باتفاق (to abide by an agreement). */
const KEEPING = spelling('clause/keeping', '(?:ال)?');
const REFUSAL = /رفض/;
const TAKING_PART = spelling('clause/taking-part', '(?:ال)?');

export const AWAY = new Set(['من', 'في', 'عن', 'بعد', 'قبل', 'خلال', 'بسبب', 'حول', 'منذ', 'بين']);

/** A standing thing behind a preposition of its own (من القصف) or with the article alone (رفع الحصار) is not what is meant. */
const governs = (sentence: Sentence, { at: operator, first, modality }: Operator, at: number): boolean => {
  const { items, governor, verbs } = sentence;
  const item = items[at]!;
  const previous = entryAt(items, at - 1);
  if (items.slice(operator + 1, at).some(({ form }) => KEEPING.test(form ?? ''))) return false;
  if (verbs.has(at) || item.clitic === 'ل' || item.clitic === 'ب') return true;
  if (at === first || previous?.kind === 'support') return true;
  const by = governor[at] ?? null;
  const takesPart =
    modality === 'denied' && items.slice(operator + 1, at).some(({ form }) => TAKING_PART.test(form ?? ''));
  if (takesPart) return true;
  if (by !== null && AWAY.has(by)) return false;
  if (
    item.definite &&
    previous?.kind !== 'preposition' &&
    !items.slice(operator + 1, at).some((one) => one.kind === 'support')
  )
    return false;
  return modality !== 'possible' || item.senses?.some(isNominal) !== false;
};

const joined = (items: readonly Item[], first: number, at: number): boolean =>
  items.slice(first + 1, at + 1).some((item) => item.conjunction === 'و') &&
  !items
    .slice(first + 1, at)
    .some((item) => item.kind === 'relative' || (item.kind === 'preposition' && item.preposition === 'بعد'));

/** Up to the next comma or أنّ. */
const endOfPhrase = (items: readonly Item[], from: number): number => {
  const end = items.findIndex(
    ({ kind, mark }, k) => k >= from && (kind === 'comma' || kind === 'complementiser' || mark === '.'),
  );
  return end < 0 ? items.length - 1 : end - 1;
};

/** Up to a connector, or a comma behind which a new clause begins. */
const endOfClause = ({ items, verbs }: Sentence, from: number): number => {
  for (let k = from; k < items.length; k++) {
    const item = items[k]!;
    if (item.mark === '.' || item.mark === '؟' || item.mark === '!') return k - 1;
    if (item.kind === 'connector' && item.form !== 'ما' && item.form !== 'اي' && k > from) return k - 1;
    if (item.kind === 'comma' && startsClause({ items, verbs }, k + 1)) return k - 1;
  }
  return items.length - 1;
};

const startsClause = ({ items, verbs }: Pick<Sentence, 'items' | 'verbs'>, at: number): boolean => {
  const item = items[at];
  return (
    item === undefined ||
    verbs.has(at) ||
    item.kind === 'connector' ||
    item.kind === 'complementiser' ||
    item.reporting !== undefined ||
    item.kind === 'cue' ||
    item.kind === 'relative' ||
    (item.conjunction !== '' && (item.kind === 'preposition' || item.kind === 'word' || item.kind === 'date')) ||
    item.speech !== undefined ||
    // «…، مع استمرار المعارك»: what goes on beside it is told for itself.
    (item.preposition === 'مع' && (items[at + 1]?.cue === 'ongoing' || items[at + 1]?.kind === 'support'))
  );
};

/** What is denied does not reach to what came before or after it, nor to a sentence joined to it. */
const endOfDenial = (sentence: Sentence, from: number): number => {
  const { items, verbs } = sentence;
  const that = items.findIndex((item, k) => k >= from && k - from < 12 && item.kind === 'complementiser');
  for (let k = Math.max(from, that + 1); k < items.length; k++) {
    const item = items[k]!;
    if (item.kind === 'connector' && item.form !== 'ما' && item.form !== 'اي') return k - 1;
    if (item.kind === 'preposition' && (item.preposition === 'قبل' || item.preposition === 'بعد')) return k - 1;
    if (item.kind === 'comma' && startsClause(sentence, k + 1)) return k - 1;
    if (item.conjunction !== '' && verbs.has(k) && item.speech?.as === 'verb') return k - 1;
  }
  return items.length - 1;
};

const startOfClause = (items: readonly Item[], at: number): number => {
  for (let k = at - 1; k >= 0; k--) {
    const item = items[k]!;
    if (
      item.kind === 'comma' ||
      item.kind === 'connector' ||
      item.kind === 'complementiser' ||
      (item.mark !== undefined && /[.:؟!]/.test(item.mark))
    )
      return k + 1;
  }
  return 0;
};
