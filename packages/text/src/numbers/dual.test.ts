import { readFileSync } from 'node:fs';
import { fold, readLetters } from '@isnad/arabic';
import { describe, expect, it } from 'vitest';
import { readTokens } from '../tokens.js';
import { Vocabulary } from '../words.js';
import { dualOf, readNumbers } from './index.js';

const vocabulary = new Vocabulary();
const table = readFileSync(new URL('./dual.cases.txt', import.meta.url), 'utf8');
const known = new Set(/^# Known for this table: (.*)$/m.exec(table)![1]!.split(' ').map(fold));
const isSingular = (stem: string) => known.has(stem);

for (const section of table.split(/^## /m).slice(1)) {
  const [title, ...lines] = section.split('\n');
  const cases = lines.filter((line) => line !== '').map((line) => line.split(' ==> '));
  describe(`duals: ${title}`, () => {
    it.each(cases)('%s ==> %s', (word, expected) => {
      const dual = dualOf(vocabulary.word(fold(word!)), isSingular);
      const written =
        dual && [dual.singular, dual.construct && 'construct', dual.ambiguous && 'ambiguous'].filter(Boolean).join(' ');
      expect(written ?? 'none').toBe(expected);
    });
  });
}

describe('duals among the numbers', () => {
  const read = (text: string, isCountable?: (stem: string) => boolean) =>
    readNumbers(readTokens(readLetters(text), vocabulary), text, isCountable ? { isCountable } : {}).map(
      ({ min, max, form, noun }) => [min, max, form, noun],
    );

  it('are read where the noun is known', () => {
    expect(read('قتل شخصان في غارتين', isSingular)).toEqual([
      [2, 2, 'dual', 'شخص'],
      [2, 2, 'dual', 'غاره'],
    ]);
  });

  it('are left to the caller where they may be plurals', () => {
    expect(read('مقتل مقاتلين', isSingular)).toEqual([]);
  });

  it('are not read without that knowledge', () => {
    expect(read('قتل شخصان في غارتين')).toEqual([]);
  });

  it('yield to a counted singular: 17 قتيلا', () => {
    expect(read('سقط 17 قتيلا', isSingular)).toEqual([[17, 17, 'digits', undefined]]);
  });
});
