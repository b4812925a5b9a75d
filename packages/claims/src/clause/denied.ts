import { entryAt } from '@isnad/text';
import { classOf, spelling } from '../words/classes.js';
import { endOfClause, endOfDenial, endOfPhrase, startOfClause } from './extent.js';
import { type OperatorRule, overAll, overDeep, overOne } from './operator.js';
import { doesOf, isFiniteVerb, isNegated, tells } from './operator-words.js';

/** «… عارية عن الصحة» (… devoid of truth) looks back, «لا صحة لما …» (no truth in …) ahead. */
export const untrue: OperatorRule = (sentence, at) => {
  const { items } = sentence;
  const { reporting, form = '' } = items[at]!;
  if (reporting?.id !== 'untrue') return null;
  return LOOKING_BACK.has(form) && items[at + 1]?.kind !== 'complementiser'
    ? overDeep('denied', at, startOfClause(items, at), at - 1)
    : overDeep('denied', at, at + 1, endOfClause(sentence, at + 1));
};
/** «عارية عن الصحة» (devoid of truth): what is untrue stands before it. */
const LOOKING_BACK = classOf('clause/looking-back');

/** «رغم نفي الجيش سقوط المدينة», «إنكار الحكومة لوجود اتفاق» (the army's denial that the town fell). */
export const deniedByNoun: OperatorRule = (sentence, at) => {
  const item = sentence.items[at]!;
  if (doesOf(item) !== 'deny' || isFiniteVerb(sentence, at) || isNegated(entryAt(sentence.items, at - 1))) return null;
  if (!item.supports!.some(({ part }) => part === 'masdar') || REFUSAL.test(item.form ?? '')) return null;
  return overOne('denied', at, at + 1, Math.min(at + 6, endOfDenial(sentence, at + 1)));
};

const REFUSAL = /رفض/;

/** رفض المحادثات (refused the talks) is to be against them; رفض إجراء محادثات (to hold talks), not to hold any. */
export const refused: OperatorRule = ({ items }, at) => {
  if (!REFUSAL.test(items[at]!.form ?? '')) return null;
  const toComment = items.slice(at + 1, at + 5).some(({ form }) => COMMENTING.test(form ?? ''));
  return toComment ? 'nothing' : overOne('denied', at, at + 1, Math.min(at + 8, endOfPhrase(items, at + 1)));
};

/** «رفض التعليق على الغارات» (declined to comment on the raids) */
const COMMENTING = spelling('clause/commenting', '(?:ال)?');

/** «نفى الجيش سقوط المدينة» (the army denied that the town fell), «نفى ما تردد عن سقوطها» (what was said of its fall). */
export const deniedByVerb: OperatorRule = (sentence, at) => {
  const { items } = sentence;
  if (!tells(items[at]!, 'deny') && doesOf(items[at]!) !== 'deny') return null;
  const last = endOfDenial(sentence, at + 1);
  const ofWhat = items.slice(at, at + 3).some(({ form }) => form === 'ما');
  return ofWhat ? overDeep('denied', at, at + 1, last) : overAll('denied', at, at + 1, last);
};
