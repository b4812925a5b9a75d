import { describe, expect, test } from 'vitest';
import { event, figure, incidentOf, recordOf, report } from '../world.fixture.js';

const raid = event('e', 'air-strike', { actors: ['army'], targets: ['civilians'], places: ['market'] });
const killed = (n: number | null, told = {}) => figure(`f${n}`, 'killed', 'civilians', n, { event: 'e', ...told });
const open = { max: null };

const rangeOf = (...readings: Parameters<typeof recordOf>[0]) =>
  incidentOf(recordOf(readings), 'a#e').figures.map(({ measure, group, low, best, high }) => [
    measure,
    group,
    low,
    best,
    high,
  ]);

describe('low, best and high', () => {
  test('one number', () => {
    expect(rangeOf(report('a', {}, raid, killed(12)))).toEqual([['killed', 'civilians', 12, 12, 12]]);
  });

  test('independence: the number with more independent voices', () => {
    const quoted = { attribution: ['observatory'] };
    expect(
      rangeOf(
        report('a', { outlet: 'agency' }, raid, killed(12)),
        report('b', { outlet: 'north-news', published: '2020-03-12' }, raid, killed(15, quoted)),
        report('c', { outlet: 'front', published: '2020-03-12' }, raid, killed(15, quoted)),
        report('d', { outlet: 'A blog', published: '2020-03-10' }, raid, killed(12)),
      ),
    ).toEqual([['killed', 'civilians', 12, 12, 15]]);
  });

  test('recency: otherwise that of the later report', () => {
    expect(
      rangeOf(
        report('a', { published: '2020-03-10' }, raid, killed(12)),
        report('b', { published: '2020-03-12' }, raid, killed(15)),
      ),
    ).toEqual([['killed', 'civilians', 12, 15, 15]]);
  });

  test('specificity: of the same day, the exact number', () => {
    expect(
      rangeOf(report('a', {}, raid, killed(12)), report('b', {}, raid, killed(20, { approximate: true }))),
    ).toEqual([['killed', 'civilians', 12, 12, 20]]);
  });

  test('lower: two exact numbers of the same day', () => {
    expect(rangeOf(report('a', {}, raid, killed(15)), report('b', {}, raid, killed(12)))).toEqual([
      ['killed', 'civilians', 12, 12, 15],
    ]);
  });

  test('enemy-claim: what a side says of its enemy stands behind others, and still counts as high', () => {
    const clash = event('e', 'armed-clash', { actors: ['army'], targets: ['front'] });
    const losses = (n: number, by: string) => figure(`f${n}`, 'killed', 'front', n, { event: 'e', attribution: [by] });
    expect(
      rangeOf(
        report('a', { published: '2020-03-10' }, clash, losses(7, 'observatory')),
        report('b', { published: '2020-03-12' }, clash, losses(40, 'army')),
      ),
    ).toEqual([['killed', 'front', 7, 7, 40]]);
  });

  test('"some killed" beside 14 is the same said less exactly; alone it is open', () => {
    expect(rangeOf(report('a', {}, raid, killed(14)), report('b', {}, raid, killed(1, open)))).toEqual([
      ['killed', 'civilians', 14, 14, 14],
    ]);
    expect(rangeOf(report('a', {}, raid, killed(1, open)))).toEqual([['killed', 'civilians', 1, 1, null]]);
  });

  test('unknown is not zero: without a number there is no range', () => {
    expect(rangeOf(report('a', {}, raid, killed(null)))).toEqual([]);
  });

  test('parts stay figures of their own group, and never add to the whole', () => {
    const part = figure('part', 'killed', 'children', 4, { event: 'e', partOf: 'f12' });
    expect(rangeOf(report('a', {}, raid, killed(12), part))).toEqual([
      ['killed', 'children', 4, 4, 4],
      ['killed', 'civilians', 12, 12, 12],
    ]);
  });

  test('"rises to" replaces, it does not add', () => {
    const risen = figure('risen', 'killed', 'civilians', 14, {
      event: 'e',
      scope: 'cumulative',
      from: '2020-03-10',
      to: '2020-03-10',
    });
    expect(rangeOf(report('a', {}, raid, killed(11), risen))).toEqual([['killed', 'civilians', 14, 14, 14]]);
  });
});
