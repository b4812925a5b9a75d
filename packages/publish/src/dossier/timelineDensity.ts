import type { Incident } from '@isnad/model';
import { knownDays } from '@isnad/model';
import { max, quantileSorted } from 'd3-array';
import { scaleUtc } from 'd3-scale';
import { FAMILIES, type Family, type Naming } from './naming.js';

const DAY_MS = 86_400_000;
const LANE = 54;
const LANE_HEAD = 20;
const BINS = 120;
const AXIS = 26;
/** Share of the incidents at either end that goes into the first and the last bar. */
const TAIL = 0.005;
/** Room that the name of a month takes. */
const TICK_APART = 80;

export interface DensityLane {
  readonly family: Family;
  readonly y: number;
  readonly height: number;
  readonly count: number;
  readonly bars: readonly { readonly x: number; readonly width: number; readonly height: number }[];
}

export interface Density {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly DensityLane[];
  readonly ticks: readonly { readonly x: number; readonly day: number; readonly unit: 'month' | 'year' }[];
}

/** Incidents too many for a mark each, counted in equal stretches of time by their middle day. */
export const layOutDensity = (
  incidents: readonly Incident[],
  width: number,
  name: Pick<Naming, 'family'>,
): Density | null => {
  const dated = incidents.flatMap(({ date, type }) => {
    const days = knownDays(date);
    const first = days?.first ?? days?.last;
    const last = days?.last ?? days?.first;
    return first == null || last == null ? [] : [{ family: name.family(type), day: (first + last) / 2 }];
  });
  if (dated.length === 0) return null;
  const sorted = dated.map(({ day }) => day).sort((a, b) => a - b);
  const from = quantileSorted(sorted, TAIL)!;
  const to = Math.max(from + 1, quantileSorted(sorted, 1 - TAIL)!);
  const binOf = (day: number) => Math.max(0, Math.min(BINS - 1, Math.floor(((day - from) / (to - from)) * BINS)));
  const counts = new Map<Family, number[]>();
  for (const { family, day } of dated) {
    const bins = counts.get(family) ?? Array.from({ length: BINS }, () => 0);
    bins[binOf(day)]!++;
    counts.set(family, bins);
  }
  const most = max([...counts.values()].flat()) ?? 1;
  const room = LANE - LANE_HEAD;
  const lanes = FAMILIES.filter((family) => counts.has(family)).map((family, row): DensityLane => {
    const bins = counts.get(family)!;
    return {
      family,
      y: row * LANE,
      height: LANE,
      count: bins.reduce((sum, n) => sum + n, 0),
      bars: bins.flatMap((n, i) =>
        n === 0 ? [] : [{ x: (i * width) / BINS, width: width / BINS - 1, height: Math.max(1, (n / most) * room) }],
      ),
    };
  });
  const x = scaleUtc([new Date(from * DAY_MS), new Date(to * DAY_MS)], [0, width]);
  const unit = to - from > 1500 ? ('year' as const) : ('month' as const);
  return {
    width,
    height: lanes.length * LANE + AXIS,
    lanes,
    ticks: x
      .ticks(7)
      .map((date) => ({ x: x(date), day: Math.floor(date.getTime() / DAY_MS), unit }))
      .filter((tick) => tick.x <= width - TICK_APART || tick.x >= width - TICK_APART / 4),
  };
};
