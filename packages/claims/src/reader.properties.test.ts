import { readdirSync, readFileSync } from 'node:fs';
import { loadLexicon } from '@isnad/lexicon';
import { type Claim, type Document, type Quote, reportId } from '@isnad/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCases } from './cases/parse.js';
import { createReader } from './reader.js';

const MUTATIONS = 10_000;
const folder = new URL('../events/', import.meta.url);
const sentences = readdirSync(folder)
  .filter((name) => name.endsWith('.cases.txt'))
  .flatMap((name) => parseCases(readFileSync(new URL(name, folder), 'utf8'), name))
  .map(({ sentence }) => sentence);
const reader = createReader(loadLexicon());

/** What careless typing, broken encodings and page templates put into a text. */
const noise = fc.constantFrom(
  ...['\u0640', '\u064b', '\u200f', '\u202b', '\u200c', '\u00a0', '\ufeff', '\ufffd', '\ud83d', '\udca5'],
  ...['(', ')', '«', '"', '،', '؛', ':', '...', '\n', '\n\n', '\t', '|', '#', '- '],
  ...['٣', '12', '10/9', '2018', '٫', '%', '0', 'و', 'ال', 'ب', 'من ', 'لم ', 'أن ', 'NATO', 'ÿ'],
);

type Mutation = (text: string) => string;
const at = fc.nat(400);
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(at, noise).map(
    ([from, put]) =>
      (text: string) =>
        text.slice(0, from) + put + text.slice(from),
  ),
  fc.tuple(at, fc.nat(12)).map(
    ([from, count]) =>
      (text: string) =>
        text.slice(0, from) + text.slice(from + count),
  ),
  fc.tuple(at, at).map(
    ([from, to]) =>
      (text: string) =>
        text + text.slice(Math.min(from, to), Math.max(from, to)),
  ),
  fc.tuple(at, at).map(([a, b]) => (text: string) => {
    const words = text.split(' ');
    const [one, other] = [a % words.length, b % words.length];
    [words[one], words[other]] = [words[other]!, words[one]!];
    return words.join(' ');
  }),
  fc.constantFrom(...sentences).map((other) => (text: string) => `${text} ${other}`),
);

const mutated = fc
  .tuple(fc.constantFrom(...sentences), fc.array(mutation, { minLength: 1, maxLength: 6 }))
  .map(([text, mutations]) => mutations.reduce((now, mutate) => mutate(now), text));

const documentOf = (text: string): Document => ({
  path: 'mutated.txt',
  id: reportId(new TextEncoder().encode(text)),
  text,
  encoding: 'utf-8',
  form: 'plain',
  notes: [],
  given: { title: '', published: '2018-12-17' },
});

const quotesOf = (claim: Claim): readonly Quote[] => [
  claim.span,
  ...claim.places,
  ...(claim.kind === 'event' ? [claim.trigger] : []),
];

describe(`${MUTATIONS.toLocaleString('en')} damaged texts`, () => {
  it('are read without an error; spans are their quotes, ids are unique, and references lead back', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const { claims, persons } = reader.read(documentOf(text));
        const quotes = [...claims.flatMap(quotesOf), ...persons];
        for (const { start, end, text: words } of quotes) expect(text.slice(start, end)).toBe(words);
        const order = new Map(claims.map(({ id }, index) => [id, index]));
        expect(order.size).toBe(claims.length);
        for (const claim of claims) {
          const back = claim.kind === 'event' ? claim.repeats : claim.partOf;
          if (back !== null) {
            expect(order.has(back)).toBe(true);
            expect(back).not.toBe(claim.id);
          }
        }
      }),
      { numRuns: MUTATIONS },
    );
  }, 240_000);
});
