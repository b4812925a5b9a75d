import type { EventClaim } from '@isnad/model';
import { describe, expect, it } from 'vitest';
import { quoteOf } from './quote.js';

const TEXT = 'قال المصدر إن الأمر هادئ. وذكر أن الطيران قصف السوق فجر اليوم وعاد. ثم هدأت المدينة.';

const claimOn = (words: string, trigger: string, text = TEXT): EventClaim & { report: string } => {
  const start = text.indexOf(words);
  const at = text.indexOf(trigger, start);
  return {
    id: 'c:1',
    kind: 'event',
    type: 'air-strike',
    span: { start, end: start + words.length, text: words },
    trigger: { start: at, end: at + trigger.length, text: trigger },
    actors: [],
    targets: [],
    places: [],
    date: null,
    modality: 'asserted',
    attribution: [],
    repeats: null,
    rule: 'fixture',
    report: 'r',
  };
};

describe('quoteOf', () => {
  it('shows a short claim in its sentence, and no more of the text than that', () => {
    expect(quoteOf(claimOn('قصف السوق', 'قصف'), TEXT, 50)).toEqual({
      before: 'وذكر أن الطيران ',
      said: 'قصف السوق',
      after: ' فجر اليوم وعاد',
    });
  });

  it.each([
    [2, '', ''],
    [4, '… الطيران ', ' فجر …'],
    [6, '… أن الطيران ', ' فجر اليوم …'],
  ])('keeps to %i words with those around', (most, before, after) => {
    expect(quoteOf(claimOn('قصف السوق', 'قصف'), TEXT, most)).toEqual({ before, said: 'قصف السوق', after });
  });

  it('clips a long claim around its trigger', () => {
    const long = Array.from({ length: 80 }, (_, i) => (i === 60 ? 'قصف' : `كلمة${i}`)).join(' ');
    const { said } = quoteOf(claimOn(long, 'قصف', long), long, 50);
    expect(said.split(' ').filter((word) => word !== '…')).toHaveLength(50);
    expect(said).toContain(' قصف ');
    expect(said.startsWith('… ')).toBe(true);
  });

  it('quotes alone what has no text', () => {
    expect(quoteOf(claimOn('قصف السوق', 'قصف'), undefined, 50).before).toBe('');
  });
});
