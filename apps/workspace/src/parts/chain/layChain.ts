import type { Chain } from '@isnad/client';

type ChainNode = Chain['nodes'][number];

export interface LaidNode {
  /** Null where a line only passes through a column. */
  readonly node: ChainNode | null;
  readonly key: string;
}

export interface LaidLine {
  readonly from: number;
  readonly to: number;
  readonly claims: number;
}

export interface LaidChain {
  /** Columns of nodes, the reports first. */
  readonly columns: readonly (readonly LaidNode[])[];
  /** Between each column and the next: lines from row to row. */
  readonly lines: readonly (readonly LaidLine[])[];
  readonly rows: number;
}

/** Longest way from a report to each node; a circle of sources is cut where it closes. */
const depths = ({ nodes, edges }: Chain): ReadonlyMap<string, number> => {
  const depth = new Map<string, number>();
  const into = new Map<string, string[]>();
  for (const { from, to, how } of edges) if (how !== 'copies') into.set(to, [...(into.get(to) ?? []), from]);
  const visit = (id: string, path: ReadonlySet<string>): number => {
    const known = depth.get(id);
    if (known !== undefined) return known;
    if (path.has(id)) return 0;
    const before = (into.get(id) ?? []).map((from) => visit(from, new Set([...path, id])) + 1);
    const found = Math.max(0, ...before);
    depth.set(id, found);
    return found;
  };
  for (const { id } of nodes) visit(id, new Set());
  return depth;
};

/** Lays a chain of sources out in columns, with as few crossings as ordering by neighbours gives. */
export const layChain = (chain: Chain): LaidChain => {
  const depth = depths(chain);
  const last = Math.max(0, ...depth.values());
  const columns: LaidNode[][] = Array.from({ length: last + 1 }, () => []);
  for (const node of chain.nodes) columns[depth.get(node.id)!]!.push({ node, key: node.id });
  // A line over several columns passes through each on a row of its own.
  const steps: { a: string; b: string; column: number; claims: number }[] = [];
  for (const { from, to, how, claims } of chain.edges) {
    const [start, end] = [depth.get(from)!, depth.get(to)!];
    if (how === 'copies' || end <= start) continue;
    let at = from;
    for (let column = start; column < end; column++) {
      const next = column + 1 === end ? to : `${from}→${to}@${column + 1}`;
      if (column + 1 < end) columns[column + 1]!.push({ node: null, key: next });
      steps.push({ a: at, b: next, column, claims: claims.length });
      at = next;
    }
  }
  const rowOf = (column: number) => new Map(columns[column]!.map(({ key }, row) => [key, row]));
  for (let column = 1; column <= last; column++) {
    const before = rowOf(column - 1);
    const middle = (key: string): number => {
      const rows = steps.filter(({ b, column: c }) => b === key && c === column - 1).map(({ a }) => before.get(a)!);
      return rows.length === 0 ? 0 : rows.reduce((sum, row) => sum + row, 0) / rows.length;
    };
    columns[column]!.sort((a, b) => middle(a.key) - middle(b.key));
  }
  return {
    columns,
    rows: Math.max(...columns.map(({ length }) => length)),
    lines: columns.slice(1).map((_, column) => {
      const [left, right] = [rowOf(column), rowOf(column + 1)];
      return steps
        .filter((step) => step.column === column)
        .map(({ a, b, claims }) => ({ from: left.get(a)!, to: right.get(b)!, claims }));
    }),
  };
};
