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

describe('what holds the place of an event', () => {
  const rolesIn = (sentence: string): readonly string[] =>
    read({ sentence, published: '2018-12-01' } as Case).claims.flatMap((claim) =>
      claim.kind === 'event' ? claim.places.map(({ name, role }) => `${name} ${role}`) : [],
    );
  // اندلعت معارك في جيب هجين الأخير في دير الزور: fights in the last pocket of Hajin in Deir ez-Zor (the governorate)
  it('is the governorate where a region is said to be in its capital', () => {
    expect(rolesIn('اندلعت معارك في جيب هجين الأخير في دير الزور.')).toEqual([
      'Hajin pocket where',
      'Deir ez-Zor within',
    ]);
  });
  // joined by و (and), the city is a second place
  it('is not a city that is joined to it', () => {
    expect(rolesIn('اندلعت معارك في جيب هجين وفي دير الزور.')).toEqual(['Hajin pocket where', 'Deir ez-Zor where']);
  });
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
