import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadLexicon } from '@isnad/lexicon';
import { reportId } from '@isnad/model';
import { afterAll, describe, expect, it } from 'vitest';
import { createReader } from '../reader.js';
import { eventKinds } from '../words/kinds.js';
import { loadEventWords } from '../words/load.js';
import { compareCase } from './compare.js';
import { parseCases } from './parse.js';

/** The page on how to add a type, followed to the letter in a copy of this package's words. */
const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));
const page = readFileSync(join(PACKAGE, '../../docs/how-to/add-an-event-type.md'), 'utf8');
const blocks = [...page.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({
  language,
  text: text!,
}));
const [words, mend] = blocks.filter(({ language }) => language === 'yaml').map(({ text }) => text);
const cases = blocks.find(({ text }) => text.startsWith('== '))!.text;

const folder = mkdtempSync(join(tmpdir(), 'words-'));
afterAll(() => rmSync(folder, { recursive: true }));
for (const part of ['events', 'words']) cpSync(join(PACKAGE, part), join(folder, part), { recursive: true });

describe('the page on adding an event type', () => {
  writeFileSync(join(folder, 'events', 'power-cut.yaml'), `${words!}  ${mend!}`);
  const added = loadEventWords(folder);
  const reader = createReader(loadLexicon(), undefined, added);

  it('gives the new type its names and its place in the record', () => {
    expect(eventKinds(added).get('power-cut')).toMatchObject({
      label: { ar: 'قطع الكهرباء', en: 'Power cut' },
      name: { ar: 'انقطاع الكهرباء', en: 'power cut' },
      family: 'power-cut',
      rhythm: 'once',
      shownWith: 'people',
      sensitive: { en: 'public utilities' },
    });
  });

  it.each(parseCases(cases, 'add-an-event-type.md').map((one) => [one.title, one] as const))('%s', (_title, one) => {
    const reading = reader.read({
      path: 'case.txt',
      id: reportId(new TextEncoder().encode(one.sentence)),
      text: one.sentence,
      encoding: 'utf-8',
      form: 'plain',
      notes: [],
      given: { title: '', ...(one.published ? { published: one.published } : {}) },
    });
    const { expected, found } = compareCase(one, reading);
    expect(found).toEqual(expected);
  });

  it.each([
    ['frame: damage', 'frame: cutoff', /power-cut\.yaml:1: frame: cutoff is not in frames\.yaml/],
    ['rhythm: once', 'rhythm: seldom', /power-cut\.yaml:\d+: record\.rhythm/],
    ['shown-with: people', 'shown-with: birds', /power-cut\.yaml:\d+: shown-with/],
  ])('names a slip: %s for %s', (right, wrong, message) => {
    const broken = mkdtempSync(join(tmpdir(), 'broken-'));
    for (const part of ['events', 'words']) cpSync(join(folder, part), join(broken, part), { recursive: true });
    writeFileSync(join(broken, 'events', 'power-cut.yaml'), words!.replace(right, wrong));
    expect(() => loadEventWords(broken)).toThrow(message);
    rmSync(broken, { recursive: true });
  });
});
