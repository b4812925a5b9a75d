import { describe, expect, it } from 'vitest';
import { type Cuttable, Phrases } from './phrases.js';

const wordOf = (form: string): Cuttable => ({ form, cuts: [], memo: [] });
const tokensOf = (text: string) => text.split(' ').map((form) => ({ kind: 'word', word: wordOf(form) }));
/** What is found at the first word: values and lengths. */
const found = (phrases: Phrases<string>, text: string) =>
  phrases.at(tokensOf(text), 0).map(({ value, length }) => `${value}/${length}`);

describe('phrases that are made when their first word is met', () => {
  const make = (): Phrases<string> => {
    const phrases = new Phrases<string>();
    phrases.add('غاره', 'word'); // raid
    phrases.addWhenMet('غارة', ['جوية', 'على الحي'], () => [
      { next: 'جوية', value: 'air' },
      { next: 'على الحي', value: 'quarter' },
    ]);
    phrases.add('غارة جوية', 'later');
    phrases.add('غارة جوية مركزة', 'focused');
    phrases.addWhenMet('حملة من', ['القصف'], () => [{ next: 'القصف', value: 'campaign' }]);
    return phrases;
  };

  it.each([
    ['غاره', ['word/1']],
    ['غاره جويه', ['air/2', 'later/2', 'word/1']],
    ['غاره جويه مركزه', ['focused/3', 'air/2', 'later/2', 'word/1']],
    ['غاره علي الحي', ['quarter/3', 'word/1']],
    ['حمله من القصف', ['campaign/3']],
    ['حمله من', []],
  ])('finds in «%s» what it would have found at once', (text, expected) => {
    expect(found(make(), text)).toEqual(expected);
  });

  it('finds them by the whole phrase, and makes them once', () => {
    const phrases = make();
    expect(phrases.holds('غاره علي الحي')).toBe(true);
    expect(phrases.holds('غاره علي')).toBe(false);
    expect(found(phrases, 'غاره جويه')).toEqual(['air/2', 'later/2', 'word/1']);
    expect(found(phrases, 'غاره جويه')).toEqual(['air/2', 'later/2', 'word/1']);
  });
});
