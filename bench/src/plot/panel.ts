import { scaleLinear, scaleLog } from 'd3-scale';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Measured values over a size, and what they are held against. */
export interface Curve {
  /** Says in words what is drawn; what is held against it needs none. */
  readonly label: string;
  readonly points: readonly Point[];
  /** Dashed: what growth in step with the size would be. */
  readonly isGuide?: boolean;
}

export interface Panel {
  readonly title: string;
  /** What the sizes count. */
  readonly over: string;
  /** `log`: sizes and values by their orders of magnitude. */
  readonly scale: 'log' | 'linear';
  readonly curves: readonly Curve[];
}

/** Width and height of a panel, and what its axes take of them, in pixels. */
export const [WIDTH, HEIGHT] = [400, 270];
const [LEFT, RIGHT, TOP, BOTTOM] = [58, 96, 40, 44];
const COLOURS = ['#1f4e79', '#b5541c', '#3d7a4e'];
const GUIDE = '#8a8a8a';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const short = (value: number): string => value.toLocaleString('en', { maximumSignificantDigits: 3 });
const at = (value: number): string => value.toFixed(1);

/** An axis that holds these values, from zero on or from the power of ten before them. */
const axisOf = (values: readonly number[], scale: Panel['scale'], range: readonly [number, number]) => {
  const made = scale === 'log' ? scaleLog() : scaleLinear();
  const first = scale === 'log' ? 10 ** Math.floor(Math.log10(Math.min(...values))) : 0;
  made.domain([first, Math.max(...values) * 1.1]).range(range);
  const ticks = made.ticks(4).filter((tick) => scale === 'linear' || Number.isInteger(Math.log10(tick)));
  return { place: (value: number): number => made(value), ticks };
};

/** A panel as SVG, its upper left corner at the origin. */
export const drawPanel = ({ title, over, scale, curves }: Panel): string => {
  const points = curves.flatMap((curve) => curve.points);
  const xs = [...new Set(points.map(({ x }) => x))].sort((a, b) => a - b);
  const x = axisOf(xs, scale, [LEFT, WIDTH - RIGHT]);
  const y = axisOf(
    points.map((point) => point.y),
    scale,
    [HEIGHT - BOTTOM, TOP],
  );
  const grid = y.ticks.map((tick) => {
    const height = at(y.place(tick));
    return `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${height}" y2="${height}" stroke="#e3e3e3"/><text x="${LEFT - 6}" y="${height}" dy="0.35em" text-anchor="end">${short(tick)}</text>`;
  });
  const sizes = (scale === 'log' ? x.ticks : xs).map(
    (tick) =>
      `<text x="${at(x.place(tick))}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${tick.toLocaleString('en')}</text>`,
  );
  let drawn = 0;
  const lines = curves.map(({ label, points: own, isGuide }) => {
    const colour = isGuide ? GUIDE : COLOURS[drawn++ % COLOURS.length]!;
    const corners = own.map((point) => `${at(x.place(point.x))},${at(y.place(point.y))}`);
    const last = own.at(-1)!;
    const dots = isGuide
      ? []
      : own.map(
          (point) =>
            `<circle cx="${at(x.place(point.x))}" cy="${at(y.place(point.y))}" r="3" fill="${colour}"><title>${short(point.y)} at ${point.x.toLocaleString('en')}</title></circle>`,
        );
    const name = isGuide
      ? ''
      : `<text x="${at(x.place(last.x) + 7)}" y="${at(y.place(last.y))}" dy="0.35em" fill="${colour}">${escaped(label)}</text>`;
    return `<polyline points="${corners.join(' ')}" fill="none" stroke="${colour}" stroke-width="${isGuide ? 1 : 2}"${isGuide ? ' stroke-dasharray="4 4"' : ''}/>${dots.join('')}${name}`;
  });
  return [
    `<text x="${LEFT}" y="20" font-size="13" font-weight="600" fill="#222">${escaped(title)}</text>`,
    ...grid,
    ...sizes,
    `<text x="${LEFT + (WIDTH - LEFT - RIGHT) / 2}" y="${HEIGHT - 8}" text-anchor="middle">${escaped(over)}; dashed: in step</text>`,
    ...lines,
  ].join('\n');
};
