import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkWords, wordLists } from './check-words.mjs';

const PREPOSITIONS = new Set(['في', 'من', 'الي']);
const wordsIn = (source) => wordLists(source, PREPOSITIONS).map(({ words }) => words);

describe('words in grammar code', () => {
  it.each([
    ['a pattern', 'const NEAR = /^(?:قريب|مقرب)$/;', [['قريب', 'مقرب']]],
    ['an array', "new Set(['ثلث', 'نصف'])", [['ثلث', 'نصف']]],
    ['a template', 'new RegExp(`^(?:ثلث|نصف)$`)', [['ثلث', 'نصف']]],
    ['a list over several lines', "[\n  'ثلث', // a third\n  'نصف',\n]", [['ثلث', 'نصف']]],
  ])('%s of several words is a list', (_, source, lists) => {
    expect(wordsIn(source)).toEqual(lists);
  });

  it.each([
    ['one word with what is written around it', 'spelt(/^[وف]?(?:ال)?حصيل(?:ه|ته|تها)$/)'],
    ['letters that attach', "['و', 'ال', 'ها'].includes(one)"],
    ['a set of letters', 'const SOLAR = /[تثدذرزسشصضطظلن]/;'],
    ['prepositions', "new Set(['في', 'من', 'إلى'])"],
    ['examples in comments', '// «قريب», «مقرب» (near)\n/** نصف, ثلث */'],
    ['a division', "const half = all / 2; const name = 'نصف';"],
    ['words apart from one another', "one === 'نصف' || other === 'ثلث'"],
  ])('%s is none', (_, source) => {
    expect(wordsIn(source)).toEqual([]);
  });

  it('names the line', () => {
    expect(wordLists("const a = 1;\n\nconst b = ['ثلث', 'نصف'];\n", PREPOSITIONS)).toEqual([
      { line: 3, words: ['ثلث', 'نصف'] },
    ]);
  });

  it('stand in data in this house', () => {
    const { files, problems } = checkWords(fileURLToPath(new URL('..', import.meta.url)));
    expect(problems).toEqual([]);
    expect(files).toBeGreaterThan(100);
  });
});
