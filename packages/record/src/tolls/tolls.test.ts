import { describe, expect, test } from 'vitest';
import { event, figure, recordOf, report } from '../world.fixture.js';

const since = { scope: 'cumulative' as const, from: '2020-01-01', attribution: ['observatory'], places: ['pocket'] };
const toll = (name: string, of: string, n: number, told = {}) => figure(name, 'killed', of, n, { ...since, ...told });
const shown = (record: ReturnType<typeof recordOf>) =>
  record.tolls.map(({ source, group, from, points }) => [
    source,
    group,
    from,
    points.map(({ as_of, min }) => [as_of, min]),
  ]);

describe('one series a root source, measure, group, window and area', () => {
  test('points of several outlets that quote one source, in order of time', () => {
    const record = recordOf([
      report('b', { outlet: 'north-news', published: '2020-03-14' }, toll('f', 'front', 931)),
      report('a', { outlet: 'agency', published: '2020-03-10' }, toll('f', 'front', 905, { from: '2020-01-01?' })),
    ]);
    expect(shown(record)).toEqual([
      [
        'observatory',
        'front',
        '2020-01-01',
        [
          ['2020-03-10', 905],
          ['2020-03-14', 931],
        ],
      ],
    ]);
  });

  test.each([
    ['another source', { attribution: ['agency'] }],
    ['another window', { from: '2020-02-01' }],
    ['another town', { places: ['tell'] }],
  ])('%s is another series', (_, told) => {
    const places = { places: ['marj'] };
    const record = recordOf([
      report('a', {}, toll('f', 'front', 905, places), toll('g', 'front', 9, { ...places, ...told })),
    ]);
    expect(record.tolls).toHaveLength(2);
  });

  test('parts are nested in their whole', () => {
    const record = recordOf([
      report('a', {}, toll('f', 'civilians', 324), toll('g', 'children', 113, { partOf: 'f' })),
    ]);
    const [whole, part] = ['civilians', 'children'].map((group) => record.tolls.find((one) => one.group === group)!);
    expect([whole!.partOf, part!.partOf]).toEqual([null, whole!.id]);
  });

  test('a share without a number belongs to its incident, and is a point only if there is none', () => {
    const share = (told = {}) => figure('g', 'killed', 'civilians', null, { ...since, partOf: 'f', ...told });
    const strikes = event('e', 'air-strike', { actors: ['army'], targets: ['civilians'] });
    const points = (...told: Parameters<typeof report>[2][]) =>
      recordOf([report('a', {}, toll('f', 'civilians', 324), ...told)]).tolls.flatMap((one) =>
        one.points.map(({ claim }) => claim),
      );
    expect(points(strikes, share({ event: 'e' }))).toEqual(['a#f']);
    expect(points(share())).toEqual(['a#f', 'a#g']);
  });
});

test('a figure that a later "rises to" replaces is the first point of that toll', () => {
  const record = recordOf([
    report(
      'a',
      {},
      event('e', 'car-bomb', { actors: ['front'], targets: ['army'] }),
      event('again', 'car-bomb', { actors: ['front'], targets: ['army'], repeats: 'e' }),
      figure('first', 'killed', 'army', 11, { event: 'e', attribution: ['observatory'] }),
      figure('risen', 'killed', 'army', 14, {
        event: 'again',
        scope: 'cumulative',
        from: '2020-03-09',
        to: '2020-03-10',
        attribution: ['observatory'],
      }),
    ),
  ]);
  expect(shown(record)).toEqual([
    [
      'observatory',
      'army',
      '2020-03-09',
      [
        ['2020-03-10', 11],
        ['2020-03-10', 14],
      ],
    ],
  ]);
});
