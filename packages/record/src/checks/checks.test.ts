import { describe, expect, test } from 'vitest';
import { type Draft, event, figure, recordOf, report } from '../world.fixture.js';

const checked = (kind: string, ...readings: Parameters<typeof recordOf>[0]) =>
  recordOf(readings)
    .checks.filter((check) => check.kind === kind)
    .map(({ ok, claims }) => [ok, ...claims]);
const one = (...drafts: readonly Draft[]) => report('a', {}, ...drafts);

const since = { scope: 'cumulative' as const, from: '2020-01-01', to: '2020-03-10', attribution: ['observatory'] };
const toll = (name: string, of: string, min: number, told = {}) =>
  figure(name, 'killed', of, min, { ...since, ...told });
const army = { actors: ['army'], targets: ['front'] };

describe('parts-fit', () => {
  test('children and women together fit into the civilians', () => {
    const drafts = [
      toll('all', 'civilians', 324),
      toll('c', 'children', 113, { partOf: 'all' }),
      toll('w', 'women', 72, { partOf: 'all' }),
    ];
    expect(checked('parts-fit', one(...drafts))).toEqual([[true, 'a#all', 'a#c', 'a#w']]);
    const more = [
      toll('all', 'civilians', 100),
      toll('c', 'children', 60, { partOf: 'all' }),
      toll('w', 'women', 50, { partOf: 'all' }),
    ];
    expect(checked('parts-fit', one(...more))).toEqual([[false, 'a#all', 'a#c', 'a#w']]);
  });

  test('foreign civilians cut across the children: each is held against the whole alone, and the cut against its group', () => {
    const drafts = [
      toll('all', 'civilians', 324),
      toll('c', 'children', 313, { partOf: 'all' }),
      toll('x', 'civilians-foreign', 180, { partOf: 'all' }),
      toll('xc', 'children-foreign', 76, { partOf: 'x' }),
    ];
    expect(checked('parts-fit', one(...drafts)).sort()).toEqual([
      [true, 'a#all', 'a#c'],
      [true, 'a#all', 'a#x'],
      [true, 'a#c', 'a#xc'],
      [true, 'a#x', 'a#xc'],
    ]);
  });
});

test('window-fits: a month inside the campaign', () => {
  const month = { from: '2020-02-01', to: '2020-03-01' };
  expect(checked('window-fits', one(toll('all', 'front', 905), toll('month', 'front', 257, month)))).toEqual([
    [true, 'a#all', 'a#month'],
  ]);
  expect(checked('window-fits', one(toll('all', 'front', 200), toll('month', 'front', 257, month)))).toEqual([
    [false, 'a#all', 'a#month'],
  ]);
});

describe('never-falls', () => {
  const later = (told: object, min: number) =>
    report('b', { published: '2020-03-14' }, toll('f', 'front', min, { to: '2020-03-14', ...told }));
  test.each([
    ['it rises', 531, 540, {}, true],
    ['it falls', 540, 531, {}, false],
    ['"more than 320" after 324 is rounding and no fall', 324, 321, { max: null }, true],
    ['"about 320" after 324 is rounding', 324, 320, { approximate: true }, true],
  ])('%s', (_, first, second, told, ok) => {
    expect(checked('never-falls', one(toll('f', 'front', first)), later(told, second))).toEqual([[ok, 'a#f', 'b#f']]);
  });
});

describe('sum', () => {
  const fled = (whole: number, told = {}) => [
    event('flight', 'escape', { actors: ['front'], places: [['marj', 'from']] }),
    event('caught', 'arrest', { targets: ['front'] }),
    figure('all', 'escaped', 'front', whole, { event: 'flight', ...told }),
    figure('back', 'recaptured', 'front', 16, { event: 'caught', partOf: 'all' }),
    figure('free', 'escaped', 'front', 5, { scope: 'standing', partOf: 'all' }),
  ];
  test('caught and still free are all who fled', () => {
    expect(checked('sum', one(...fled(21)))).toEqual([[true, 'a#all', 'a#back', 'a#free']]);
  });
  test('"more than 21" fled, but 16 and 5 are 21', () => {
    expect(checked('sum', one(...fled(22, { max: null })))).toEqual([[false, 'a#all', 'a#back', 'a#free']]);
  });
  test('without those still free nothing says that the parts are all', () => {
    expect(checked('sum', one(...fled(30).slice(0, 4)))).toEqual([]);
  });
});

test('same-count: a group told twice of one incident is counted once', () => {
  const drafts = [
    event('e', 'arrest', { targets: ['front'] }),
    event('again', 'arrest', { targets: ['front'], repeats: 'e' }),
    figure('f', 'detained', 'front', 10, { event: 'e' }),
    figure('g', 'detained', 'front', 10, { event: 'again' }),
  ];
  expect(checked('same-count', one(...drafts))).toEqual([[true, 'a#f', 'a#g']]);
});

test.each([
  [2, true],
  [3, false],
])('list-length: %i towns announced, two named', (n, ok) => {
  const drafts = [
    event('e', 'statement-control', { actors: ['front'], places: ['marj', 'tell'] }),
    figure('f', 'places', 'towns', n, { scope: 'standing', event: 'e' }),
  ];
  expect(checked('list-length', one(...drafts))).toEqual([[ok, 'a#e', 'a#f']]);
});

describe('weekday', () => {
  test.each([
    ['a date with its weekday: 10 March 2020 was a Tuesday', 'غارة يوم الثلاثاء 10-3-2020', true],
    ['a wrong one', 'غارة يوم الجمعة 10-3-2020', false],
    ['"last Tuesday" resolved to 10 March', 'غارة يوم الثلاثاء الفائت', true],
    ['"last Friday" resolved to 10 March', 'غارة يوم الجمعة الفائت', false],
  ])('%s', (_, text, ok) => {
    expect(checked('weekday', one(event('e', 'air-strike', { ...army, text })))).toEqual([[ok, 'a#e']]);
  });

  test('the date line of the report', () => {
    const texts = new Map([['a', 'الثلاثاء 10/مارس/2020\nغارة على المرج']]);
    const { checks } = recordOf([one(event('e', 'air-strike', army))], { texts });
    expect(checks.map(({ kind, ok, claims }) => [kind, ok, ...claims])).toEqual([['weekday', true, 'a#e']]);
  });

  test('a weekday in the sentence that is not in the claim: only where it is that of its day', () => {
    const short = event('e', 'air-strike', { ...army, text: 'غارة' });
    const found = (text: string) =>
      recordOf([one(short)], { texts: new Map([['a', text]]) }).checks.map(({ kind, ok }) => [kind, ok]);
    expect(found('غارة على المرج يوم الثلاثاء الفائت')).toEqual([['weekday', true]]);
    expect(found('غارة على المرج، بعد هجوم الجمعة الفائت')).toEqual([]);
    expect(found('غارة على المرج.\nوفي الثلاثاء الفائت خرج المدنيون')).toEqual([]);
  });

  test('"one of the commanders" is no Sunday', () => {
    expect(checked('weekday', one(event('e', 'air-strike', { ...army, text: 'وفق أحد القادة غارة' })))).toEqual([]);
  });
});

describe('headline', () => {
  const title = 'الجيش يقصف المرج';
  const titled = (...body: readonly Draft[]) =>
    report('a', { title }, event('t', 'shelling', { ...army, text: title }), ...body);
  test.each<[string, Draft, boolean]>([
    ['the body names the same side', event('b', 'shelling', { ...army, repeats: 't' }), true],
    [
      'the body names a part of the side',
      event('b', 'shelling', { ...army, actors: ['air-force'], repeats: 't' }),
      true,
    ],
    ['the body names its ally', event('b', 'shelling', { ...army, actors: ['coalition'], repeats: 't' }), false],
    ['the body is not sure', event('b', 'shelling', { ...army, modality: 'uncertain', repeats: 't' }), false],
  ])('%s', (_, body, ok) => {
    expect(checked('headline', titled(body))).toEqual([[ok, 'a#b', 'a#t']]);
  });
});

test('geography: the town that is said to contain a place', () => {
  const within = (outer: string) => one(event('e', 'air-strike', { ...army, places: ['market', [outer, 'within']] }));
  expect(checked('geography', within('marj'))).toEqual([[true, 'a#e']]);
  expect(checked('geography', within('tell'))).toEqual([[false, 'a#e']]);
  // «سوق المرج بوادي» may mean the governorate called Wadi: an area is judged by what it contains.
  expect(checked('geography', within('wadi'))).toEqual([[true, 'a#e']]);
});

describe('state-after-capture', () => {
  const taken = event('taken', 'capture', army);
  const later = (type: string, told: object) => event('later', type, { date: '2020-03-13', ...told });
  const left = event('left', 'withdrawal', { actors: ['army'], places: [['marj', 'from']], date: '2020-03-12' });
  test.each<[string, Draft[], unknown[]]>([
    [
      'the loser is struck in its market',
      [taken, later('air-strike', { ...army, places: ['market'] })],
      [[false, 'a#later', 'a#taken']],
    ],
    [
      'the loser is said to hold it',
      [taken, later('statement-control', { actors: ['front'] })],
      [[false, 'a#later', 'a#taken']],
    ],
    [
      'the taker had left',
      [taken, left, later('statement-control', { actors: ['front'] })],
      [[true, 'a#later', 'a#left', 'a#taken']],
    ],
    [
      'the taker left the same day',
      [
        taken,
        event('left', 'withdrawal', { actors: ['army'], places: [['marj', 'from']] }),
        later('statement-control', { actors: ['front'] }),
      ],
      [[true, 'a#later', 'a#left', 'a#taken']],
    ],
    [
      'the loser is not named with the capture, but is whom the taker fights',
      [
        event('taken', 'capture', { actors: ['army'] }),
        event('fight', 'armed-clash', { ...army, places: ['tell'] }),
        later('air-strike', { ...army, places: ['market'] }),
      ],
      [[false, 'a#later', 'a#taken']],
    ],
    [
      'nobody is known to have lost it',
      [event('taken', 'capture', { actors: ['army'] }), later('statement-control', { actors: ['front'] })],
      [],
    ],
    [
      'the loser blows up a car there: that takes no control',
      [taken, later('car-bomb', { actors: ['front'], targets: ['army'] })],
      [],
    ],
    [
      'a year later it has come back',
      [taken, later('statement-control', { actors: ['front'], date: '2021-03-13' })],
      [],
    ],
  ])('%s', (_, drafts, expected) => {
    expect(checked('state-after-capture', report('a', { published: '2020-03-20' }, ...drafts))).toEqual(expected);
  });
});
