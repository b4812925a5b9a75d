import { readFileSync } from 'node:fs';
import { fold, readLetters } from '@isnad/arabic';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJoined, readTokens } from './tokens.js';
import { Vocabulary } from './words.js';

const vocabulary = new Vocabulary();
/** Words that the table's glued words are made of. */
const words = new Set(['عناصر', 'من', 'مدينة', 'هجين', 'إلى', 'تنظيم', 'دير', 'الزور', 'ديرالزور', 'قتل'].map(fold));
const tokensOf = (text: string) => readTokens(readLetters(text), vocabulary, (stem) => words.has(stem));

const table = readFileSync(new URL('./tokens.cases.txt', import.meta.url), 'utf8');

for (const section of table.split(/^## /m).slice(1)) {
  const [title, ...lines] = section.split('\n');
  const cases = lines.filter((line) => line !== '').map((line) => line.split(' ==> '));
  describe(`tokens: ${title}`, () => {
    it.each(cases)('%s ==> %s', (text, pieces) => {
      expect(
        tokensOf(text!)
          .map(({ start, end }) => text!.slice(start, end))
          .join(' · '),
      ).toBe(pieces);
    });
  });
}

describe('tokens', () => {
  it.each([
    ['هجين والسوسة', 1, true],
    ['هجين و السوسة', 2, true],
    ['5 و10', 2, true],
    ['هجين السوسة', 1, false],
    ['5 10', 1, false],
  ])('«%s»: token %i is joined: %s', (text, index, joined) => {
    expect(isJoined(tokensOf(text), index)).toBe(joined);
  });

  const expectNothingLeftOut = (text: string): void => {
    let end = 0;
    for (const token of [...tokensOf(text), { start: text.length, end: text.length + 1 }]) {
      expect(token.start).toBeGreaterThanOrEqual(end === 0 ? 0 : Math.min(end, token.start));
      expect(token.end).toBeGreaterThan(token.start);
      // Marks have presentation forms as well: U+FCF2 is a tatweel with shadda and fatha, U+FE73 the tail of a drawn letter.
      const gap = text.slice(end, token.start).normalize('NFKC');
      expect(gap.replace(/[\p{Cc}\s\p{M}\p{Cf}\u0640\ufe73._*\u066d\u00b7•/|-]/gu, '')).toBe('');
      end = Math.max(end, token.end);
    }
  };

  it('are in order, apart, and leave out nothing but space and marks of writing', () => {
    const texts = fc.oneof(
      fc
        .array(fc.constantFrom(...'قصفدهاوأىةـَ.*_/-· \n10٥"«[\u200f\ufefb'), { maxLength: 24 })
        .map((units) => units.join('')),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    fc.assert(fc.property(texts, expectNothingLeftOut), { numRuns: 1500 });
  });

  it('leave out no other character, alone or between letters', () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      const character = String.fromCharCode(unit);
      if (/\p{Cs}/u.test(character)) continue;
      for (const text of [character, `ب${character}ت`]) {
        const read = tokensOf(text).reduce((length, { start, end }) => length + end - start, 0);
        if (read < text.length) expectNothingLeftOut(text);
      }
    }
  });
});
