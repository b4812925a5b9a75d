/** All incidents at one place. */
export interface Spot {
  /** Place id. */
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** 1 the place itself · 2 near it · 3 a district · 4 a governorate, river or front. */
  readonly precision: number;
  readonly count: number;
  /** Family, or holder, by which it is coloured; null where there are several. */
  readonly tone: string | null;
}

/** A mark on the map: one spot, or several that are too close to be told apart at this scale. */
export interface Mark {
  /** The spot with most incidents first. */
  readonly spots: readonly Spot[];
  readonly x: number;
  readonly y: number;
  readonly count: number;
  readonly isArea: boolean;
  readonly precision: number;
  /** CSS pixels; of an area, what it reaches. */
  readonly radius: number;
  readonly tone: string | null;
}

const SMALLEST = 4.5;
const LARGEST = 24;
/** Two marks are one when their centres are nearer than this share of their radii together. */
const TOO_CLOSE = 0.8;

/** Radius of a disc: its area grows with the number of incidents. */
const discRadius = (count: number, most: number): number =>
  Math.max(SMALLEST, Math.min(LARGEST, 9 + Math.sqrt(most) * 1.6) * Math.sqrt(count / most));

interface Host {
  spots: Spot[];
  x: number;
  y: number;
  count: number;
  radius: number;
}

/** Looks for a host near a point in a grid of cells. */
const hostNear = (
  grid: ReadonlyMap<number, readonly Host[]>,
  cell: number,
  px: number,
  py: number,
  radius: number,
): Host | null => {
  const [column, row] = [Math.floor(px / cell), Math.floor(py / cell)];
  for (let dx = -1; dx <= 1; dx++)
    for (let dy = -1; dy <= 1; dy++)
      for (const host of grid.get((column + dx) * 1_000_003 + row + dy) ?? [])
        if (Math.hypot(host.x - px, host.y - py) < (host.radius + radius) * TOO_CLOSE) return host;
  return null;
};

const joined = (spots: readonly Spot[], scale: number, most: number): readonly Host[] => {
  const grid = new Map<number, Host[]>();
  const cell = 2 * LARGEST;
  const hosts: Host[] = [];
  for (const spot of spots) {
    const [px, py] = [spot.x * scale, spot.y * scale];
    const radius = discRadius(spot.count, most);
    const host = hostNear(grid, cell, px, py, radius);
    if (host) {
      host.spots.push(spot);
      host.count += spot.count;
      host.radius = discRadius(Math.min(host.count, most), most);
      continue;
    }
    const made: Host = { spots: [spot], x: px, y: py, count: spot.count, radius };
    hosts.push(made);
    const key = Math.floor(px / cell) * 1_000_003 + Math.floor(py / cell);
    const cells = grid.get(key);
    if (cells) cells.push(made);
    else grid.set(key, [made]);
  }
  return hosts;
};

const toneOf = (spots: readonly Spot[]): string | null => {
  const [first] = spots;
  return first && spots.every(({ tone }) => tone === first.tone) ? first.tone : null;
};

/**
 * Marks for spots, most incidents first. Areas and points are never joined, because they do not mean the same, and an
 * area is as large as what it stands for (`reachOf`, in pixels).
 */
export const marksOf = (spots: readonly Spot[], scale: number, reachOf: (spot: Spot) => number): readonly Mark[] => {
  const most = Math.max(1, ...spots.map(({ count }) => count));
  const [areas, points] = [
    spots.filter(({ precision }) => precision >= 3),
    spots.filter(({ precision }) => precision < 3),
  ];
  const marks = [
    ...areas.map((spot): Mark => ({ ...spot, spots: [spot], isArea: true, radius: reachOf(spot) })),
    ...joined(points, scale, most).map(
      ({ spots: own, x, y, count, radius }): Mark => ({
        spots: own,
        x: x / scale,
        y: y / scale,
        count,
        radius,
        isArea: false,
        precision: Math.max(...own.map(({ precision }) => precision)),
        tone: toneOf(own),
      }),
    ),
  ];
  return marks;
};
