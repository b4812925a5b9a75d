import { atOnce, type Steps, sortSteps } from '../steps.js';
import { badRequest } from './refused.js';

/** Where a page ended: the sort keys and the id of its last item. */
export type Position = readonly (string | number)[];

export const cursorOf = (position: Position): string => Buffer.from(JSON.stringify(position)).toString('base64url');

/** A cursor read back; refused unless it holds so many keys. */
export const positionOf = (cursor: string, keys: number): Position => {
  let found: unknown;
  try {
    found = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    found = null;
  }
  const isPosition =
    Array.isArray(found) && found.length === keys && found.every((key) => ['string', 'number'].includes(typeof key));
  if (!isPosition)
    throw badRequest('api/bad-cursor', 'The cursor is none of this list', 'Take `next` of the page before, as it is.');
  return found as Position;
};

export interface Paging {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface PageOf<T> {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly total: number;
}

const compare = (a: Position, b: Position): number => {
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i]!, b[i]!];
    if (x < y) return -1;
    if (x > y) return 1;
  }
  return 0;
};

/**
 * A page of a list in the order of its positions. The cursor holds the position, not a number of rows, so that a page
 * goes on where the last ended even when the list has changed meanwhile.
 */
export const pageFrom = <T, R>(
  sorted: readonly T[],
  position: (item: T) => Position,
  { limit, cursor }: Paging,
  show: (item: T) => R,
): PageOf<R> => {
  let from = 0;
  if (cursor !== undefined && sorted.length > 0) {
    const last = positionOf(cursor, position(sorted[0]!).length);
    let high = sorted.length;
    while (from < high) {
      const middle = (from + high) >> 1;
      if (compare(position(sorted[middle]!), last) <= 0) from = middle + 1;
      else high = middle;
    }
  }
  const items = sorted.slice(from, from + limit);
  const more = from + limit < sorted.length;
  return { items: items.map(show), next: more ? cursorOf(position(items.at(-1)!)) : null, total: sorted.length };
};

/** Sorts by position. */
export const inOrderSteps = function* <T>(items: readonly T[], position: (item: T) => Position): Steps<readonly T[]> {
  const placed: (readonly [Position, T])[] = [];
  for (const item of items) {
    yield;
    placed.push([position(item), item]);
  }
  return (yield* sortSteps(placed, ([a], [b]) => compare(a, b))).map(([, item]) => item);
};

/** Sorts by position, at once. */
export const inOrder = <T>(items: readonly T[], position: (item: T) => Position): readonly T[] =>
  atOnce(inOrderSteps(items, position));
