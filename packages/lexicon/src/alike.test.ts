import { expect, it } from 'vitest';
import { alike } from './alike.js';
import { loadLexicon } from './load.js';

it('gives entries the fields of all of them in one order, and leaves the values as they are', () => {
  const list = [1];
  const [one, other] = alike<{ id: string; a?: number[]; b?: string }>([
    { id: 'x', b: 'y' },
    { a: list, id: 'z' },
  ]);
  expect([one, other].map((entry) => Object.keys(entry!))).toEqual([
    ['id', 'b', 'a'],
    ['id', 'b', 'a'],
  ]);
  expect(one).toEqual({ id: 'x', b: 'y' });
  expect(other!.a).toBe(list);
});

it('is how the tables that readers ask are loaded', () => {
  const { actors, sources, outlets, groups, ambiguous, places } = loadLexicon();
  const tables: readonly Iterable<object>[] = [
    actors.values(),
    sources.values(),
    outlets.values(),
    groups.values(),
    ambiguous.flatMap(({ candidates }) => candidates),
    places.places,
  ];
  for (const table of tables) expect(new Set([...table].map((entry) => Object.keys(entry).join())).size).toBe(1);
});
