import { readdirSync, readFileSync } from 'node:fs';
import { loadLexicon } from '@isnad/lexicon';
import { type Document, reportId } from '@isnad/model';
import { describe, expect, it } from 'vitest';
import { createReader } from '../reader.js';
import { compareCase } from './compare.js';
import { parseCases } from './parse.js';

const folder = new URL('../../events/', import.meta.url);
const reader = createReader(loadLexicon());
const files = readdirSync(folder).filter((name) => name.endsWith('.cases.txt'));

const documentOf = (text: string, published: string | null, outlet: string | null): Document => ({
  path: 'case.txt', id: reportId(new TextEncoder().encode(text)), text, encoding: 'utf-8', form: 'plain', notes: [],
  given: { title: '', ...(published ? { published } : {}), ...(outlet ? { outlet } : {}) },
});

for (const file of files)
  describe(file, () => {
    for (const one of parseCases(readFileSync(new URL(file, folder), 'utf8'), file)) {
      const check = () => {
        const { expected, found } = compareCase(one, reader.read(documentOf(one.sentence, one.published, one.outlet)));
        expect(found, `${file}:${one.line}`).toEqual(expected);
      };
      // A known failure stays in the file and fails the run when it begins to pass.
      if (one.xfail) it.fails(`${one.title} (xfail: ${one.xfail})`, check);
      else it(one.title, check);
    }
  });

describe('every event type', () => {
  it.each(readdirSync(folder).filter((name) => name.endsWith('.yaml')))('%s has cases beside its words', (name) => {
    const cases = parseCases(readFileSync(new URL(name.replace('.yaml', '.cases.txt'), folder), 'utf8'), name);
    const type = name.replace('.yaml', '');
    expect(cases.some((one) => one.expected.some((line) => line.kind === 'event' && line.type === type))).toBe(true);
  });
});
