import { readdirSync, readFileSync } from 'node:fs';
import { loadLexicon } from '@isnad/lexicon';
import { type Document, reportId } from '@isnad/model';
import { expect, it } from 'vitest';
import { parseCases } from './cases/parse.js';
import { createReader } from './reader.js';

const folder = new URL('../events/', import.meta.url);
const documents = readdirSync(folder)
  .filter((name) => name.endsWith('.cases.txt'))
  .flatMap((name) => parseCases(readFileSync(new URL(name, folder), 'utf8'), name))
  .map(
    ({ sentence }): Document => ({
      path: 'case.txt',
      id: reportId(new TextEncoder().encode(sentence)),
      text: sentence,
      encoding: 'utf-8',
      form: 'plain',
      notes: [],
      given: { title: '', published: '2018-12-17' },
    }),
  );

// What is known of words is worked out when a text first has them, and kept: no text may be read otherwise for that.
it('reads a report the same, whatever was read before it and with it', () => {
  const lexicon = loadLexicon();
  const read = (those: readonly Document[]) => {
    const reader = createReader(lexicon);
    return those.map((document) => JSON.stringify(reader.read(document)));
  };
  const forwards = read(documents);
  const backwards = read(documents.toReversed()).toReversed();
  const together = createReader(lexicon)
    .readAll(documents)
    .map((reading) => JSON.stringify(reading));
  const differing = documents.flatMap(({ text }, at) =>
    forwards[at] === backwards[at] && forwards[at] === together[at] ? [] : [text],
  );
  expect(differing).toEqual([]);
}, 240_000);
