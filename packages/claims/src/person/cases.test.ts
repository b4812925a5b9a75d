import { readFileSync } from 'node:fs';
import { loadLexicon } from '@isnad/lexicon';
import { reportId } from '@isnad/model';
import { describe, expect, it } from 'vitest';
import { createReader } from '../reader.js';
import { parsePersonCases, sayPerson } from './cases.js';

const name = 'persons.cases.txt';
const cases = parsePersonCases(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'), name);
const reader = createReader(loadLexicon());

const read = (text: string, title: string) =>
  reader.read({
    path: 'case.txt',
    id: reportId(new TextEncoder().encode(text)),
    text,
    encoding: 'utf-8',
    form: 'plain',
    notes: [],
    given: { title },
  }).persons;

describe(name, () => {
  for (const one of cases) {
    const check = () => {
      const found = read(one.text, one.given);
      const asked = (text: string) => one.expected.find((line) => line.text === text);
      expect(found.map((person) => sayPerson(person, asked(person.text))).sort(), `${name}:${one.line}`).toEqual(
        one.expected.map((line) => sayPerson(line, line)).sort(),
      );
    };
    // A known failure stays in the file and fails the run when it begins to pass.
    if (one.xfail) it.fails(`${one.title} (xfail: ${one.xfail})`, check);
    else it(one.title, check);
  }
});

describe('names of invented people', () => {
  const wanted = cases.flatMap((one) => {
    const found = new Set(read(one.text, one.given).map(({ text }) => text));
    return one.expected
      .filter((line) => !line.described && !line.public)
      .map((line) => ({ text: line.text, isFound: found.has(line.text) }));
  });

  it('are at least 150, known failures among them, and nine in ten are found whole', () => {
    const found = wanted.filter(({ isFound }) => isFound).length;
    expect(wanted.length).toBeGreaterThanOrEqual(150);
    expect(found / wanted.length).toBeGreaterThanOrEqual(0.9);
  });
});

describe('mentions', () => {
  it('quote the text they stand in, in order, and names keep the marks they are written with', () => {
    const text = 'قُتل الشابُّ سَامِر الـدرويشي، وللسيّدةِ نَوال قرنفل طفلةٌ عمرها ٧ سنوات.';
    const found = read(text, '');
    expect(found.map((person) => person.text)).toEqual(['سَامِر الـدرويشي', 'نَوال قرنفل', 'طفلةٌ عمرها ٧ سنوات']);
    for (const { start, end, text: quoted } of found) expect(text.slice(start, end)).toBe(quoted);
  });

  it('bound an age that the text only bounds', () => {
    const [person] = read('عثر على جثة المسن غنوم الصبحاوي (في العقد السابع من عمره) قرب النهر.', '');
    expect(person).toMatchObject({ age: null, ageBetween: [60, 69] });
  });
});
