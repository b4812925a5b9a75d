import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, readLetters } from './letters.js';

const table = readFileSync(new URL('./letters.cases.txt', import.meta.url), 'utf8');
const withControls = (text: string) =>
  text.replace(/\[U\+([0-9A-F]{4})\]/g, (_whole, code) => String.fromCharCode(Number.parseInt(code, 16)));

for (const section of table.split(/^## /m).slice(1)) {
  const [title, ...lines] = section.split('\n');
  const cases = lines.filter((line) => line !== '').map((line) => line.split(' ==> '));
  describe(`letters: ${title}`, () => {
    it.each(cases)('%s ==> %s', (text, view) => {
      expect(readLetters(withControls(text!)).view).toBe(view);
    });
  });
}

/** Text of the letters, marks and signs that the rules speak of, and of any others. */
const texts = fc.oneof(
  fc
    .array(fc.constantFrom(...'قصفدهاشلأىةـَ.*_/|-•· \n10٥"«[\u200f\ufefb\ufdfa\ud83d'), { maxLength: 24 })
    .map((units) => units.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

describe('the view', () => {
  it('changes no more when it is normalised again', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = readLetters(text).view;
        expect(readLetters(once).view).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  it('maps each of its letters to a place in the original, in order', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { view, at } = readLetters(text);
        expect(at.length).toBe(view.length + 1);
        expect(at[view.length]).toBe(text.length);
        for (let index = 1; index <= view.length; index++) expect(at[index]).toBeGreaterThanOrEqual(at[index - 1]!);
      }),
      { numRuns: 2000 },
    );
  });

  it('of a long text of ligatures has room for all they open to', () => {
    expect(readLetters('ﷺ'.repeat(100)).view).toBe('صلي الله عليه وسلم'.repeat(100));
  });

  it('of a phrase of the lexicon is trimmed', () => {
    expect(fold('  قوات  سوريا\nالديمقراطية ')).toBe('قوات سوريا الديمقراطيه');
  });
});

describe('masked passages', () => {
  /** The view of a text whose tags and entities are masked. */
  const view = (text: string) => {
    const masked = [...text.matchAll(/<script>.*?<\/script>|(?:<[^>]*>|&[#a-z0-9]+;)+/gi)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }));
    const letters = readLetters(text, masked);
    for (let index = 0; index < letters.view.length; index++) {
      const unit = text[letters.at[index]!];
      if (/[\u0621-\u064a]/.test(letters.view[index]!)) expect(unit).toMatch(/[\u0621-\u064a&]/);
    }
    return letters.view;
  };
  it.each([
    ['blocks break the line', '<p>قتل خمسة</p><p>وأصيب عشرة</p>', '\nقتل خمسه\nواصيب عشره\n'],
    ['a line break', 'قتل<br/>وأصيب', 'قتل\nواصيب'],
    ['marks of emphasis stand inside words', 'ال<b>قصف</b>', 'القصف'],
    ['links are words apart', '<a href="x">هجين</a><a>السوسة</a>', ' هجين السوسه '],
    ['a space that is an entity', 'قتل&nbsp;خمسة', 'قتل خمسه'],
    ['quotation marks that are entities', '&laquo;قسد&raquo;', '"قسد"'],
    ['letters that are entities', '&#1607;&#1580;&#1610;&#x646;', 'هجين'],
    ['an unknown entity', 'قتل&foo;خمسة', 'قتل خمسه'],
    ['a script', 'قتل<script>var x</script>خمسة', 'قتل\nخمسه'],
  ])('%s', (_what, text, expected) => {
    expect(view(text)).toBe(expected);
  });
});
