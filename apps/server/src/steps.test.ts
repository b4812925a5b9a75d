import { describe, expect, it } from 'vitest';
import { atOnce, groupSteps, indexSteps, inSlices, type Steps, sortSteps } from './steps.js';

describe('work in steps', () => {
  it.each([0, 1, 2, 511, 512, 513, 1_024, 3_000])(
    'sorts %i items as a sort does, equal ones in their order',
    (count) => {
      const items = Array.from({ length: count }, (_, at) => ({ key: (at * 7_919) % 101, at }));
      const before = [...items];
      const compare = (a: { readonly key: number }, b: { readonly key: number }) => a.key - b.key;
      expect(atOnce(sortSteps(items, compare))).toEqual(items.toSorted(compare));
      expect(items).toEqual(before);
    },
  );

  it('groups in the order of the items, and finds the last of one key', () => {
    const words = ['ab', 'b', 'a', 'ab'];
    expect([...atOnce(groupSteps(words, (word) => word.split('')))]).toEqual([
      ['a', ['ab', 'a', 'ab']],
      ['b', ['ab', 'b', 'ab']],
    ]);
    const items = [1, 2, 3].map((at) => ({ id: at < 3 ? 'x' : 'y', at }));
    expect(atOnce(indexSteps(items, ({ id }) => id)).get('x')).toEqual({ id: 'x', at: 2 });
  });

  it('lets others in between two pieces, and ends when it is not wanted any more', async () => {
    let others = 0;
    const timer = setInterval(() => others++, 1);
    // As long as it takes; who never lets others in ends all the same, and has failed.
    const busy = function* (): Steps<string> {
      for (const until = performance.now() + 3000; others < 3 && performance.now() < until; ) yield;
      return 'done';
    };
    expect(await inSlices(busy())).toBe('done');
    expect(others).toBeGreaterThanOrEqual(3);
    clearInterval(timer);
    const endless = function* (): Steps<never> {
      for (;;) yield;
    };
    let asked = 0;
    expect(await inSlices(endless(), () => ++asked < 3)).toBeNull();
  });
});
