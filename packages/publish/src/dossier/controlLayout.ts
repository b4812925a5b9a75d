import type { CaseRecord, ControlLedger, ControlSpan } from '@isnad/model';
import { knownDays } from '@isnad/model';
import { scaleUtc } from 'd3-scale';

const DAY_MS = 86_400_000;
/** Share of the track that a bar takes at least, so that a single day can be seen. */
const THINNEST = 1.6;
const FADE = 6;

export interface Bar {
  readonly span: ControlSpan;
  /** Left edge and width, in percent of the track. */
  readonly left: number;
  readonly width: number;
  readonly row: number;
  readonly opensLeft: boolean;
  readonly opensRight: boolean;
}

export interface ControlRow {
  readonly ledger: ControlLedger;
  readonly bars: readonly Bar[];
  readonly rows: number;
}

export interface ControlLayout {
  readonly rows: readonly ControlRow[];
  readonly ticks: readonly { readonly left: number; readonly day: number; readonly unit: 'day' | 'month' }[];
  /** Holders, most bars first: their order gives the colours. */
  readonly holders: readonly string[];
}

interface Ends {
  readonly from: number | null;
  readonly to: number | null;
}

const endsOf = ({ from, to }: ControlSpan): Ends => ({
  from: knownDays(from)?.first ?? null,
  to: knownDays(to)?.last ?? null,
});

const daysIn = (control: CaseRecord['control']): readonly number[] =>
  control
    .flatMap(({ spans }) => spans.map(endsOf))
    .flatMap(({ from, to }) => [from, to])
    .filter((day) => day !== null)
    .sort((a, b) => a - b);

/** Lays out control bars in time, in percent of the track's width. */
export const layOutControl = (control: CaseRecord['control']): ControlLayout => {
  const days = daysIn(control);
  const first = (days[Math.floor(days.length * 0.04)] ?? 0) - 3;
  const last = (days[days.length - 1] ?? 1) + 3;
  const x = scaleUtc([new Date(first * DAY_MS), new Date(last * DAY_MS)], [0, 100]).clamp(true);
  const at = (day: number) => x(new Date(day * DAY_MS));

  const uses = new Map<string, number>();
  for (const { spans } of control)
    for (const { holder } of spans) if (holder !== null) uses.set(holder, (uses.get(holder) ?? 0) + 1);

  const rows = control
    .filter(({ spans }) => spans.length > 0)
    .map((ledger): ControlRow => {
      const ends: number[] = [];
      const bars = [...ledger.spans]
        .map((span) => ({ span, ...endsOf(span) }))
        .sort((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity) || (a.to ?? Infinity) - (b.to ?? Infinity))
        .map(({ span, from, to }): Bar => {
          const start = from === null ? (to === null ? 0 : Math.max(0, at(to) - 3 * FADE)) : at(from);
          const end = to === null ? 100 : at(to + 1);
          const left = Math.min(start, 100 - THINNEST);
          const width = Math.max(end - left, THINNEST);
          const free = ends.findIndex((until) => until <= left + 0.01);
          const row = free >= 0 ? free : ends.length;
          ends[row] = left + width;
          return { span, left, width, row, opensLeft: from === null, opensRight: to === null };
        });
      return { ledger, bars, rows: ends.length };
    })
    .sort((a, b) => b.bars.length - a.bars.length || (a.ledger.place.name < b.ledger.place.name ? -1 : 1));

  const unit = last - first > 75 ? ('month' as const) : ('day' as const);
  return {
    rows,
    ticks: x.ticks(6).map((date) => ({ left: x(date), day: Math.floor(date.getTime() / DAY_MS), unit })),
    holders: [...uses].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([holder]) => holder),
  };
};
