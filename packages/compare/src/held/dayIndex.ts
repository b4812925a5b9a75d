import type { DayInterval } from '@isnad/model';

/** Times longer than this are looked at for every day. */
const LONG = 92;

export interface DayIndex<T> {
  /** What may have been within so many days of a time. */
  readonly around: (days: DayInterval | null, slack: number) => readonly T[];
  /** First and last day of all; null where nothing is dated. */
  readonly period: DayInterval | null;
}

/** Finds things by their days, so that each is held only against what may be the same. */
export const dayIndex = <T extends { readonly days: DayInterval | null }>(all: readonly T[]): DayIndex<T> => {
  const byDay = new Map<number, T[]>();
  const long: T[] = [];
  let [first, last] = [Infinity, -Infinity];
  for (const one of all) {
    const { days } = one;
    if (days === null) continue;
    first = Math.min(first, days.first);
    last = Math.max(last, days.last);
    if (days.last - days.first > LONG) long.push(one);
    else
      for (let day = days.first; day <= days.last; day++) {
        const there = byDay.get(day);
        if (there) there.push(one);
        else byDay.set(day, [one]);
      }
  }
  return {
    period: first <= last ? { first, last } : null,
    around: (days, slack) => {
      if (days === null) return [];
      const found = new Set<T>();
      const [from, to] = [Math.max(first, days.first - slack), Math.min(last, days.last + slack)];
      for (let day = from; day <= to; day++) for (const one of byDay.get(day) ?? []) found.add(one);
      for (const one of long) found.add(one);
      return [...found];
    },
  };
};
