import { entryAt } from '@isnad/text';
import type { Item } from '../scan/item.js';
import { classOf, spelling } from '../words/classes.js';
import { endOfClause } from './extent.js';
import { type OperatorRule, overAll, overOne, overUnknown } from './operator.js';
import type { Sentence } from './sentence.js';

/** «تضاربت الأنباء عن» (reports differ on), «غير مؤكد» (not confirmed). */
export const disagreedOn: OperatorRule = (sentence, at) => {
  const { reporting, form = '' } = sentence.items[at]!;
  return reporting?.id === 'unconfirmed' && DISAGREEING.has(form)
    ? overAll('uncertain', at, at + 1, endOfClause(sentence, at + 1))
    : null;
};
const DISAGREEING = classOf('clause/disagreeing');

/** «لم يتضح» (it is not clear), «يشتبه» (it is suspected). */
export const unclear: OperatorRule = (sentence, at) => {
  const { cue, form = '' } = sentence.items[at]!;
  return cue === 'uncertainty' && DOUBTING.test(form) && !isOfDetail(sentence.items, at + 1)
    ? overUnknown('uncertain', at, at + 1, endOfClause(sentence, at + 1))
    : null;
};
const DOUBTING = spelling('clause/doubting', '(?:و|ف)?');

/** «لم يتضح سبب الانفجار» (the cause of the blast is not clear): a detail is unknown, not the event. */
const isOfDetail = (items: readonly Item[], from: number): boolean =>
  items.slice(from, from + 4).some(({ form }) => DETAIL.test(form ?? ''));
const DETAIL = spelling('clause/detail', '(?:ال)?');

/** «تعذر تحديد ما إذا» (could not tell whether) doubts. */
export const whether: OperatorRule = (sentence, at) =>
  sentence.items[at]!.cue === 'condition' && entryAt(sentence.items, at - 1)?.form === 'ما'
    ? overUnknown('uncertain', at, at + 1, endOfClause(sentence, at + 1))
    : null;

/** «إذا» (if) makes possible. */
export const conditional: OperatorRule = (sentence, at) => {
  const { cue, form } = sentence.items[at]!;
  return cue === 'condition' && form !== 'حال' && !STATE.test(sentence.items[at + 1]?.form ?? '')
    ? overAll('possible', at, at + 1, endOfClause(sentence, at + 1))
    : null;
};
/** «في حالة حرجة» (in a critical state), «في حال الخطر»: how somebody or something is, no condition. */
const STATE = spelling('clause/state', '(?:ال)?');

/** «ربما» (perhaps), «من المحتمل» (it is likely). */
export const possible: OperatorRule = (sentence, at) => {
  const { cue, form = '' } = sentence.items[at]!;
  // «من المرجح أن يشن» (it is likely that he will attack): nobody says so.
  if (sentence.items[at]!.reporting?.id === 'deem-likely' && form === 'من' && isThat(sentence.items[at + 1]))
    return overOne('possible', at, at + 1, Math.min(at + 6, endOfClause(sentence, at + 1)));
  return cue === 'possibility' && (!NO_DOUBT.test(form) || isMay(sentence, at))
    ? overOne('possible', at, at + 1, Math.min(at + 6, endOfClause(sentence, at + 1)))
    : null;
};
const isThat = (item: Item | undefined): boolean => item?.kind === 'complementiser';
/** «قد», «لقد» (indeed): by itself it puts nothing in doubt. */
const NO_DOUBT = spelling('clause/no-doubt', '(?:و|ف)?');

/** «قد تؤدي إلى مواجهات», «قد يسمح لهم بالسيطرة» (may lead to, may allow): before an imperfect, and behind no «كان». */
const isMay = ({ items, verbs }: Sentence, at: number): boolean => {
  const next = items[at + 1];
  if (next === undefined || !verbs.has(at + 1) || !MAY.test(items[at]!.form ?? '') || isPluperfect(items, at))
    return false;
  if (/^ي/.test(next.form ?? '')) return true;
  const parts = [...(next.senses ?? []), ...(next.supports ?? [])].map(({ part }) => part);
  return parts.includes('imperfect') && !parts.includes('perfect');
};
const MAY = /^[وف]?قد$/;

/** «وكانا قد توجها» (they had gone): behind «كان», «قد» puts nothing in doubt. */
export const isPluperfect = (items: readonly Item[], at: number): boolean =>
  items.slice(Math.max(0, at - WAS_NEAR), at).some(({ form }) => WAS.test(form ?? ''));
const WAS_NEAR = 5;
const WAS = /^[وف]?كان(?:ت|ا|تا|وا|ن)?$/;
