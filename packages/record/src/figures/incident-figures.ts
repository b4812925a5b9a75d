import type { FigureClaim, FigureRange } from '@isnad/model';
import type { Case } from '../case.js';
import { relateSides } from '../incidents/sides.js';
import { voiceOf } from '../independence/roots.js';
import { byText, groupBy } from '../order.js';
import { compatible, isExact } from './agree.js';

/**
 * How the figures of an incident become low, best and high (docs/METHODOLOGY.md, "Figure rules"). Applied
 * in this order; each decides only where the one before leaves two figures equal.
 */
export const FIGURE_RULES = [
  'enemy-claim', // what a side says of its enemy's losses stands behind what others say
  'independence', // then the figure with which more independent voices agree
  'recency', // then that of the later report
  'specificity', // then the exact before the approximate and the open one
  'lower', // then the lower
] as const;

/**
 * Low, best and high per measure and group. Figures that a later one replaces ("rises to") are left out, parts
 * stay figures of their own group, and what nobody counts stays unknown: it is never zero.
 */
export const incidentFigures = (figures: readonly FigureClaim[], inCase: Case): readonly FigureRange[] => {
  const current = withoutReplaced(figures.filter(isCount), inCase);
  const groups = groupBy(current, ({ measure, group }) => `${measure}|${group}`);
  return [...groups.values()]
    .map((some) => rangeOfGroup(some, inCase))
    .sort((a, b) => byText(a.measure, b.measure) || byText(a.group, b.group));
};

const isCount = ({ min, max }: FigureClaim): boolean => min !== null || max !== null;

/** Leaves out what a later figure of the same root, measure and group replaces. */
export const withoutReplaced = (figures: readonly FigureClaim[], inCase: Case): readonly FigureClaim[] =>
  figures.filter(
    (old) =>
      !figures.some(
        (later) =>
          later !== old &&
          (later.scope === 'cumulative' || later.replaces === true) &&
          later.measure === old.measure &&
          later.group === old.group &&
          inCase.root(later) === inCase.root(old) &&
          inCase.earlier(old, later) < 0 &&
          (later.min ?? later.max!) >= (old.min ?? old.max!),
      ),
  );

/** Without the open counts that an exact one satisfies: "some killed" beside "14 killed" is the same, said less exactly. */
const competing = (figures: readonly FigureClaim[]): readonly FigureClaim[] =>
  figures.filter((open) => open.max !== null || !figures.some((exact) => isExact(exact) && compatible(open, exact)));

const rangeOfGroup = (all: readonly FigureClaim[], inCase: Case): FigureRange => {
  const figures = competing(all);
  const [first] = figures;
  const highs = figures.map(({ max }) => max);
  const low = figures.some(({ min }) => min !== null) ? Math.min(...figures.map(({ min, max }) => min ?? max!)) : null;
  const closed = highs.every((high) => high !== null);
  const high = closed ? Math.max(...(highs as number[])) : null;
  const best = [...figures].sort((a, b) => compareForBest(a, b, figures, inCase))[0]!;
  const value = best.min ?? best.max!;
  return {
    measure: first!.measure,
    group: first!.group,
    low,
    best: value,
    high,
    claims: all.map(({ id }) => id),
  };
};

const compareForBest = (a: FigureClaim, b: FigureClaim, all: readonly FigureClaim[], inCase: Case): number => {
  const rules: Readonly<Record<(typeof FIGURE_RULES)[number], () => number>> = {
    'enemy-claim': () => Number(isEnemyClaim(a, inCase)) - Number(isEnemyClaim(b, inCase)),
    independence: () => support(b, all, inCase) - support(a, all, inCase),
    recency: () => days(b, inCase) - days(a, inCase),
    specificity: () => vagueness(a) - vagueness(b),
    lower: () => (a.min ?? a.max!) - (b.min ?? b.max!) || byText(a.id, b.id),
  };
  for (const rule of FIGURE_RULES) {
    const order = rules[rule]();
    if (order !== 0) return order;
  }
  return 0;
};

/** Whether a figure tells the losses of a side, and its root speaks for a side that is not that one nor with it. */
const isEnemyClaim = (figure: FigureClaim, inCase: Case): boolean => {
  const { lexicon } = inCase;
  const root = inCase.root(figure);
  const speaker = lexicon.source(root)?.side ?? (lexicon.actor(root) ? root : null);
  return (
    speaker !== null && lexicon.actor(figure.group) !== null && relateSides(speaker, figure.group, lexicon) === 'other'
  );
};

/** Independent voices whose figure can be the same number. */
const support = (figure: FigureClaim, all: readonly FigureClaim[], inCase: Case): number =>
  new Set(all.filter((other) => compatible(figure, other)).map((other) => voiceOf(inCase.root(other), inCase.lexicon)))
    .size;

const days = (figure: FigureClaim, inCase: Case): number => {
  const first = inCase.firstDay(inCase.reportOf(figure));
  return Number.isFinite(first) ? first : 0;
};

const vagueness = (figure: FigureClaim): number => (isExact(figure) ? 0 : figure.approximate ? 1 : 2);
