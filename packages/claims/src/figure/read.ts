import type { FigureDraft } from './draft.js';
import { harmAt, splitDeaths } from './harm.js';
import { judge } from './judge.js';
import { type Counting, nounAt } from './noun.js';
import { isInRanks, isTie } from './owner.js';
import { isPartCue } from './part-cue.js';
import { quantityAt } from './quantity.js';
import type { Prepared } from './rules/context.js';
import { isAddition } from './rules/continued.js';
import { wholeFor } from './share.js';
import { add, figureAt, lastIndex, type State } from './state.js';
import { topicsOf } from './topic.js';
import { zeroAt } from './zero.js';

/** Reads the figures of a sentence. `before` are those of the report so far; parts point to indices in both. */
export const readFigures = (counting: Counting, before: readonly FigureDraft[]): FigureDraft[] => {
  const { items } = counting.sentence;
  const prepared: Prepared = { counting, splits: splitDeaths(counting), topics: topicsOf(counting) };
  const state: State = {
    sentence: counting.sentence.index,
    before,
    figures: [],
    whole: null,
    hint: null,
    top: null,
    taken: -1,
  };
  for (let at = 0; at < items.length; at++) {
    if (at <= state.taken) continue;
    if (dividesAt(prepared, state, at)) continue;
    const zero = zeroAt(counting, at, prepared.splits);
    if (zero) {
      for (const made of zero.figures) add(state, { made, partOf: null });
      continue;
    }
    const quantity = quantityAt(counting, at);
    if (quantity) for (const judged of judge(prepared, state, quantity)) add(state, judged);
  }
  twoBeforeThird(counting, state.figures);
  shareOwners(counting, state.figures);
  unlikeParts(counting, before.length, state.figures);
  return state.figures.map((figure, index) =>
    isCivilCount(figure, before.length + index, state.figures, counting) ? { ...figure, group: 'civilians' } : figure,
  );
};

/** «قتل مدنيين وإصابة ثالث»: a form that is dual and plural is the dual before a third. */
const twoBeforeThird = ({ sentence: { items } }: Counting, figures: FigureDraft[]): void => {
  figures.forEach((figure, index) => {
    const third = items[figure.first]!;
    const before = figures[index - 1];
    if (figure.first !== figure.last || !/^[وف]?ثالث[اه]?$/.test(third.form ?? '') || !before) return;
    if (before.min === 1 && before.max === null && /ين$/.test(items[before.first]!.form ?? ''))
      figures[index - 1] = { ...before, min: 2, max: 2 };
  });
};

/**
 * «مقتل 5 وإصابة 20 من الشرطة», «قتيل وجريحان في صفوف قسد» (five dead and twenty hurt of the police): whose the last are
 * told to be, those before them are who are joined to them and have no noun of their own.
 */
const shareOwners = ({ sentence: { items, verbs } }: Counting, figures: FigureDraft[]): void => {
  for (let index = figures.length - 2; index >= 0; index--) {
    const [figure, next] = [figures[index]!, figures[index + 1]!];
    const isPlain =
      figure.group === 'persons' &&
      figure.partOf === null &&
      items.slice(figure.first, figure.last + 1).every(({ kind }) => kind === 'number' || kind === 'measure');
    if (!isPlain || next.group === 'persons' || next.partOf !== null || next.first - figure.last > 3) continue;
    const between = items.slice(figure.last + 1, next.first + 1);
    const counted = items.slice(next.first, next.last + 1);
    const isOwned = counted.some((item) => isTie(item) || isInRanks(item));
    const isJoined =
      between[0]?.conjunction === 'و' &&
      between.every(({ kind }, n) => kind !== 'comma' && !verbs.has(figure.last + 1 + n));
    if (isOwned && isJoined) figures[index] = { ...figure, group: next.group };
  }
};

/** «قتل خمسة شبان وجرح ستة آخرون بينهم نساء»: others who hold women are not the young men told before. */
const unlikeParts = ({ words }: Counting, offset: number, figures: FigureDraft[]): void => {
  figures.forEach(({ partOf, group }, index) => {
    const at = partOf === null ? -1 : partOf - offset;
    const whole = figures[at];
    if (whole && at < index && words.has('unarmed', group) && words.has('male', whole.group) && whole.group !== group)
      figures[at] = { ...whole, group: 'persons' };
  });
};

/** «وثق 324 بينهم 113 طفلاً و72 مواطنة»: whoever counts without a noun and divides by children and women counts civilians. */
const isCivilCount = (
  figure: FigureDraft,
  index: number,
  figures: readonly FigureDraft[],
  { sentence, words }: Counting,
): boolean => {
  if (figure.group !== 'persons' || figure.first !== figure.last || sentence.items[figure.last]?.kind !== 'number')
    return false;
  return (
    figures.filter(
      ({ partOf, measure, group }) => partOf === index && measure === figure.measure && words.has('unarmed', group),
    ).length > 1
  );
};

/** Words that open and close the list of a count's parts; true when the word is no more than that. */
const dividesAt = ({ counting, splits }: Prepared, state: State, at: number): boolean => {
  const {
    sentence: { items, verbs },
  } = counting;
  const item = items[at]!;
  if (state.figures.length > 0) {
    if (isPartCue(item)) {
      const apart = item.conjunction !== '' || items[at - 1]?.kind === 'comma';
      state.whole = apart && state.top !== null ? state.top : lastIndex(state);
      return true;
    }
    if (opensList(counting, at)) {
      state.whole = lastIndex(state);
      return true;
    }
  }
  const named = namedWhole(counting, at);
  if (named !== null) {
    state.whole = wholeFor(state, named.measure);
    state.hint = named.measure;
    state.taken = named.last;
    return true;
  }
  if (state.whole === null && state.hint === null) return false;
  if (item.mark === ')') {
    state.whole = figureAt(state, state.whole)?.partOf ?? null;
    return true;
  }
  const closes =
    (item.kind === 'connector' && !isAddition(counting, at)) ||
    item.kind === 'complementiser' ||
    verbs.has(at) ||
    (item.mark !== undefined && /^[.;!?]$/.test(item.mark)) ||
    harmAt(counting, at, splits) !== null;
  if (closes) [state.whole, state.hint] = [null, null];
  return false;
};

/** «من بين القتلى …»: what follows divides a count told before. */
const namedWhole = (counting: Counting, at: number): { readonly measure: string; readonly last: number } | null => {
  const item = counting.sentence.items[at]!;
  const opens = (item.cue === 'part' || item.preposition === 'بين') && item.enclitic === '';
  const noun = opens ? nounAt(counting, at + 1) : null;
  const next = noun && counting.sentence.items[noun.last + 1];
  return noun?.of === 'harmed' &&
    noun.definite &&
    next &&
    (next.kind === 'number' || next.kind === 'people' || next.measure)
    ? { measure: noun.measures[0]!, last: noun.last }
    : null;
};

/** «هم: 114 من …», «(طفلة وسيدة)»: what follows divides the count before. */
const opensList = (counting: Counting, at: number): boolean => {
  const {
    sentence: { items },
    words,
  } = counting;
  const item = items[at]!;
  const counts = (k: number) =>
    items[k]?.kind === 'number' || (nounAt(counting, k)?.of === 'people' && items[k]?.kind !== 'actor');
  if (item.mark === '(') return counts(at + 1);
  if (item.mark === ':') return words.is('list', items[at - 1]) && items[at + 1]?.kind === 'number';
  if (item.kind !== 'word' || !words.is('list', item) || items[at + 1]?.kind !== 'number') return false;
  // «والمصابون هم 6 أطفال»: a list of its own.
  const opensOwn = items
    .slice(Math.max(0, at - 4), at)
    .some(({ measure, number }) => measure?.number && !number && nounAt(counting, at - 1)?.definite);
  return !opensOwn;
};
