import { describe, expect, it } from 'vitest';
import type { Figure } from '../figures.js';
import { drawGrowth } from './growth.js';

const seconds = (at: number, value: number): Figure => ({ name: 'build.seconds', value, unit: 's', at });

describe('the picture of growth', () => {
  it('has a panel for what was measured and none for the rest, and is the same for the same figures', () => {
    const figures = [seconds(1000, 10), seconds(10_000, 40), { name: 'read.mb_per_s', value: 1, unit: 'MB/s' }];
    const svg = drawGrowth(figures);
    expect(svg.match(/<g /g)).toHaveLength(1);
    expect(svg).toContain('isnad build, seconds');
    expect(svg).toContain('<title>40 at 10,000</title>');
    expect(drawGrowth(figures)).toBe(svg);
  });

  it('holds what was measured later for true, in the order of the sizes', () => {
    const svg = drawGrowth([seconds(10_000, 90), seconds(1000, 10), seconds(10_000, 40)]);
    expect(svg.match(/<title>[^<]*/g)).toEqual(['<title>10 at 1,000', '<title>40 at 10,000']);
  });
});
