import type { Claim } from '@isnad/client';
import { expect, it } from 'vitest';
import { stretchesOf } from './stretches.js';

const claim = (id: string, start: number, end: number) =>
  ({ id, kind: 'figure', span: { start, end, text: '' } }) as unknown as Claim;
const text = 'قتل عشرة مدنيين في هجين';

it('cuts overlapping spans, and loses no letter', () => {
  const cut = stretchesOf({
    text,
    claims: [claim('a', 0, 15), claim('b', 4, 23)],
    furniture: [{ start: 20, end: 23 }],
    scopes: [{ start: 0, end: 15, attribution: ['sohr'], claims: ['a'] }],
  });
  expect(cut.map((one) => one.text).join('')).toBe(text);
  expect(cut.map(({ claims }) => claims.map(({ id }) => id).join(''))).toEqual(['a', 'ab', 'b', 'b']);
  expect(cut.map(({ begins }) => begins.map(({ id }) => id).join(''))).toEqual(['a', 'b', '', '']);
  expect(cut.map(({ isFurniture }) => isFurniture)).toEqual([false, false, false, true]);
  expect(cut.map(({ scope, scopeBegins }) => [scope !== null, scopeBegins])).toEqual([
    [true, true],
    [true, false],
    [false, false],
    [false, false],
  ]);
});

it('takes spans beyond the text for spans to its end', () => {
  expect(
    stretchesOf({ text: 'قصف', claims: [claim('a', 0, 99)], furniture: [], scopes: [] }).map((one) => one.text),
  ).toEqual(['قصف']);
});
