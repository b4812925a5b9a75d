import { describe, expect, it } from 'vitest';
import { alpha } from './alpha.js';

/**
 * The worked example of Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section C: four observers,
 * twelve units, some values missing.
 */
const OBSERVERS = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
];
const units = OBSERVERS[0]!.map((_, unit) =>
  OBSERVERS.flatMap((values) => (values[unit] === null ? [] : [values[unit]!])),
);

describe('Krippendorff’s alpha', () => {
  it.each([
    ['nominal', 0.743],
    ['interval', 0.849],
    ['ratio', 0.797],
  ] as const)('gives for the published %s data %f', (level, expected) => {
    expect(alpha(units, level)).toBeCloseTo(expected, 3);
  });

  it('takes words as values', () => {
    // The two observers of section A, nominal: 0.095.
    const a = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0];
    const b = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0];
    const words = ['no', 'yes'];
    expect(
      alpha(
        a.map((value, i) => [words[value]!, words[b[i]!]!]),
        'nominal',
      ),
    ).toBeCloseTo(0.095, 3);
  });

  it('is 1 where all agree, and nothing where nothing could differ', () => {
    expect(
      alpha(
        [
          [1, 1],
          [2, 2],
        ],
        'nominal',
      ),
    ).toBe(1);
    expect(
      alpha(
        [
          [1, 1],
          [1, 1],
        ],
        'nominal',
      ),
    ).toBeNull();
    expect(alpha([[1], [2]], 'nominal')).toBeNull();
    expect(alpha([], 'ratio')).toBeNull();
  });
});
