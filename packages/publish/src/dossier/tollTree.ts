import { parseEdtf, type Toll, type TollPoint } from '@isnad/model';

export interface TollNode {
  readonly toll: Toll;
  readonly parts: readonly TollNode[];
  readonly latest: TollPoint;
}

const size = (point: TollPoint): number => point.max ?? point.min ?? 0;
const dayOf = (point: TollPoint): number => parseEdtf(point.as_of)?.last ?? Number.NEGATIVE_INFINITY;

const latestOf = (toll: Toll): TollPoint =>
  toll.points.reduce((latest, point) => (dayOf(point) >= dayOf(latest) ? point : latest));

/** Tolls with their parts below them, those with most points and people first. */
export const tollTree = (tolls: readonly Toll[]): readonly TollNode[] => {
  const known = new Set(tolls.map(({ id }) => id));
  const partsOf = new Map<string, Toll[]>();
  const tops: Toll[] = [];
  for (const toll of tolls)
    if (toll.partOf !== null && toll.partOf !== toll.id && known.has(toll.partOf))
      partsOf.set(toll.partOf, [...(partsOf.get(toll.partOf) ?? []), toll]);
    else tops.push(toll);
  const node = (toll: Toll): TollNode => ({
    toll,
    parts: (partsOf.get(toll.id) ?? []).map(node).sort((a, b) => size(b.latest) - size(a.latest)),
    latest: latestOf(toll),
  });
  return tops
    .map(node)
    .sort(
      (a, b) =>
        b.toll.points.length - a.toll.points.length ||
        b.parts.length - a.parts.length ||
        size(b.latest) - size(a.latest),
    );
};

/** A node and all below it, with depth. */
export const flattened = (
  node: TollNode,
  depth = 0,
): readonly { readonly node: TollNode; readonly depth: number }[] => [
  { node, depth },
  ...node.parts.flatMap((part) => flattened(part, depth + 1)),
];

/** The upper count of a point, in persons; 0 when no number is given. */
export const countOf = size;
