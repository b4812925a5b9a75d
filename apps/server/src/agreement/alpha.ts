export type Level = 'nominal' | 'interval' | 'ratio';

/** What the coders gave one unit: values of one field; coders who gave none are left out. */
export type Unit = readonly (string | number)[];

const difference: Readonly<Record<Level, (a: string | number, b: string | number) => number>> = {
  nominal: (a, b) => (a === b ? 0 : 1),
  interval: (a, b) => (Number(a) - Number(b)) ** 2,
  ratio: (a, b) => (Number(a) + Number(b) === 0 ? 0 : ((Number(a) - Number(b)) / (Number(a) + Number(b))) ** 2),
};

/**
 * Krippendorff's alpha: 1 − observed / expected disagreement, over units that two coders or more gave a value
 * (Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011). Null where there is nothing to compare; where all
 * values are the same nothing could disagree by chance, and there is no alpha either.
 */
export const alpha = (units: readonly Unit[], level: Level): number | null => {
  const paired = units.filter((unit) => unit.length > 1);
  const counts = new Map<string | number, number>();
  for (const value of paired.flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
  const values = [...counts];
  const n = values.reduce((sum, [, count]) => sum + count, 0);
  const far = difference[level];
  let expected = 0;
  for (const [a, m] of values) for (const [b, k] of values) expected += m * k * far(a, b);
  if (n < 2 || expected === 0) return null;
  let observed = 0;
  for (const unit of paired) {
    let within = 0;
    for (const a of unit) for (const b of unit) within += far(a, b);
    observed += within / (unit.length - 1);
  }
  return 1 - ((n - 1) * observed) / expected;
};
