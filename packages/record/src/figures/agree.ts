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

/** Exact counts that differ by at most this share are near, from a size on where that is not chance. */
const NEAR_SHARE = 0.15;
const NEAR_FROM = 6;
/** A count as small as this is often equal by chance. */
const TELLING = 3;

/** Whether an equal figure elsewhere hardly comes about by chance. */
export const isTelling = (figure: Count): boolean => isExact(figure) && figure.min! >= TELLING;

/** Counts of one event that differ a little, as they do when more bodies are found or one outlet counts the attackers. */
const isNear = (a: number, b: number): boolean =>
  Math.min(a, b) >= NEAR_FROM && Math.abs(a - b) <= NEAR_SHARE * Math.max(a, b);

/** Figures of the same measure and group, held against each other once: as soon as two agree exactly, that counts. */
export const compareFigures = (as: readonly FigureClaim[], bs: readonly FigureClaim[]): readonly Evidence[] => {
  const both = as.flatMap((a) =>
    bs.filter((b) => a.measure === b.measure && a.group === b.group).map((b) => [a, b] as const),
  );
  const exact = both.filter(([a, b]) => isExact(a) && isExact(b));
  const equal = exact.filter(([a, b]) => a.min === b.min);
  if (equal.some(([a]) => isTelling(a))) return [evidence('figure:equal', 1.5)];
  if (equal.length > 0) return [evidence('figure:equal-small', 0.5)];
  if (exact.some(([a, b]) => isNear(a.min!, b.min!))) return [evidence('figure:near', 1)];
  return exact.length > 0 || both.some(([a, b]) => !compatible(a, b)) ? [evidence('figure:other', -0.5)] : [];
};
