import { describe, expect, it } from 'vitest';
import { placeLabels, textWidth } from './placeLabels.js';

const wanted = (text: string, x: number, y: number) => ({ text, x, y, radius: 5, size: 12 });

describe('placeLabels', () => {
  it('writes beside the point where there is room', () => {
    expect(placeLabels([wanted('هجين', 100, 100)], 300, 200, [])[0]).toMatchObject({ x: 109, anchor: 'start' });
  });

  it('writes on the other side at the edge', () => {
    expect(placeLabels([wanted('Hajin', 290, 100)], 300, 200, [])[0]).toMatchObject({ x: 281, anchor: 'end' });
  });

  it('gives way to the first of two that would meet', () => {
    const [first, second] = placeLabels([wanted('Hajin', 100, 100), wanted('Hawamah', 104, 104)], 300, 200, []);
    expect(first!.anchor).toBe('start');
    expect(second!.anchor).toBe('end');
  });

  it('leaves out what fits nowhere, and keeps its place in the list', () => {
    const crowd = [{ x: 50, y: 50, radius: 200 }];
    expect(placeLabels([wanted('Hajin', 50, 50)], 100, 100, crowd)).toEqual([null]);
  });

  it('takes Arabic letters for narrower than Latin ones, because they join', () => {
    expect(textWidth('هجين', 10)).toBe(20);
    expect(textWidth('Hajin', 10)).toBeCloseTo(28);
  });
});
