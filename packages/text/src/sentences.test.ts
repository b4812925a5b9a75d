import { readFileSync } from 'node:fs';
import { readLetters } from '@isnad/arabic';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from './sentences.js';
import { readTokens } from './tokens.js';
import { Vocabulary } from './words.js';

const vocabulary = new Vocabulary();
const sentencesOf = (text: string) => splitSentences(readTokens(readLetters(text), vocabulary), text);

const table = readFileSync(new URL('./sentences.cases.txt', import.meta.url), 'utf8');

for (const section of table.split(/^## /m).slice(1)) {
  const [title, ...lines] = section.split('\n');
  describe(`sentences: ${title}`, () => {
    it.each(lines.filter((line) => line !== ''))('%s', (line) => {
      const text = line.replaceAll('|', '').replaceAll('¶', '\n');
      const expected = line.split('|').map((part) => part.replaceAll('¶', '\n').trim());
      expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
    });
  });
}

describe('sentences', () => {
  it('are in order, apart, and hold every word', () => {
    const pieces = fc.constantFrom('قتل', 'خمسة', 'د', '.', '..', '؟', '"', '(', ')', '10', '\n', 'CNN', ':', ' ');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), fc.constantFrom('', ' '), (parts, glue) => {
        const text = parts.join(glue);
        const tokens = readTokens(readLetters(text), vocabulary);
        const sentences = splitSentences(tokens, text);
        let last = -1;
        for (const { start, end, firstToken, lastToken } of sentences) {
          expect(firstToken).toBeGreaterThan(last);
          expect([start, end]).toEqual([tokens[firstToken]!.start, tokens[lastToken]!.end]);
          last = lastToken;
        }
        const isHeld = (index: number) => sentences.some((s) => s.firstToken <= index && index <= s.lastToken);
        for (const { kind, index } of tokens) if (kind !== 'mark' && kind !== 'break') expect(isHeld(index)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
