import type { FigureDraft } from '../draft.js';
import { phraseOf } from '../harmed.js';
import type { Counting } from '../noun.js';
import type { Quantity } from '../quantity.js';
import { asParts, figures, measured, type Rule } from './context.js';

/** «عدد القتلى … إلى 39»: the number of a topic told before it. */
export const toll: Rule = (context) => {
  const topic = context.topics(context.quantity);
  if (!topic) return null;
  return asParts(
    context,
    figures(context, topic, 'toll', context.group === 'persons' && topic.group ? topic.group : context.group),
  );
};

/** «بينهم 7 أطفال», «من بين القتلى ثلاثة موظفين»: a part has the measure of its whole. */
export const part: Rule = (context) => {
  const { whole, quantity, state } = context;
  if (whole && !(quantity.number?.form === 'singular-one' && !quantity.noun))
    return asParts(context, figures(context, measured([whole.measure], whole.source ?? quantity.first), 'part'));
  return state.hint === null
    ? null
    : asParts(context, figures(context, measured([state.hint], quantity.first), 'part'));
};

/** «مقتل 930 من التنظيم و540 من قسد»: a list goes on with the measure of its head. */
export const list: Rule = (context) => {
  const { counting, quantity, last, state } = context;
  if (!last || quantity.number?.form === 'singular-one' || !goesOn(counting, quantity, last)) return null;
  // «حوادث اغتيال متكررة لمدنيين ومقاتلين» (repeated assassinations of civilians and fighters): people are no attacks.
  if (last.measure === 'attacks' && quantity.noun?.of === 'people') return null;
  const measures = state.figures
    .filter((one) => one.first === last.first && one.last === last.last)
    .map(({ measure }) => measure);
  // «إصابة جندي بجروح خطيرة واثنين بجروح طفيفة» (one soldier badly hurt and two lightly): two more of them.
  const group = tellsHow(counting, quantity) ? last.group : context.group;
  return asParts(
    context,
    figures(context, measured(measures, last.source ?? quantity.first), 'list', group),
    last.partOf,
  );
};

const tellsHow = ({ sentence: { items }, words }: Counting, { noun, last }: Quantity): boolean => {
  const next = items[last + 1];
  return noun === null && next !== undefined && phraseOf(next, words) === 'adverb';
};

/** «39 مدنيا من أصل 250»: the whole of which those before are some. */
export const outOf: Rule = (context) => {
  const { counting, quantity, last } = context;
  const { items } = counting.sentence;
  if (!last || !quantity.stated || !counting.words.is('out-of', items[quantity.first - 1])) return null;
  const group = context.group === 'persons' ? last.group : context.group;
  return asParts(
    context,
    figures(context, measured([last.measure], last.source ?? quantity.first), 'whole', group),
    null,
  );
};

/** «بالإضافة إلى»: the list goes on. */
export const isAddition = ({ sentence: { items }, words }: Counting, at: number): boolean =>
  words.is('additions', items[at]);

const FARTHEST = 6;

const goesOn = (counting: Counting, { first, noun, stated, others }: Quantity, last: FigureDraft): boolean => {
  const { items, verbs } = counting.sentence;
  const before = items[first - 1];
  const joined =
    items[first]!.conjunction === 'و' ||
    (before?.form === 'و' && before.kind === 'word') ||
    (before?.kind === 'preposition' && before.conjunction === 'و') ||
    isAddition(counting, first - 1);
  if (!joined || (!noun && !stated && !others) || first - last.last > FARTHEST) return false;
  for (let k = last.last + 1; k < first; k++) {
    const { kind } = items[k]!;
    if (verbs.has(k) || kind === 'complementiser' || kind === 'mark' || kind === 'trigger') return false;
    if (kind === 'connector' && !isAddition(counting, k)) return false;
  }
  return true;
};

/** «حالة الأشخاص الثلاثة مستقرة»: people counted before, of whom nothing new is told. */
export const again: Rule = (context) =>
  context.again
    ? asParts(context, figures(context, measured([context.again.measure], context.quantity.first), 'again'))
    : null;
