import type { ControlSpan } from '@isnad/client';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../words/dates.js';
import { barsOf, holdingOn, type Ledger } from './holding.js';

const span = (
  holder: string | null,
  status: ControlSpan['status'],
  from: string | null,
  to: string | null,
): ControlSpan => ({
  holder,
  status,
  from,
  to,
  part: 'whole',
  assessed: false,
  claims: [],
});
const ledger = (...spans: readonly ControlSpan[]): Ledger => ({
  place: { id: 'hajin', name: 'Hajin', nameAr: 'هجين', lat: 34.69, lon: 40.83, precision: 1 },
  parent: null,
  spans,
});
const on = (one: Ledger, day: string) => holdingOn(one, dayOf(day));

describe('holdingOn', () => {
  const town = ledger(span('is', 'held', '2018-09-10', '2018-12-13'), span('sdf', 'taken', '2018-12-14', null));
  it.each([
    ['2018-10-01', ['is'], false],
    ['2018-12-14', ['sdf'], false],
    ['2018-01-01', [], false],
  ])('on %s it is held by %j', (day, holders, isContested) => {
    expect(on(town, day)).toMatchObject({ holders, isContested });
  });

  it('is contested where two are said to hold it, and where it is besieged', () => {
    expect(on(ledger(span('is', 'held', null, null), span('sdf', 'taken', null, null)), '2018-12-14').isContested).toBe(
      true,
    );
    expect(on(ledger(span('is', 'besieged', null, null)), '2018-12-14').isContested).toBe(true);
  });

  it('takes what was lost for no holding', () => {
    expect(on(ledger(span('sdf', 'lost', '2018-10-28', '2018-10-28')), '2018-10-28').holders).toEqual([]);
  });
});

describe('barsOf', () => {
  it('puts what overlaps on rows of its own', () => {
    const spans = [
      span('is', 'held', '2018-01-01', '2018-01-05'),
      span('sdf', 'held', '2018-01-04', null),
      span('is', 'held', '2018-01-06', '2018-01-10'),
    ];
    const bars = barsOf(spans, dayOf('2018-01-01'), dayOf('2018-01-10'));
    expect(bars.map(({ row, start, length }) => [row, start, Math.round(length * 10) / 10])).toEqual([
      [0, 0, 0.5],
      [1, 0.3, 0.7],
      [0, 0.5, 0.5],
    ]);
  });
});
