import { expect, test } from 'vitest';
import { type Draft, event, recordOf, report } from '../world.fixture.js';

/** The spans of one place: holder, part, status, assessed, from, to. */
const spans = (place: string, ...drafts: readonly Draft[]) =>
  recordOf([report('a', { outlet: 'agency', published: '2020-03-30' }, ...drafts)])
    .control.find((ledger) => ledger.place.id === place)!
    .spans.map(({ holder, part, status, assessed, from, to }) => [holder, part, status, assessed, from, to].join(' '));

const army = { actors: ['army'], targets: ['front'] };
const held = event('held', 'statement-control', { actors: ['front'], date: '2020-03-01' });
const taken = event('taken', 'capture', army);

test('what is held is taken: the holder ends where the taker begins', () => {
  expect(spans('marj', held, taken)).toEqual([
    'front whole held false 2020-03-01 2020-03-10',
    'army whole taken false 2020-03-10 ',
  ]);
});

test('claimed by the taker alone, assessed when the loser says so', () => {
  const admitted = event('taken', 'capture', { ...army, attribution: ['front'] });
  expect(spans('marj', event('taken', 'capture', { ...army, attribution: ['army'] }))).toEqual([
    'army whole taken false 2020-03-10 ',
  ]);
  expect(spans('marj', admitted)).toEqual(['army whole taken true 2020-03-10 ']);
});

test('two independent roots make it assessed', () => {
  const record = recordOf([report('a', { outlet: 'agency' }, taken), report('b', { outlet: 'north-news' }, taken)]);
  expect(record.control[0]!.spans.map(({ assessed }) => assessed)).toEqual([true]);
});

test.each([
  ['half of it', 'السيطرة على نصف المرج', 'half'],
  ['some points', 'السيطرة على نقاط في المرج', 'point'],
])('%s never flips the whole', (_, text, part) => {
  expect(spans('marj', held, event('taken', 'capture', { ...army, text }))).toEqual([
    'front whole held false 2020-03-01 ',
    `army ${part} taken false 2020-03-10 `,
  ]);
});

test('a market taken is the whole of the market and a point of the town', () => {
  const market = event('taken', 'capture', { ...army, places: ['market'] });
  expect(spans('market', held, market)).toEqual(['army whole taken false 2020-03-10 ']);
  expect(spans('marj', held, market)).toEqual([
    'front whole held false 2020-03-01 ',
    'army point taken false 2020-03-10 ',
  ]);
});

test('when the holder leaves and nobody is said to enter, the place stands open', () => {
  const left = event('left', 'withdrawal', { actors: ['front'], places: [['marj', 'from']], date: '2020-03-05' });
  expect(spans('marj', held, left)).toEqual([
    'front whole held false 2020-03-01 2020-03-05',
    'front whole lost false 2020-03-05 2020-03-05',
    ' whole lost false 2020-03-05 ',
  ]);
});

test('falling back inside the town is not leaving it', () => {
  const back = event('back', 'withdrawal', { actors: ['front'], places: ['marj'], date: '2020-03-05' });
  expect(spans('marj', held, back)).toEqual([
    'front whole held false 2020-03-01 ',
    'front point lost false 2020-03-05 2020-03-05',
  ]);
});

test('control by fire takes nothing', () => {
  const fire = event('fire', 'advance', { ...army, text: 'السيطرة النارية على المرج' });
  expect(spans('marj', held, fire)).toEqual([
    'front whole held false 2020-03-01 ',
    'army whole fire-control false 2020-03-10 ',
  ]);
});

test('the loser told there after the capture makes those days contested', () => {
  const still = event('still', 'statement-control', { actors: ['front'], date: '2020-03-13' });
  expect(spans('marj', taken, still)).toContain(' whole contested false 2020-03-13 2020-03-13');
});
