import { loadLexicon } from '@isnad/lexicon';
import { reportId } from '@isnad/model';
import { describe, expect, it } from 'vitest';
import { createReader } from '../reader.js';

const reader = createReader(loadLexicon());

const typesIn = (title: string): readonly string[] => {
  const text = `${title}\n\nزار الوفد مدينة طبريا.`;
  const { claims } = reader.read({
    path: 'x.txt',
    id: reportId(new TextEncoder().encode(text)),
    text,
    encoding: 'utf-8',
    form: 'plain',
    notes: [],
    given: { title },
  });
  return claims.flatMap((claim) => (claim.kind === 'event' ? [claim.type] : []));
};

describe('a headline', () => {
  it('tells a death and fire beside it', () => {
    expect(typesIn('مقتل سبعة جنود وسقوط صواريخ على طبريا')).toEqual(['killing', 'shelling']);
  });
  it('tells one event where the fire killed', () => {
    expect(typesIn('مقتل سبعة جنود بسقوط صواريخ على طبريا')).toEqual(['shelling']);
  });
});
