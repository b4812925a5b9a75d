import { readFileSync } from 'node:fs';
import { loadLexicon } from '@isnad/lexicon';
import { type Document, type Reading, reportId } from '@isnad/model';
import { describe, expect, it } from 'vitest';
import { compareCase } from '../cases/compare.js';
import { type Case, parseCases } from '../cases/parse.js';
import { createReader } from '../reader.js';

const FILES = ['attribution.cases.txt', 'modality.cases.txt', 'sides.cases.txt'] as const;
const reader = createReader(loadLexicon());

const documentOf = ({ sentence, published, outlet }: Case): Document => ({
  path: 'case.txt',
  id: reportId(new TextEncoder().encode(sentence)),
  text: sentence,
  encoding: 'utf-8',
  form: 'plain',
  notes: [],
  given: { title: '', ...(published ? { published } : {}), ...(outlet ? { outlet } : {}) },
});

/** The claims that the lines of a case name: these files are about who says what and how, and who did it to whom, not about what else is read. */
const listed = ({ expected }: Case, reading: Reading): Reading => ({
  ...reading,
  claims: reading.claims.filter((claim) =>
    expected.some((line) =>
      line.kind === 'event'
        ? claim.kind === 'event' && claim.trigger.text.includes(line.trigger)
        : claim.kind === 'figure' &&
          claim.measure === line.measure &&
          `${claim.min ?? ''}..${claim.max ?? ''}` === line.range,
    ),
  ),
});

for (const file of FILES)
  describe(file, () => {
    const cases = parseCases(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'), file);
    for (const one of cases) {
      const check = () => {
        const { expected, found } = compareCase(one, listed(one, reader.read(documentOf(one))));
        expect(found, `${file}:${one.line}`).toEqual(expected);
      };
      // A known failure stays in the file and fails the run when it begins to pass.
      if (one.xfail) it.fails(`${one.title} (xfail: ${one.xfail})`, check);
      else it(one.title, check);
    }
  });
