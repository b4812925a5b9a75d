import { describe, expect, it } from 'vitest';
import { entryAt } from './entry-at.js';

describe('what stands at a place of a list', () => {
  it('is nothing before the first and behind the last', () => {
    const list = ['أ', 'ب'];
    expect([-2, -1, 0, 1, 2].map((at) => entryAt(list, at))).toEqual([undefined, undefined, 'أ', 'ب', undefined]);
  });
});
