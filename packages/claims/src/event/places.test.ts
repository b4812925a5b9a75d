import { readFileSync } from 'node:fs';
import { loadLexicon } from '@isnad/lexicon';
import { reportId } from '@isnad/model';
import { describe, expect, it } from 'vitest';
import { compareCase } from '../cases/compare.js';
import { type Case, parseCases } from '../cases/parse.js';
import { createReader } from '../reader.js';

const file = 'places.cases.txt';
const cases = parseCases(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'), file);
const reader = createReader(loadLexicon());

const read = ({ sentence, published, outlet }: Case) =>
  reader.read({
    path: 'case.txt',
    id: reportId(new TextEncoder().encode(sentence)),
    text: sentence,
    encoding: 'utf-8',
    form: 'plain',
    notes: [],
    given: { title: '', ...(published ? { published } : {}), ...(outlet ? { outlet } : {}) },
  });

describe('where an event was', () => {
  for (const one of cases) {
    const check = () => {
      const events = { ...one, expected: one.expected.filter(({ kind }) => kind === 'event') };
      const reading = read(one);
      const claims = reading.claims.filter(({ kind }) => kind === 'event');
      const { expected, found } = compareCase(events, { ...reading, claims });
      expect(found, `${file}:${one.line}`).toEqual(expected);
    };
    if (one.xfail) it.fails(`${one.title} (xfail: ${one.xfail})`, check);
    else it(one.title, check);
  }
});
