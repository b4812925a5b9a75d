import { expect, it } from 'vitest';
import { ownWords } from './ownWords.js';

const own = (texts: readonly string[]) =>
  ownWords(texts).map((words) => words.filter(({ isOwn }) => isOwn).map(({ text }) => text));

it('marks the words that one text alone has, whatever their spelling', () => {
  expect(own(['مقتل 43 شخصاً في غارة', 'مقتل 40 شخصا في غاره جوية'])).toEqual([['43'], ['40', 'جوية']]);
});

it('keeps the text as it was', () => {
  const text = 'مقتل  43، بينهم أطفال';
  expect(
    ownWords([text])[0]!
      .map((word) => word.text)
      .join(''),
  ).toBe(text);
});

it('marks nothing in a single text', () => {
  expect(own(['مقتل 43'])).toEqual([[]]);
});
