import type { FigureDraft } from './draft.js';
import { groupOf, THINGS } from './people.js';
import type { Quantity } from './quantity.js';
import type { Context, Prepared, Rule } from './rules/context.js';
import { again, list, outOf, part, toll } from './rules/continued.js';
import { ownMeasure } from './rules/own-measure.js';
import { ofThem, refined, told, uncounted } from './rules/told.js';
import { documented, fell, mourners, result, speakers, strength } from './rules/untold.js';
import { shareOf } from './share.js';
import { figureAt, type Judged, lastOf, type State } from './state.js';
import { countedThing } from './things.js';

/** The rules for people, in the order in which they decide. */
const RULES: readonly Rule[] = [
  mourners,
  speakers,
  ownMeasure,
  uncounted,
  refined,
  told,
  outOf,
  ofThem,
  toll,
  part,
  list,
  fell,
  documented,
  again,
  result,
  strength,
];
/** Of two groups named in one phrase without number, each is a figure. */
const BOTH = 'women-and-children';

/** The figures that a quantity tells, if any: what is counted, whom, and of what whole. */
export const judge = (prepared: Prepared, state: State, quantity: Quantity): readonly Judged[] => {
  const { counting } = prepared;
  const { noun } = quantity;
  if (noun?.group === BOTH && !quantity.stated)
    return ['children', 'women'].flatMap((group) => judge(prepared, state, { ...quantity, noun: { ...noun, group } }));
  if (noun?.of === 'things' || noun?.of === 'events') {
    const thing = countedThing(counting, quantity, state);
    const whole = figureAt(state, state.whole);
    return thing ? [{ made: thing, partOf: whole && THINGS.has(whole.measure) ? state.whole : null }] : [];
  }
  if (quantity.share) return shareOf(counting, state, quantity);
  const context = contextOf(prepared, state, quantity);
  for (const rule of RULES) {
    const found = rule(context);
    if (found) return found;
  }
  return [];
};

const contextOf = (prepared: Prepared, state: State, quantity: Quantity): Context => {
  const whole = figureAt(state, state.whole);
  const earlier = toldBefore(state, quantity);
  const before = previousPeople(state);
  const mixed = quantity.others && before !== undefined && isMixed(state, before);
  const group = groupOf(prepared.counting, quantity, mixed ? { ...before, group: 'persons' } : before, whole);
  const last = state.figures.at(-1);
  return {
    counting: prepared.counting,
    splits: prepared.splits,
    topics: prepared.topics,
    state,
    quantity,
    whole,
    last,
    again: earlier,
    group: earlier && group === 'persons' ? earlier.group : group,
    used: { until: last?.last ?? -1, figures: state.figures },
  };
};

/** The last figure of people that is no part, else the last of people. */
const previousPeople = (state: State): FigureDraft | undefined => {
  const isPeople = ({ measure }: FigureDraft) => !THINGS.has(measure);
  const inSentence = state.figures.length > 0;
  const whole = inSentence ? lastOf(state, (one) => one.partOf === null && isPeople(one)) : undefined;
  return whole ?? lastOf(state, isPeople);
};

/** «أربعة عسكريين ومدني، وإصابة سبعة آخرين»: others than people of two kinds are of no kind. */
const isMixed = ({ figures }: State, { source, group, partOf }: FigureDraft): boolean =>
  source !== null &&
  partOf === null &&
  figures.some(
    (one) => one.source === source && one.partOf === null && one.group !== group && !THINGS.has(one.measure),
  );

/** «الجرحى الخمسة»: the same people, counted before. */
const toldBefore = (state: State, { noun, number, min, max, stated }: Quantity): FigureDraft | undefined => {
  if (!noun?.definite || !stated || min === null || min < 2 || number?.quantifier !== undefined) return undefined;
  return lastOf(
    state,
    (one) =>
      one.min === min &&
      one.max === max &&
      one.partOf === null &&
      (noun.measures.length === 0 ? one.rule !== 'figure/strength' : noun.measures.includes(one.measure)),
  );
};
