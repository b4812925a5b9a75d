import { type Incident, isoDay, knownDays } from '@isnad/model';
import { quantileSorted } from 'd3-array';
import { scaleUtc } from 'd3-scale';
import { FAMILIES, type Family, type Naming } from './naming.js';

const DAY_MS = 86_400_000;
const ROW = 13;
const LANE_HEAD = 20;
const GAP = 3;
const MARK = 12;
const MOST_ROWS = 14;
const AXIS = 26;
/** Spans longer than this many times the middle half of the case are drawn to the edge of it. */
const REACH = 1.5;

export interface Placed {
  readonly incident: Incident;
  readonly family: Family;
  /** Left and right end; equal for a known day. */
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly opensLeft: boolean;
  readonly opensRight: boolean;
  readonly isApproximate: boolean;
}

export interface TimelineLayout {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly { readonly family: Family; readonly y: number; readonly count: number }[];
  readonly placed: readonly Placed[];
  readonly ticks: readonly { readonly x: number; readonly day: number; readonly unit: 'day' | 'month' | 'year' }[];
  readonly undated: readonly Incident[];
  /** Incidents wholly outside the period that most of the case falls in. */
  readonly outside: readonly Incident[];
}

interface Dated {
  readonly incident: Incident;
  readonly first: number;
  readonly last: number;
  readonly opensLeft: boolean;
  readonly opensRight: boolean;
}

/** The period that holds the case, without the few incidents far from all others. */
const periodOf = (dated: readonly Dated[]): readonly [number, number] => {
  const middles = dated.map(({ first, last }) => (first + last) / 2).sort((a, b) => a - b);
  const [early, late] = [quantileSorted(middles, 0.1)!, quantileSorted(middles, 0.9)!];
  const reach = Math.max(14, late - early) * REACH;
  const from = Math.max(middles[0]!, early - reach);
  const to = Math.min(middles[middles.length - 1]!, late + reach);
  return [Math.floor(from) - 1, Math.ceil(to) + 2];
};

const unitOf = (days: number): 'day' | 'month' | 'year' => (days <= 75 ? 'day' : days <= 1500 ? 'month' : 'year');

/** Places incidents in lanes by family and in time from left to right, so that no two marks overlap. */
export const layOutTimeline = (
  incidents: readonly Incident[],
  width: number,
  name: Pick<Naming, 'family'>,
): TimelineLayout | null => {
  const undated: Incident[] = [];
  const dated: Dated[] = [];
  for (const incident of incidents) {
    const days = knownDays(incident.date);
    if (!days) undated.push(incident);
    else
      dated.push({
        incident,
        first: days.first ?? days.last!,
        last: days.last ?? days.first!,
        opensLeft: days.first === null,
        opensRight: days.last === null,
      });
  }
  if (dated.length === 0) return null;
  const [from, to] = periodOf(dated);
  const x = scaleUtc([new Date(from * DAY_MS), new Date(to * DAY_MS)], [8, width - 8]);
  const at = (day: number) => x(new Date(Math.min(to, Math.max(from, day)) * DAY_MS));

  const outside = dated.filter(({ first, last }) => last < from || first > to).map(({ incident }) => incident);
  const inside = dated.filter(({ first, last }) => last >= from && first <= to);
  const lanes: { family: Family; y: number; count: number }[] = [];
  const placed: Placed[] = [];
  let y = 0;
  for (const family of FAMILIES) {
    const of = inside.filter(({ incident }) => name.family(incident.type) === family);
    if (of.length === 0) continue;
    lanes.push({ family, y, count: of.length });
    const rowEnds: number[] = [];
    for (const { incident, first, last, opensLeft, opensRight } of of.sort(
      (a, b) => a.first - b.first || b.last - a.last,
    )) {
      const x0 = opensLeft ? Math.max(8, at(first) - 28) : at(first);
      const x1 = opensRight ? Math.min(width - 8, at(last) + 28) : at(last);
      const free = rowEnds.findIndex((end) => end + GAP <= x0 - MARK / 2);
      const row = free >= 0 ? free : rowEnds.length < MOST_ROWS ? rowEnds.length : placed.length % MOST_ROWS;
      rowEnds[row] = x1 + MARK / 2;
      const isApproximate = /[~?%]/.test(incident.date ?? '');
      placed.push({
        incident,
        family,
        x0,
        x1,
        y: y + LANE_HEAD + row * ROW + ROW / 2,
        opensLeft: opensLeft || first < from,
        opensRight: opensRight || last > to,
        isApproximate,
      });
    }
    y += LANE_HEAD + rowEnds.length * ROW + 8;
  }
  const unit = unitOf(to - from);
  const ticks = x
    .ticks(unit === 'day' ? 8 : 7)
    .map((date) => ({ x: x(date), day: Math.floor(date.getTime() / DAY_MS), unit }))
    .filter((tick, i, all) => i === 0 || tick.day !== all[i - 1]!.day);
  const readable = unit === 'month' ? ticks.filter(({ day }) => isoDay(day).endsWith('-01')) : ticks;
  return { width, height: y + AXIS, lanes, placed, ticks: readable, undated, outside };
};
