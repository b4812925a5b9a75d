import { describe, expect, it } from 'vitest';
import { CASE, CLAIMS, REPORTS, TEXTS } from '../case.fixture.js';
import { stretches } from './markText.js';

const claims = CASE.record.claims
  .filter(({ report }) => report === REPORTS.first)
  .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
const furniture = CASE.readings.get(REPORTS.first)!.report.furniture;
const cut = stretches(TEXTS.first, claims, furniture);

describe('stretches', () => {
  it('join to the whole text again', () => {
    expect(cut.map(({ text }) => text).join('')).toBe(TEXTS.first);
  });

  it('let each claim begin once, and cover its words and no others', () => {
    expect(cut.flatMap(({ begins }) => begins)).toEqual(claims);
    for (const claim of claims)
      expect(
        cut
          .filter((stretch) => stretch.claims.includes(claim))
          .map(({ text }) => text)
          .join(''),
      ).toBe(claim.span.text);
  });

  it('mark the trigger inside its claim, and furniture', () => {
    expect(cut.filter(({ trigger }) => trigger?.id === CLAIMS.strike.id).map(({ text }) => text)).toEqual(['غارة']);
    expect(cut.filter(({ isFurniture }) => isFurniture).map(({ text }) => text)).toEqual(['مقالات ذات صلة']);
  });

  it('stand overlapping spans', () => {
    const at = (id: string, start: number, end: number) => ({
      ...CLAIMS.five,
      id,
      span: { start, end, text: 'abcdef'.slice(start, end) },
    });
    const crossed = stretches('abcdef', [at('c:1', 0, 4), at('c:2', 2, 6)], []);
    expect(crossed.map(({ text, claims: over }) => [text, over.map(({ id }) => id)])).toEqual([
      ['ab', ['c:1']],
      ['cd', ['c:1', 'c:2']],
      ['ef', ['c:2']],
    ]);
  });
});
