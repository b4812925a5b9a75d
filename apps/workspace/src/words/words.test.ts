import { describe, expect, it } from 'vitest';
import { ar } from './ar.js';
import { en } from './en.js';

const keysOf = (table: object, path = ''): readonly string[] =>
  Object.entries(table).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? keysOf(value, `${path}${key}.`) : `${path}${key}`,
  );

const valuesOf = (table: object): readonly unknown[] =>
  Object.values(table).flatMap((value) => (typeof value === 'object' && value !== null ? valuesOf(value) : [value]));

describe('the tables of words', () => {
  it('have the same keys in the same order', () => {
    expect(keysOf(ar)).toEqual(keysOf(en));
  });

  it('say something under every key', () => {
    for (const table of [ar, en]) expect(valuesOf(table).filter((value) => value === '')).toEqual([]);
  });

  it('are Arabic in Arabic', () => {
    const plain = valuesOf(ar).filter(
      (value) => typeof value === 'string' && /\p{L}/u.test(value) && !/\p{Script=Arabic}/u.test(value),
    );
    expect(plain).toEqual(['English']);
  });

  it('count as the language does', () => {
    expect([0, 1, 2, 3, 11, 100].map(ar.count.incidents)).toEqual([
      'لا حوادث',
      'حادثة واحدة',
      'حادثتان',
      '3 حوادث',
      '11 حادثة',
      '100 حادثة',
    ]);
    expect([1, 2, 1200].map(en.count.incidents)).toEqual(['1 incident', '2 incidents', '1,200 incidents']);
  });
});
