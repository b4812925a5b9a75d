import { expect, test } from 'vitest';
import { type Draft, event, figure, incidentOf, recordOf, report } from '../world.fixture.js';

const strike = (told = {}) =>
  event('e', 'air-strike', { actors: ['army'], targets: ['front'], places: ['market'], ...told });
const killed = (of: string, told = {}) => figure('f', 'killed', of, 12, { event: 'e', ...told });
const a = (...drafts: readonly Draft[]) => report('a', { outlet: 'agency' }, ...drafts);
const b = (...drafts: readonly Draft[]) => report('b', { outlet: 'north-news' }, ...drafts);

test.each([
  ['fighters only: no grade', [a(strike(), killed('front'))], null],
  ['one root, however detailed', [a(strike(), killed('civilians'))], 'weak'],
  [
    'two reports of one root',
    [
      a(strike({ attribution: ['observatory'] }), killed('children', { attribution: ['observatory'] })),
      b(strike({ attribution: ['observatory'] })),
    ],
    'weak',
  ],
  ['two roots and a named side', [a(strike(), killed('civilians')), b(strike(), killed('civilians'))], 'fair'],
  [
    'two roots, no side named',
    [a(strike({ actors: [] }), killed('civilians')), b(strike({ actors: [] }), killed('civilians'))],
    'weak',
  ],
  [
    'two roots name sides that have nothing to do with each other',
    [a(strike(), killed('civilians')), b(strike({ actors: ['rebels'] }), killed('civilians'))],
    'contested',
  ],
  ['the side itself counts the civilians', [a(strike(), killed('civilians', { attribution: ['army'] }))], 'confirmed'],
  [
    'the side says only that it struck',
    [a(strike({ attribution: ['army'] }), killed('civilians', { attribution: ['observatory'] }))],
    'fair',
  ],
  [
    'its victims say so: no admission',
    [a(strike({ attribution: ['front'] }), killed('civilians', { attribution: ['front'] }))],
    'weak',
  ],
  ['arrests are no harm to life', [a(event('e', 'arrest', { actors: ['army'], targets: ['civilians'] }))], null],
  [
    'a campaign with its toll is no incident',
    [a(strike({ targets: ['civilians'], date: '2020-01-01/2020-03-10' }))],
    null,
  ],
])('%s', (_, readings, value) => {
  const { grade } = incidentOf(recordOf(readings), 'a#e');
  expect(grade).toEqual(value && { value, by: 'suggested' });
});
