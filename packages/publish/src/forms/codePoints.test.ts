import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codePointsOf } from './codePoints.js';

it('counts each pair of surrogates as one: «🔴 قصف» (red circle, shelling)', () => {
  const text = '🔴 قصف 🔴';
  const at = codePointsOf(text);
  expect([0, 2, 3, 6, text.length].map(at)).toEqual([0, 1, 2, 5, 7]);
});

it('agrees with the code points of what stands before, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, seed) => {
      const before = Array.from(text).slice(0, seed % (text.length + 1));
      expect(codePointsOf(text)(before.join('').length)).toBe(before.length);
    }),
  );
});
