import type { Toll } from '@isnad/client';
import { knownDays } from '@isnad/model';

/** One count in a chart: of the whole, or of a part of it. */
export interface Series {
  readonly toll: Toll;
  /** 0 the whole, 1 a part of it, 2 a part of a part. */
  readonly depth: number;
  readonly spots: readonly Spot[];
}

export interface Spot {
  readonly point: Toll['points'][number];
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly value: number;
}

const spotsOf = ({ points }: Toll): readonly Spot[] =>
  points
    .flatMap((point) => {
      const days = knownDays(point.as_of);
      const day = days?.last ?? days?.first;
      const value = point.min ?? point.max;
      return day == null || value === null ? [] : [{ point, day, value }];
    })
    .sort((a, b) => a.day - b.day);

/** A whole with its parts below it, each after what it is a part of. */
export const seriesOf = (whole: Toll, all: ReadonlyMap<string, Toll>): readonly Series[] => {
  const seen = new Set<string>();
  const walk = (toll: Toll, depth: number): readonly Series[] => {
    if (seen.has(toll.id)) return [];
    seen.add(toll.id);
    const parts = toll.parts.flatMap((id) => all.get(id) ?? []);
    return [{ toll, depth, spots: spotsOf(toll) }, ...parts.flatMap((part) => walk(part, Math.min(2, depth + 1)))];
  };
  return walk(whole, 0);
};

/** Tolls that are a part of none that is shown. */
export const wholesOf = (tolls: readonly Toll[]): readonly Toll[] => {
  const ids = new Set(tolls.map(({ id }) => id));
  return tolls.filter(({ partOf }) => partOf === null || !ids.has(partOf));
};
