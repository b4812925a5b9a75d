import { loadLexicon } from '@isnad/lexicon';
import { describe, expect, it } from 'vitest';
import { generatedReports, townsIn } from './reports.js';

describe('generated reports', () => {
  const towns = townsIn(loadLexicon().places.places, 'sy');
  const make = (count: number, seed: number) => [...generatedReports(count, seed, towns, ['وكالة', 'صحيفة'])];

  it('are the same for the same seed, and others for another', () => {
    expect(make(50, 1)).toEqual(make(50, 1));
    expect(make(50, 1)).not.toEqual(make(50, 2));
  });

  it('are as many as were asked for, and more of them are more days', () => {
    const days = (count: number) => new Set(make(count, 3).map(({ published }) => published)).size;
    expect(make(130, 3)).toHaveLength(130);
    expect([days(60), days(600)]).toEqual([1, 10]);
  });

  it('leave no blank of their sentences open', () => {
    for (const { text } of make(100, 4)) expect(text).not.toMatch(/[{}]/);
  });
});
