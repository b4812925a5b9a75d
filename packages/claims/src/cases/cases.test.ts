import { readdirSync, readFileSync } from 'node:fs';
import { loadLexicon } from '@isnad/lexicon';
import { type Document, reportId } from '@isnad/model';
import { readReport, Vocabulary } from '@isnad/text';
import { describe, expect, it } from 'vitest';
import { createReader } from '../reader.js';
import { loadEventWords } from '../words/load.js';
import type { WordEntry } from '../words/schema.js';
import { buildSenses } from '../words/senses.js';
import { compareCase } from './compare.js';
import { type Case, parseCases } from './parse.js';

const folder = new URL('../../events/', import.meta.url);
const lexicon = loadLexicon();
const words = loadEventWords();
const reader = createReader(lexicon);

const documentOf = (one: Case): Document => ({
  path: 'case.txt',
  id: reportId(new TextEncoder().encode(one.sentence)),
  text: one.sentence,
  encoding: 'utf-8',
  form: 'plain',
  notes: [],
  given: {
    title: '',
    ...(one.published ? { published: one.published } : {}),
    ...(one.outlet ? { outlet: one.outlet } : {}),
  },
});

const files = readdirSync(folder)
  .filter((name) => name.endsWith('.cases.txt'))
  .map((name) => ({ name, cases: parseCases(readFileSync(new URL(name, folder), 'utf8'), name) }));

for (const { name, cases } of files)
  describe(name, () => {
    for (const one of cases) {
      const check = () => {
        const { expected, found } = compareCase(one, reader.read(documentOf(one)));
        expect(found, `${name}:${one.line}`).toEqual(expected);
      };
      // A known failure stays in the file and fails the run when it begins to pass.
      if (one.xfail) it.fails(`${one.title} (xfail: ${one.xfail})`, check);
      else it(one.title, check);
    }

    it('names only types and measures that there are', () => {
      const unknown = cases.flatMap((one) =>
        one.expected.filter((line) =>
          line.kind === 'event' ? !words.events.has(line.type) : !lexicon.measures.has(line.measure),
        ),
      );
      expect(unknown).toEqual([]);
    });
  });

describe('every event type', () => {
  it.each([...words.events.keys()])('%s is found in a case of its own file', (type) => {
    const own = files.find(({ name }) => name === `${type}.cases.txt`)?.cases ?? [];
    expect(
      own.some((one) => !one.xfail && one.expected.some((line) => line.kind === 'event' && line.type === type)),
    ).toBe(true);
  });
});

describe('every word', () => {
  const senses = buildSenses(words);
  const vocabulary = new Vocabulary();
  const met = new Set<WordEntry>();
  const means = new Set<string>();
  for (const one of files.flatMap((file) => file.cases)) {
    const { tokens } = readReport(documentOf(one), { vocabulary });
    for (let at = 0; at < tokens.length; at++) {
      for (const { value } of senses.triggers.at(tokens, at, true)) met.add(value.entry);
      for (const { value } of senses.means.at(tokens, at)) means.add(value);
      const verb = tokens[at]!.word.form.replace(/^[وف](?=...)/, '');
      for (const { object, sense } of senses.parted.of(verb))
        if (tokens.slice(at + 1).some(({ word }) => word.form === object[0])) met.add(sense.entry);
    }
  }
  const rows = (entries: readonly WordEntry[]) =>
    entries.filter((entry) => !met.has(entry)).map((entry) => JSON.stringify(entry));
  it.each([...words.events.values()])('of $type stands in a case', (event) => {
    expect(rows(event.words ?? [])).toEqual([]);
  });
  it.each([...words.shared])('of the shared «%s» stands in a case', (_, shared) => {
    expect(rows(shared.forms)).toEqual([]);
  });
  it.each(words.means.map(({ tag }) => tag))('a word of the means «%s» stands in a case', (tag) => {
    expect(means).toContain(tag);
  });
});
