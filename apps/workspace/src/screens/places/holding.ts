import type { Control, ControlSpan } from '@isnad/client';
import { knownDays } from '@isnad/model';

export type Ledger = Control['ledgers'][number];

export interface Holding {
  readonly ledger: Ledger;
  /** Who is said to hold it on the day, or to have part of it. */
  readonly holders: readonly string[];
  readonly isContested: boolean;
  /** Two independent roots say so, or the losing side does. */
  readonly isAssessed: boolean;
  readonly spans: readonly ControlSpan[];
}

const covers = ({ from, to }: ControlSpan, day: number): boolean => {
  const first = from === null ? null : (knownDays(from)?.first ?? null);
  const last = to === null ? null : (knownDays(to)?.last ?? null);
  return (first === null || first <= day) && (last === null || day <= last);
};

const DISPUTED: ReadonlySet<string> = new Set(['contested', 'besieged', 'fire-control']);

/** Who is said to hold a place on a day. What somebody lost is no holding of theirs. */
export const holdingOn = (ledger: Ledger, day: number): Holding => {
  const spans = ledger.spans.filter((span) => covers(span, day));
  const held = spans.filter(({ holder, status }) => holder !== null && status !== 'lost');
  const holders = [...new Set(held.map(({ holder }) => holder!))];
  return {
    ledger,
    spans,
    holders,
    isContested: holders.length > 1 || spans.some(({ status }) => DISPUTED.has(status)),
    isAssessed: held.some(({ assessed }) => assessed),
  };
};

export interface Bar {
  readonly span: ControlSpan;
  /** Shares of the whole time, from where reading begins. */
  readonly start: number;
  readonly length: number;
  readonly row: number;
  readonly opensBefore: boolean;
  readonly opensAfter: boolean;
}

const THINNEST = 0.012;

/** Spans as bars in rows, none over another. */
export const barsOf = (spans: readonly ControlSpan[], first: number, last: number): readonly Bar[] => {
  const whole = Math.max(1, last + 1 - first);
  const clamp = (share: number) => Math.max(0, Math.min(1, share));
  const ends: number[] = [];
  return spans
    .map((span) => ({
      span,
      from: knownDays(span.from)?.first ?? null,
      to: span.to === null ? null : (knownDays(span.to)?.last ?? null),
    }))
    .sort((a, b) => (a.from ?? first) - (b.from ?? first))
    .map(({ span, from, to }) => {
      const start = Math.min(1 - THINNEST, from === null ? 0 : clamp((from - first) / whole));
      const end = to === null ? 1 : clamp((to + 1 - first) / whole);
      const length = Math.max(THINNEST, end - start);
      const free = ends.findIndex((until) => until <= start + 1e-6);
      const row = free >= 0 ? free : ends.length;
      ends[row] = start + length;
      return { span, start, length, row, opensBefore: from === null, opensAfter: to === null };
    });
};
