import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Segmentation, segment } from './clitics.js';
import { fold } from './letters.js';

/** A cut as the table writes it. */
const written = ({ proclitics, definite, stem, enclitic }: Segmentation): string =>
  [proclitics, definite && 'ال', stem, enclitic && `-${enclitic}`].filter(Boolean).join(' + ');

const table = readFileSync(new URL('./clitics.cases.txt', import.meta.url), 'utf8');

for (const section of table.split(/^## /m).slice(1)) {
  const [title, ...lines] = section.split('\n');
  const cases = lines.filter((line) => line !== '').map((line) => line.split(' ==> '));
  describe(`clitics: ${title}`, () => {
    it.each(cases)('%s ==> %s', (word, cut) => {
      const cuts = segment(fold(word!)).map(written);
      expect(cuts[0]).toBe(fold(word!));
      if (cut!.startsWith('never ')) expect(cuts).not.toContain(cut!.slice('never '.length));
      else expect(cuts).toContain(cut);
    });
  });
}

describe('a cut word', () => {
  it('has no cut twice, and no stem of one letter', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'وفبلكسالهمنيتةقص'), minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(letters, (word) => {
        const cuts = segment(fold(word));
        expect(new Set(cuts.map(written)).size).toBe(cuts.length);
        for (const { stem } of cuts) expect(stem.length).toBeGreaterThanOrEqual(2);
      }),
    );
  });
});
