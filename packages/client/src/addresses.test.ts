import { routes } from '@isnad/api';
import { expect, it } from 'vitest';
import { ADDRESSES } from './addresses.js';

it('has the address of every route; if not, run node tools/write-addresses.mjs', () => {
  const expected = Object.entries(routes).map(([operation, { method, path }]) => [
    operation,
    [method.toUpperCase(), path],
  ]);
  expect(Object.entries(ADDRESSES)).toEqual(expected);
});
