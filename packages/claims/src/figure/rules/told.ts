import { spelt } from '../../scan/spelt.js';
import { spelling } from '../../words/classes.js';
import type { FigureDraft } from '../draft.js';
import { measureOf } from '../measure.js';
import type { Counting } from '../noun.js';
import { figuresFor, THINGS } from '../people.js';
import type { Quantity } from '../quantity.js';
import { figureAt, lastIndex, type State } from '../state.js';
import { asParts, figures, measured, type Rule } from './context.js';
import { isDefined } from './definite.js';

/** People without number count only where their noun is indefinite, or a dual. */
export const uncounted: Rule = ({ counting, quantity, whole, state }) => {
  const { noun, stated, others } = quantity;
  if (stated || others) return null;
  if (!noun || (noun.definite && noun.number !== 'dual')) return [];
  const listed = whole !== undefined || state.hint !== null;
  const particular = noun.number === 'singular' || listed || counting.sentence.items[noun.first]!.clitic === 'ل';
  return particular && noun.side === null && isDefined(counting, quantity) ? [] : null;
};

/** «مقتل 11 عنصرا», «21 مدنيا قتلوا»: a verb or verbal noun tells what befell those counted. */
export const told: Rule = (context) => {
  const { counting, quantity, splits, used, whole, state, group } = context;
  const source = measureOf(counting, quantity, splits, used);
  // Behind the parts of a whole the verb belongs to the whole: «12 مدنيا بينهم 4 أطفال قتلوا».
  if (!source || (whole && source.behind)) return null;
  const referent = referentOf(state, quantity);
  const partOf = referent ?? state.whole;
  const caught = source.measures[0] === 'detained' && figureAt(state, referent)?.measure === 'escaped';
  if (caught)
    return asParts(context, figures(context, { ...source, measures: ['recaptured'] }, 'caught-again'), partOf);
  if (source.behind && counting.sentence.items[source.item]!.measure?.number) state.taken = source.item; // سقطوا قتلى
  const two = source.two && !quantity.stated && quantity.max === null ? { ...quantity, min: 2, max: 2 } : quantity;
  return asParts(context, figuresFor(counting, two, group, source, 'counted-people'), partOf);
};

/** «إثنان منهم في حالة خطرة»: a part of the figure before. */
export const ofThem: Rule = (context) => {
  const { counting, quantity, last, state, group } = context;
  const badly = saysHowBadly(counting, quantity);
  if (!(quantity.ofThem || badly) || !last) return null;
  const isThing = THINGS.has(last.measure);
  if (!isThing && quantity.number?.form === 'singular-one' && !badly) return [];
  const made = figures(
    context,
    measured([last.measure], last.source ?? quantity.first),
    'part',
    isThing ? last.group : group,
  );
  return asParts(context, made, last.partOf ?? lastIndex(state));
};

/** «أحدهم بحالة حرجة», «عدد منهم في حالة الخطر»: how badly some of those before were hurt. */
const saysHowBadly = ({ sentence: { items } }: Counting, { first, last, noun }: Quantity): boolean =>
  noun === null &&
  OF_THEM.test(items[first]!.number?.text ?? items[first]!.form ?? '') &&
  items.slice(last + 1, last + 4).some(({ form }) => BADLY.test(form ?? ''));
const OF_THEM = /هم$/;
const BADLY = spelling('figure/badly', '(?:ال)?');

/** With the pronoun of those who are counted: عددهم (their number). */
const isOwned = spelt(/(?:هم|ها|هن)$/);

/** «عدد من الجرحى قدر عددهم بأربعة»: the number of people told of before without one, whose figure it replaces. */
export const refined: Rule = (context) => {
  const { counting, quantity, last, state } = context;
  if (!last || !quantity.stated || last.min !== 1 || last.max !== null || last.partOf !== null) return null;
  const { items } = counting.sentence;
  const between = items.slice(last.last + 1, quantity.first);
  // «قدر عددهم بـ4» may stand inside the number's own phrase.
  const inside = between.length === 0 && counting.words.is('amounting', items[quantity.first]);
  const counter = between.some((item) => counting.words.is('counters', item) && isOwned(item));
  if (!inside && !(counter && between.length <= 5)) return null;
  state.figures.pop();
  return asParts(
    context,
    figures(context, measured([last.measure], last.source ?? quantity.first), 'refined', last.group),
    null,
  );
};

/** A whole has a number, and is no smaller than its part. */
const mayHold = ({ min, max }: FigureDraft, part: Quantity): boolean =>
  min !== null && (min > 1 || max !== null) && (part.min === null || max === null || part.min <= max);

/** How many sentences «منهم» may reach back; «أحدهم» means those of its own sentence. */
const REACH = 3;

/** The figure of whom «منهم» and «آخرين» speak; for others, the whole of which those before were a part. */
const referentOf = (state: State, quantity: Quantity): number | null => {
  if (!quantity.ofThem && !quantity.others) return null;
  const reach = quantity.number?.form === 'singular-one' ? 0 : REACH;
  for (let index = lastIndex(state); index >= Math.max(0, lastIndex(state) - 4); index--) {
    const figure = figureAt(state, index)!;
    if (THINGS.has(figure.measure) || state.sentence - figure.sentence > reach || !mayHold(figure, quantity)) continue;
    return quantity.others ? (figure.measure === 'recaptured' ? figure.partOf : null) : index;
  }
  return null;
};
