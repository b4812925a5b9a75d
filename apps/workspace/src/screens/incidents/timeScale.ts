import { scaleUtc } from 'd3-scale';

const DAY_MS = 86_400_000;

/** Days to pixels, mirrored where reading goes to the left. */
export const timeScale = (first: number, end: number, width: number, direction: 1 | -1) => {
  const span = Math.max(1, end - first);
  const along = (day: number) => ((day - first) / span) * width;
  return {
    x: (day: number): number => (direction === 1 ? along(day) : width - along(day)),
    day: (x: number): number => first + ((direction === 1 ? x : width - x) / Math.max(1, width)) * span,
  };
};

export interface Tick {
  readonly day: number;
  readonly unit: 'day' | 'month' | 'year';
}

const ROOM = 92;

/** Days that an axis names, as many as there is room for, none at the very edge. */
export const axisTicks = (first: number, last: number, width: number): readonly Tick[] => {
  const most = Math.max(2, Math.floor(width / ROOM));
  const days = scaleUtc([new Date(first * DAY_MS), new Date(last * DAY_MS)], [0, 1])
    .ticks(most)
    .map((date) => Math.floor(date.getTime() / DAY_MS));
  const step = days.length > 1 ? days[1]! - days[0]! : last - first;
  const unit = step >= 360 ? 'year' : step >= 28 ? 'month' : 'day';
  const margin = ((last - first) * 34) / Math.max(1, width);
  return days.filter((day) => day >= first + margin && day <= last - margin).map((day) => ({ day, unit }));
};
