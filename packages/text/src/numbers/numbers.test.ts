import { readFileSync } from 'node:fs';
import { readLetters } from '@isnad/arabic';
import { describe, expect, it } from 'vitest';
import { readTokens } from '../tokens.js';
import { Vocabulary } from '../words.js';
import { type NumberMention, readNumbers } from './index.js';

const vocabulary = new Vocabulary();
const numbersIn = (text: string) => readNumbers(readTokens(readLetters(text), vocabulary), text);

const bound = (value: number | null): string => (value === null ? '' : String(value));

/** A reading as the table writes it. */
const written = ({ min, max, approximate, kind, percent, text }: NumberMention): string =>
  [
    `${bound(min)}..${bound(max)}`,
    approximate && '~',
    kind === 'ordinal' && 'ordinal',
    percent && 'percent',
    `'${text}'`,
  ]
    .filter(Boolean)
    .join(' ');

const table = readFileSync(new URL('./numbers.cases.txt', import.meta.url), 'utf8');

for (const section of table.split(/^## /m).slice(1)) {
  const [title, ...lines] = section.split('\n');
  const cases = lines.filter((line) => line.includes(' ==> ')).map((line) => line.split(' ==> '));
  describe(`numbers: ${title}`, () => {
    it.each(cases)('%s ==> %s', (sentence, readings) => {
      expect(numbersIn(sentence!).map(written).join(' ; ') || 'none').toBe(readings);
    });
  });
}
