import { classOf } from './classes.js';
import type { Context, Phrase } from './context.js';
import type { Meaning } from './meaning.js';
import { bareDayAt } from './months.js';
import { window } from './periods.js';
import { readPoint } from './points.js';
import { type Quantity, readQuantity } from './quantity.js';
import { readPair } from './ranges.js';

/** How far behind منذ (since) the date of what began may stand: منذ بدء الهجوم في العاشر من أيلول. */
const ONSET_REACH = 9;

/** A date behind الذي belongs to the relative clause. */
const RELATIVE = classOf('relative');

/** منذ X, بدءا من X: from a date, or from so long ago, up to publication or to the end told. */
export const readSince = (context: Context, index: number): Phrase | null => {
  const since = context.word(index, 'since');
  if (!since) return null;
  const quantity = readQuantity(context, since.next);
  const from = readPoint(context, since.next) ?? onset(context, since.next);
  if (quantity && (!from || from.last <= quantity.last) && !(from && quantity.definite)) {
    if (quantity.definite && quantity.count?.max === 1) return null;
    const phrase = window(quantity, false, quantity.last);
    return { ...phrase, sense: 'since' };
  }
  if (!from) return null;
  if (from.meaning.is === 'window') return { ...from, sense: 'since' };
  const to = untilBehind(context, from.last + 1);
  const meaning: Meaning = { is: 'span', from: held(from.meaning), to: to?.to ?? 'publication' };
  return {
    meaning,
    last: to?.last ?? from.last,
    sense: 'since',
    ...(from.part ? { part: from.part } : {}),
    ...(from.onset ? { onset: from.onset } : {}),
  };
};

/** A day without a year that something has lasted since lies in the past. */
const held = (meaning: Meaning): Meaning =>
  meaning.is === 'calendar' && meaning.day !== null && meaning.which === 'plain'
    ? { ...meaning, which: 'past' }
    : meaning;

/** منذ بدء الهجوم في العاشر من أيلول: the date that follows the name of what began, within its clause. */
const onset = (context: Context, index: number): Phrase | null => {
  if (context.tokens[index]?.kind !== 'word') return null;
  for (let at = index + 1; at <= index + ONSET_REACH; at++) {
    if ((context.tokens[at]?.kind !== 'word' && !context.isDigits(at)) || RELATIVE.has(context.form(at))) return null;
    const previous = context.form(at - 1);
    const isPlaced = previous === 'في' || previous === 'يوم' || context.word(at, 'edge', true) !== null;
    const found = isPlaced ? readPoint(context, at) : null;
    const named = { first: index, last: previous === 'في' || previous === 'يوم' ? at - 2 : at - 1 };
    if (found) return found.sense === 'anaphoric' ? null : { ...found, onset: named };
  }
  return null;
};

/** «وحتى» and its end behind a beginning: حتى الآن is publication. */
const untilBehind = (context: Context, index: number): { to: Meaning | 'publication'; last: number } | null => {
  const until = context.word(index, 'until');
  if (!until) return null;
  const now = context.word(until.next, 'now', true);
  if (now && !isClock(context, now.next)) return { to: 'publication', last: now.next - 1 };
  const point = readPoint(context, until.next);
  return point && { to: point.meaning, last: point.last };
};

/** حتى الساعة is "until now", but حتى الساعة 4 is a time of the clock. */
const isClock = (context: Context, index: number): boolean =>
  context.form(index - 1) === 'الساعه' && (context.isDigits(index) || context.form(index).startsWith('ال'));

/** حتى الآن, لغاية اللحظة, حتى مساء الجمعة. */
export const readUntil = (context: Context, index: number): Phrase | null => {
  const until = context.word(index, 'until');
  if (!until) return null;
  const now = context.word(until.next, 'now', true);
  if (now && !isClock(context, now.next))
    return { meaning: { is: 'day', offset: 0, weekday: null }, last: now.next - 1, sense: 'ongoing' };
  const point = until.word && context.form(index) !== 'الي' ? readPoint(context, until.next) : null;
  return point && { ...point, sense: point.meaning.is === 'day' && point.meaning.offset === 0 ? 'ongoing' : 'until' };
};

/** الآن, حاليا, مؤخرا, قبل قليل. */
export const readNow = (context: Context, index: number): Phrase | null => {
  const now = context.word(index, 'now');
  if (now?.word.alone)
    return { meaning: { is: 'day', offset: 0, weekday: null }, last: now.next - 1, sense: 'ongoing' };
  const lately = context.word(index, 'lately');
  if (lately) {
    const meaning: Meaning = { is: 'window', unit: 'day', count: null, approximate: true, ahead: false, few: true };
    return { meaning, last: lately.next - 1, sense: 'window' };
  }
  const justNow = context.word(index, 'just-now');
  return justNow && { meaning: { is: 'day', offset: 0, weekday: null }, last: justNow.next - 1, sense: 'relative' };
};

const OTHER_EVENT: Extract<Meaning, { is: 'undated' }> = {
  is: 'undated',
  why: 'counted from another event, not from publication',
};

/** قبل يومين, قبل نحو 6 أشهر, قبل أيام; but قبل ساعات من الاتفاق counts from something else. */
export const readAgo = (context: Context, index: number): Phrase | null => {
  const ago = context.word(index, 'ago');
  if (!ago) return null;
  const quantity = readQuantity(context, ago.next);
  if (!quantity || quantity.definite || quantity.unit === 'period') return null;
  if (context.form(quantity.last + 1) === 'من')
    return { meaning: OTHER_EVENT, last: quantity.last, sense: 'anaphoric' };
  return { meaning: agoOf(quantity, false), last: quantity.last, sense: 'relative' };
};

const agoOf = ({ unit, count, approximate }: Quantity, ahead: boolean): Extract<Meaning, { is: 'ago' }> => ({
  is: 'ago',
  unit,
  count,
  approximate,
  ahead,
});

/** بعد يومين: counted from what was told before; a reader cannot know from which event. */
export const readLater = (context: Context, index: number): Phrase | null => {
  const later = context.word(index, 'later');
  const quantity = later && readQuantity(context, later.next);
  if (!quantity || quantity.definite || quantity.unit === 'period') return null;
  const after =
    ['من', 'علي'].includes(context.form(quantity.last + 1)) && quantity.count ? agoOf(quantity, false) : null;
  return { meaning: after ? { ...OTHER_EVENT, after } : OTHER_EVENT, last: quantity.last, sense: 'anaphoric' };
};

/** خلال 48 ساعة, خلال يومين, على مدى الأشهر الستة الماضية; a bare stretch runs up to publication. */
export const readDuring = (context: Context, index: number): Phrase | null => {
  const during = context.word(index, 'during');
  if (!during) return null;
  const point = readPair(context, during.next) ?? readPoint(context, during.next);
  if (point) return point;
  const quantity = readQuantity(context, during.next);
  if (!quantity || quantity.unit === 'period' || context.word(index, 'lasting')) return null;
  if (quantity.count === null && !quantity.definite) return null;
  if (quantity.definite && !context.isDigits(during.next + 1) && quantity.count?.max === 1) return null;
  return window(quantity, false, quantity.last);
};

/** لمدة ثلاثة أيام, على مدى أكثر من ستة شهور: how long, not when. */
export const readLasting = (context: Context, index: number): Phrase | null => {
  const lasting = context.word(index, 'lasting');
  const quantity = lasting && readQuantity(context, lasting.next);
  if (!quantity || quantity.definite) return null;
  return { meaning: { is: 'undated', why: 'a length of time' }, last: quantity.last, sense: 'duration' };
};

/** كل يوم, كل جمعة, يوميا. */
export const readEvery = (context: Context, index: number): Phrase | null => {
  const meaning: Meaning = { is: 'undated', why: 'again and again' };
  const regularly = context.word(index, 'regularly');
  if (regularly) return { meaning, last: regularly.next - 1, sense: 'repeated' };
  const every = context.word(index, 'every');
  if (!every) return null;
  const of = context.word(every.next, 'unit', true) ?? context.word(every.next, 'weekday', true);
  if (!of || of.definite || (of.word.role === 'unit' && of.word.number !== 'one')) return null;
  const weekday = of.word.role === 'unit' && of.word.unit === 'day' ? context.word(of.next, 'weekday', true) : null;
  return { meaning, last: (weekday?.next ?? of.next) - 1, sense: 'repeated' };
};

/** أسبوع على انطلاق العمليات, ثلاثة أشهر مضت على بدء المعارك: so long since something began. */
export const readElapsed = (context: Context, index: number): Phrase | null => {
  const quantity = readQuantity(context, index);
  if (!quantity || quantity.definite) return null;
  const elapsed = context.word(quantity.last + 1, 'elapsed', true);
  const began = elapsed && context.word(elapsed.next, 'onset', true);
  if (!began) return null;
  const meaning: Meaning =
    quantity.count === null
      ? { is: 'undated', why: 'a vague stretch since something began' }
      : { is: 'window', unit: quantity.unit, count: quantity.count, approximate: true, ahead: false, few: false };
  return { meaning, last: began.next - 1, sense: 'since' };
};

/** لليوم الثاني على التوالي: two days up to publication. */
export const readInARow = (context: Context, index: number): Phrase | null => {
  const unit = context.word(index, 'unit');
  if (!unit?.definite || unit.word.number !== 'one' || !unit.proclitics.endsWith('ل')) return null;
  const nth = bareDayAt(context, unit.next);
  const row = nth && context.word(nth.next, 'in-a-row', true);
  if (!nth || (!row && unit.word.unit !== 'day')) return null;
  const count = { min: nth.day - 1, max: nth.day - 1 };
  if (nth.day < 2) return null;
  const meaning: Meaning = { is: 'window', unit: unit.word.unit, count, approximate: false, ahead: false, few: false };
  return { meaning, last: (row?.next ?? nth.next) - 1, sense: 'window' };
};
