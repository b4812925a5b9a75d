import { parseEdtf, type TollPoint } from '@isnad/model';
import { extent, max } from 'd3-array';
import { scaleLinear, scaleUtc } from 'd3-scale';
import { axisLabel } from './dates.js';
import { Label } from './Label.js';
import { countOf, flattened, type TollNode } from './tollTree.js';

const WIDTH = 560;
/** Taller when there are many points to tell apart. */
const HEIGHTS = { few: 160, many: 240 } as const;
const FEW_POINTS = 3;
const MARGIN = { top: 22, right: 46, bottom: 26, left: 46 } as const;
const DAY_MS = 86_400_000;
const CLOSEST_VALUES = 34;
/** Keeps the first value clear of the axis. */
const INSET = 22;

interface Dated {
  readonly day: number;
  readonly point: TollPoint;
}

const heightFor = (series: readonly { readonly points: readonly unknown[] }[]): number =>
  series.length > 2 || series.some(({ points }) => points.length > FEW_POINTS) ? HEIGHTS.many : HEIGHTS.few;

const dated = (points: readonly TollPoint[]): readonly Dated[] =>
  points
    .flatMap((point) => {
      const day = parseEdtf(point.as_of)?.last;
      return day === undefined || !Number.isFinite(day) ? [] : [{ day, point }];
    })
    .sort((a, b) => a.day - b.day);

const written = ({ min, max, approximate }: TollPoint): string =>
  `${approximate ? '~' : ''}${min === max || max === null ? (min ?? '?') : min === null ? max : `${min}–${max}`}`;

/** Whether a toll has counts of two days at least, so that it can be drawn as steps. */
export const hasCourse = ({ toll }: TollNode): boolean => new Set(dated(toll.points).map(({ day }) => day)).size > 1;

/** The course of a toll and of its parts as steps: a count stands until the next one. */
export const TollSteps = ({ node, title }: { readonly node: TollNode; readonly title: string }) => {
  const series = flattened(node)
    .map(({ node: { toll }, depth }) => ({ id: toll.id, depth, points: dated(toll.points) }))
    .filter(({ points }) => new Set(points.map(({ day }) => day)).size > 1);
  if (!hasCourse(node)) return null;
  const full = heightFor(series);
  const days = series.flatMap(({ points }) => points.map(({ day }) => day));
  const [first = 0, last = 0] = extent(days);
  const x = scaleUtc([new Date(first * DAY_MS), new Date(last * DAY_MS)], [MARGIN.left + INSET, WIDTH - MARGIN.right]);
  const top = max(series, ({ points }) => max(points, ({ point }) => countOf(point))) || 1;
  const y = scaleLinear([0, top], [full - MARGIN.bottom, MARGIN.top]).nice(4);
  const at = ({ day, point }: Dated) => ({
    x: Math.round(x(new Date(day * DAY_MS)) * 10) / 10,
    y: Math.round(y(countOf(point)) * 10) / 10,
  });
  const unit = last - first > 200 ? 'month' : 'day';
  const marked: { x: number; y: number }[] = [];
  const isClear = (spot: { readonly x: number; readonly y: number }): boolean => {
    const clear = !marked.some(
      (other) => Math.abs(other.x - spot.x) < CLOSEST_VALUES && Math.abs(other.y - spot.y) < 13,
    );
    if (clear) marked.push(spot);
    return clear;
  };
  return (
    <svg class="steps" viewBox={`0 0 ${WIDTH} ${full}`}>
      <title>{title}</title>
      {y.ticks(3).map((value) => (
        <g key={value}>
          <line class="grid" x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={y(value)} y2={y(value)} />
          <text class="axis" x={MARGIN.left - 8} y={y(value) + 4} text-anchor="end">
            {value}
          </text>
        </g>
      ))}
      {[first, last].map((day) => (
        <Label
          key={day}
          x={x(new Date(day * DAY_MS))}
          y={full - 6}
          anchor="middle"
          class="axis"
          text={axisLabel(day, unit)}
        />
      ))}
      {series.map(({ id, depth, points }) => {
        const spots = points.map(at);
        const steps = spots.map((spot, i) => (i === 0 ? `M${spot.x} ${spot.y}` : `H${spot.x}V${spot.y}`)).join('');
        return (
          <g key={id} class={`series depth-${Math.min(depth, 2)}`}>
            <path d={steps} />
            {spots.map((spot, i) => (
              <g key={points[i]!.point.claim}>
                <circle cx={spot.x} cy={spot.y} r={depth === 0 ? 4 : 3} />
                {isClear(spot) && (
                  <text class="value" x={spot.x} y={spot.y - 8} text-anchor="middle">
                    {written(points[i]!.point)}
                  </text>
                )}
              </g>
            ))}
          </g>
        );
      })}
    </svg>
  );
};
