import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

export interface Column<T> {
  readonly label: string;
  readonly show: (row: T) => ComponentChildren;
  /** What the column is sorted by; without it, it cannot be. */
  readonly by?: (row: T) => string | number;
  readonly isCount?: boolean;
}

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? b - a : String(a).localeCompare(String(b));

/** A table that its heads sort: numbers from the largest, words from the first letter; once more turns it round. */
export const DataTable = <T,>({
  label,
  rows,
  columns,
  keyOf,
}: {
  readonly label: string;
  readonly rows: readonly T[];
  readonly columns: readonly Column<T>[];
  readonly keyOf: (row: T) => string;
}) => {
  const [sorted, setSorted] = useState<{ readonly column: number; readonly isTurned: boolean } | null>(null);
  const by = sorted === null ? undefined : columns[sorted.column]?.by;
  const order = by ? rows.toSorted((a, b) => compare(by(a), by(b)) * (sorted!.isTurned ? -1 : 1)) : rows;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section class="scroll" tabIndex={0} aria-label={label}>
      <table>
        <thead>
          <tr>
            {columns.map(({ label: head, by: key, isCount }, i) => (
              <th
                key={head}
                scope="col"
                class={isCount ? 'count' : ''}
                aria-sort={
                  sorted?.column === i ? (Boolean(isCount) === sorted.isTurned ? 'ascending' : 'descending') : undefined
                }
              >
                {key ? (
                  <button
                    type="button"
                    class="sort"
                    onClick={() => setSorted({ column: i, isTurned: sorted?.column === i && !sorted.isTurned })}
                  >
                    {head}
                  </button>
                ) : (
                  head
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {order.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ label: head, show, isCount }, i) =>
                i === 0 ? (
                  <th key={head} scope="row">
                    {show(row)}
                  </th>
                ) : (
                  <td key={head} class={isCount ? 'count' : ''}>
                    {show(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
