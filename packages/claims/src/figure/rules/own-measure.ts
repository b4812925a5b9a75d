import { spelling } from '../../words/classes.js';
import type { FigureDraft } from '../draft.js';
import { type MeasureSource, measureOf } from '../measure.js';
import { figureAt, lastWhere } from '../state.js';
import { isCounter } from '../topic.js';
import { asParts, type Context, DEADLY, figures, measured, type Rule } from './context.js';
import { isAverted, isDefined, isNumberedLater } from './definite.js';

/** Groups of people whose noun tells a measure: a displaced person or a detainee may be killed as well. */
const ALSO: Readonly<Record<string, string>> = { displaced: 'displaced', detained: 'detainees' };

/** «قتلى», «20 جريحا», «10 معتقلين»: the noun itself tells what befell those counted. */
const WERE = spelling('figure/were');

export const ownMeasure: Rule = (context) => {
  const { counting, quantity, group, whole, state } = context;
  const { noun, first, number } = quantity;
  if (!noun || noun.measures.length === 0) return null;
  if (number?.quantifier === 'some' && counting.sentence.items[first]!.form?.includes('بعض')) return [];
  if (!quantity.stated) {
    // «تحويلهم إلى نازحين»: what people become is no count of them.
    if (noun.measures[0] === 'displaced' && counting.sentence.governor[first] !== null) return [];
    if (noun.definite || isDefined(counting, quantity) || isAverted(counting, first)) return [];
    // «بإصابات طفيفة» (with light wounds): how they were hurt.
    if (noun.measures[0] === 'wounded' && counting.sentence.items[first]!.clitic === 'ب') return [];
    // «ارتفع عدد قتلى الهجوم إلى 74» (the number of the attack's dead rose to 74): the number behind counts them.
    if (isCounter(counting.sentence.items[first - 1], counting.words)) return [];
    // «كانوا محتجزين» (who were held), «قضوا شهداء» (died as martyrs): says what those counted were.
    if (WERE.test(counting.sentence.items[first - 1]?.form ?? '')) return [];
    if (noun.measures[0] === 'casualties' && (isNumberedLater(context) || isOfThings(context))) return [];
  }
  const caught = caughtAgain(context) ?? stillFree(context);
  if (caught) return caught;
  const own = outweighed(context) ?? measured(noun.measures, first);
  // «13 قتيلا بينهم طفل، و28 جريحا»: the wounded are no part of the dead.
  if (whole && whole.measure !== 'casualties' && !own.measures.includes(whole.measure)) state.whole = null;
  const named = own.measures === noun.measures || group !== 'persons' ? group : (ALSO[noun.measures[0]!] ?? group);
  // «حصيلة قتلى الحوثيين … بلغت 68 قتيلا»: the topic says whose dead they are.
  const topic = named === 'persons' ? context.topics(quantity) : null;
  const told = topic?.group && topic.measures[0] === own.measures[0] ? topic.group : named;
  return asParts(context, figures(context, own, 'measure-noun', told));
};

/** «خسائر فادحة في العتاد» (heavy losses of gear) */
const isOfThings = ({ counting: { sentence }, quantity }: Context): boolean => {
  const [next, second] = sentence.items.slice(quantity.noun!.last + 1, quantity.noun!.last + 3);
  return next?.preposition === 'في' ? MATERIAL.test(second?.form ?? '') : MATERIAL.test(next?.form ?? '');
};
const MATERIAL = spelling('figure/material', '(?:ال|بال)?');

/** «اعتقال 10 من الهاربين»: who fled and is caught is caught again. */
const caughtAgain = (context: Context): ReturnType<Rule> => {
  const { counting, quantity, splits, used, state, group } = context;
  if (quantity.noun!.measures[0] !== 'escaped') return null;
  if (measureOf(counting, quantity, splits, used)?.measures[0] !== 'detained') return null;
  const index = lastWhere(state, ({ measure, partOf }) => measure === 'escaped' && partOf === null);
  const escaped = figureAt(state, index < 0 ? null : index);
  const whose = group === 'persons' && escaped ? escaped.group : group;
  return asParts(
    context,
    figures(context, measured(['recaptured'], quantity.first), 'caught-again', whose),
    escaped ? index : null,
  );
};

/** «خمسة من الفارين لا يزالون طلقاء»: some of those who fled, counted before. */
const stillFree = (context: Context): ReturnType<Rule> => {
  const { quantity, state, group } = context;
  const { noun, stated, min } = quantity;
  if (noun!.measures[0] !== 'escaped' || !noun!.definite || !stated || min === null) return null;
  const holds = (one: FigureDraft) =>
    one.measure === 'escaped' && one.partOf === null && one.min !== null && one.min > min;
  const index = lastWhere(state, holds);
  const escaped = figureAt(state, index < 0 ? null : index);
  if (!escaped) return null;
  const whose = group === 'persons' ? escaped.group : group;
  return asParts(context, figures(context, measured(['escaped'], quantity.first), 'still-free', whose), index);
};

/** What is told to have befallen the displaced or detained outweighs what their noun says. */
const outweighed = ({ counting, quantity, splits, used, whole }: Context): MeasureSource | null => {
  if (ALSO[quantity.noun!.measures[0]!] === undefined) return null;
  const told = measureOf(counting, quantity, splits, used);
  if (told && !told.behind && told.measures.every((one) => DEADLY.has(one) || one === 'released')) return told;
  return whole && DEADLY.has(whole.measure) ? measured([whole.measure], quantity.first) : null;
};
