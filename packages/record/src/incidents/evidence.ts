/** One named reason for or against two units being one event. */
export interface Evidence {
  /** Stable name such as `place:same`; explained in docs/METHODOLOGY.md. */
  readonly reason: string;
  readonly weight: number;
  /** They cannot be one event, whatever else speaks for it. */
  readonly forbids: boolean;
}

export const evidence = (reason: string, weight: number): Evidence => ({ reason, weight, forbids: false });

export const refusal = (reason: string): Evidence => ({ reason, weight: 0, forbids: true });

/** Two units are one event when nothing forbids it and the weights reach this sum. */
export const THRESHOLD = 6;

export const scoreOf = (found: readonly Evidence[]): number => found.reduce((sum, { weight }) => sum + weight, 0);

export const forbids = (found: readonly Evidence[]): boolean => found.some((one) => one.forbids);

/** What a comparison of two units came to. */
export interface Comparison {
  readonly score: number;
  readonly forbidden: boolean;
  /** They give one count differently. */
  readonly otherFigure: boolean;
  /** The reasons that speak for it; of pairs that may be joined only. */
  readonly because: readonly string[];
}

const NO_REASONS: readonly string[] = [];
const FORBIDDEN: Comparison = { score: 0, forbidden: true, otherFigure: false, because: NO_REASONS };

/** Scores are sums of a few weights, so that millions of pairs share some hundred comparisons. */
const short = new Map<number, { readonly plain: Comparison; readonly other: Comparison }>();

const tooShort = (score: number, otherFigure: boolean): Comparison => {
  let known = short.get(score);
  if (!known) {
    const plain = { score, forbidden: false, otherFigure: false, because: NO_REASONS };
    known = { plain, other: { ...plain, otherFigure: true } };
    short.set(score, known);
  }
  return otherFigure ? known.other : known.plain;
};

export const comparisonOf = (found: readonly Evidence[]): Comparison => {
  if (forbids(found)) return FORBIDDEN;
  const score = scoreOf(found);
  const otherFigure = found.some(({ reason }) => reason === 'figure:other');
  if (score < THRESHOLD) return tooShort(score, otherFigure);
  return { score, forbidden: false, otherFigure, because: reasonsFor(found) };
};

/** The reasons that speak for it, strongest first. */
export const reasonsFor = (found: readonly Evidence[]): readonly string[] =>
  found
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.reason < b.reason ? -1 : 1))
    .map(({ reason }) => reason);
