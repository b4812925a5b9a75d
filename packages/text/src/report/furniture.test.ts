import { readFileSync } from 'node:fs';
import { readLetters } from '@isnad/arabic';
import { describe, expect, it } from 'vitest';
import { readTokens } from '../tokens.js';
import { Vocabulary } from '../words.js';
import { furnitureLines } from './furniture.js';
import { readLines } from './lines.js';

const vocabulary = new Vocabulary();
const isFurniture = (line: string): boolean => {
  const tokens = readTokens(readLetters(line), vocabulary);
  const lines = readLines(tokens);
  return furnitureLines(tokens, lines, null).has(lines[0]!);
};

const table = readFileSync(new URL('./furniture.cases.txt', import.meta.url), 'utf8');

for (const section of table.split(/^## /m).slice(1)) {
  const [title, ...lines] = section.split('\n');
  const cases = lines.filter((line) => line !== '').map((line) => [line.slice(2), line.startsWith('+')] as const);
  describe(`furniture: ${title}`, () => {
    it.each(cases)('%s: %s', (line, expected) => {
      expect(isFurniture(line)).toBe(expected);
    });
  });
}
