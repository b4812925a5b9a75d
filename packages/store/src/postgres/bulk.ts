import { setImmediate as turn } from 'node:timers/promises';
import type { Rows, Value } from './connection.js';

/** The protocol counts parameters in 16 bits. */
const PARAMETERS = 30_000;
/** Bytes of one statement, about. */
const WEIGHT = 8_000_000;

const weightOf = (value: Value): number =>
  typeof value === 'string' || value instanceof Uint8Array ? value.length : 8;

/** Rows in portions that one statement takes. */
export const portions = function* (rows: Iterable<readonly Value[]>): Generator<readonly (readonly Value[])[]> {
  let [portion, parameters, weight]: [(readonly Value[])[], number, number] = [[], 0, 0];
  for (const row of rows) {
    const own = row.reduce<number>((sum, value) => sum + weightOf(value), 0);
    if (portion.length > 0 && (parameters + row.length > PARAMETERS || weight + own > WEIGHT)) {
      yield portion;
      [portion, parameters, weight] = [[], 0, 0];
    }
    portion.push(row);
    parameters += row.length;
    weight += own;
  }
  if (portion.length > 0) yield portion;
};

/** Rows of a statement that is sent under a name; the first is what a job of a worker reads. */
const SIZES = [96, 64, 32, 16, 8, 4, 2, 1];

/**
 * Cuts rows into pieces of few different sizes, so that a statement over many rows can be sent under a name. To understand
 * one of 96 readings takes the server a third of the time that it takes for all; under a name it does so once a connection.
 */
export const evenly = function* <T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; ) {
    const left = rows.length - at;
    const size = SIZES.find((one) => one <= left)!;
    yield rows.slice(at, at + size);
    at += size;
  }
};

/**
 * The list `($1::…, …), (…)` of rows of so many values, for what stands behind VALUES.
 * @param types PostgreSQL types of the columns
 * @param before how many values stand before those of the rows
 */
export const listOf = (types: readonly string[], rows: number, before = 0): string =>
  Array.from(
    { length: rows },
    (_, row) => `(${types.map((type, at) => `$${before + row * types.length + at + 1}::${type}`).join(', ')})`,
  ).join(', ');

/**
 * Runs a statement over many rows, in as few portions as may be.
 * @param types PostgreSQL types of the columns
 * @param statement made of the list `(…), (…)` that stands behind VALUES
 */
export const runOver = async (
  sql: Rows,
  types: readonly string[],
  rows: Iterable<readonly Value[]>,
  statement: (values: string) => string,
): Promise<void> => {
  // While the server is at one portion the next is made; no more than two are held.
  let before: Promise<unknown> = Promise.resolve();
  for (const portion of portions(rows)) {
    const next = sql.run(statement(listOf(types, portion.length)), ...portion.flat());
    next.catch(() => undefined);
    await before;
    before = next;
    // What was made has to be sent before more is.
    await turn();
  }
  await before;
};

/**
 * Inserts rows into a table; columns with their types, in the order of the values.
 * @param made what the columns are made of, where that is not the values as they are
 */
export const insertAll = (
  sql: Rows,
  table: string,
  columns: Readonly<Record<string, string>>,
  rows: Iterable<readonly Value[]>,
  behind = '',
  made = '',
): Promise<void> => {
  const names = Object.keys(columns).join(', ');
  return runOver(sql, Object.values(columns), rows, (values) =>
    made === ''
      ? `INSERT INTO ${table} (${names}) VALUES ${values} ${behind}`
      : `INSERT INTO ${table} (${names}) SELECT ${made} FROM (VALUES ${values}) AS given (${names}) ${behind}`,
  );
};

/** The key behind the last one of a table. Keys have no gaps, as in SQLite; writers take turns. */
export const nextKey = async (sql: Rows, table: string): Promise<number> =>
  (await sql.one<{ key: number }>(`SELECT coalesce(max(key), 0) + 1 AS key FROM ${table}`))!.key;
