import { readFileSync } from 'node:fs';
import { loadLexicon } from '@isnad/lexicon';
import { reportId } from '@isnad/model';
import { Vocabulary } from '@isnad/text';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../parse.js';
import { prepareGrammar } from '../reader.js';

/** A case of `shared-names.cases.txt`: «name» is SIDE by REASONS not SIDES. */
interface NameCase {
  readonly title: string;
  readonly line: number;
  readonly text: string;
  readonly given: Readonly<Record<string, string>>;
  readonly name: string;
  readonly side: string;
  readonly by: readonly string[];
  readonly not: readonly string[];
}

const FILE = 'shared-names.cases.txt';
const OPTIONS: Readonly<Record<string, string>> = { P: 'published', outlet: 'outlet' };

const listOf = (list: string | undefined): readonly string[] => list?.split('+') ?? [];

const readCases = (source: string): NameCase[] =>
  [...source.matchAll(/^== (.+)\n(?:\[(.+)\]\n)?([^=]+)\n==>\n«(.+)» is (\S+)(?: by (\S+))?(?: not (\S+))?$/gm)].map(
    (found) => ({
      title: found[1]!,
      line: source.slice(0, found.index).split('\n').length,
      text: found[3]!,
      given: Object.fromEntries(
        [...(found[2] ?? '').matchAll(/(\w+)=(.*?)(?= \w+=|$)/g)].map(([, key, value]) => [OPTIONS[key!]!, value!]),
      ),
      name: found[4]!,
      side: found[5]!,
      by: listOf(found[6]),
      not: listOf(found[7]),
    }),
  );

const grammar = prepareGrammar(loadLexicon());
const source = readFileSync(new URL(`../../${FILE}`, import.meta.url), 'utf8');
const cases = readCases(source);

/** What the reader makes of the name: the side, why, and those turned down. */
const meant = ({ text, given, name }: NameCase) => {
  const id = reportId(new TextEncoder().encode(text));
  const document = {
    path: 'case.txt',
    id,
    text,
    encoding: 'utf-8',
    form: 'plain',
    notes: [],
    given: { title: '', ...given },
  } as const;
  const { sentences } = parseDocument(document, grammar, new Vocabulary());
  for (const { items } of sentences)
    for (const item of items)
      if (text.slice(item.start, item.end).includes(name)) {
        if (item.side) return { side: item.side.ids[0], why: item.side.why ?? [], rejected: item.side.rejected };
        if (item.metonym) return { side: item.metonym, why: ['date'], rejected: [] };
      }
  return { side: undefined, why: [], rejected: [] };
};

describe(FILE, () => {
  it('holds every case that it has a title for', () => {
    expect(cases.length).toBe([...source.matchAll(/^== /gm)].length);
    expect(cases.length).toBeGreaterThanOrEqual(60);
  });
  for (const one of cases)
    it(one.title, () => {
      const { side, why, rejected } = meant(one);
      expect({ side, why, rejected }, `${FILE}:${one.line}`).toEqual({
        side: one.side,
        why: one.by.length > 0 ? expect.arrayContaining([...one.by]) : expect.anything(),
        rejected: expect.arrayContaining([...one.not]),
      });
    });
});
