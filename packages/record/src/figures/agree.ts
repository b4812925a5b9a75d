import type { FigureClaim } from '@isnad/model';
import { type Evidence, evidence } from '../incidents/evidence.js';

/** A count as a range; `high` is Infinity for an open one ("at least five"). */
export interface Range {
  readonly low: number;
  readonly high: number;
}

type Count = Pick<FigureClaim, 'min' | 'max' | 'approximate'>;

/** Share by which a rounded or approximate figure may miss the exact one. */
const ROUNDING = 0.05;

/** Range of a figure; null when it gives no number. Approximate figures reach a little to both sides. */
export const rangeOf = ({ min, max, approximate }: Count): Range | null => {
  if (min === null && max === null) return null;
  const low = min ?? 0;
  const high = max ?? Infinity;
  return approximate ? { low: low * (1 - ROUNDING), high: high * (1 + ROUNDING) } : { low, high };
};

/** Whether two counts can be the same number. */
export const compatible = (a: Count, b: Count): boolean => {
  const [x, y] = [rangeOf(a), rangeOf(b)];
  return x === null || y === null || (x.low <= y.high && y.low <= x.high);
};

/** Whether a figure is one exact number. */
export const isExact = (figure: Count): boolean =>
  figure.min !== null && figure.min === figure.max && !figure.approximate;

/** A count as small as this is often equal by chance. */
const TELLING = 3;

/** Figures of the same measure and group, held against each other once: as soon as two agree exactly, that counts. */
export const compareFigures = (as: readonly FigureClaim[], bs: readonly FigureClaim[]): readonly Evidence[] => {
  const both = as.flatMap((a) =>
    bs.filter((b) => a.measure === b.measure && a.group === b.group).map((b) => [a, b] as const),
  );
  const exact = both.filter(([a, b]) => isExact(a) && isExact(b));
  const equal = exact.filter(([a, b]) => a.min === b.min);
  if (equal.some(([a]) => a.min! >= TELLING)) return [evidence('figure:equal', 1.5)];
  if (equal.length > 0) return [evidence('figure:equal-small', 0.5)];
  return exact.length > 0 || both.some(([a, b]) => !compatible(a, b)) ? [evidence('figure:other', -0.5)] : [];
};
