import { describe, expect, it } from 'vitest';
import { evenly } from './bulk.js';

describe('rows in pieces of few sizes', () => {
  it('keeps every row once and in its place, whatever their number', () => {
    const sizes = new Set<number>();
    for (let count = 0; count <= 400; count++) {
      const rows = Array.from({ length: count }, (_, row) => row);
      const pieces = [...evenly(rows)];
      expect(pieces.flat()).toEqual(rows);
      for (const { length } of pieces) sizes.add(length);
    }
    expect(sizes.size).toBeLessThanOrEqual(8);
  });

  it('sends what a job of a worker reads in one piece', () => {
    expect([...evenly(Array.from({ length: 96 }))]).toHaveLength(1);
  });
});
