import { describe, expect, test } from 'vitest';
import { type Draft, event, figure, incidentOf, recordOf, report, together } from '../world.fixture.js';

const isOne = (a: readonly Draft[], b: readonly Draft[]): boolean =>
  incidentOf(
    recordOf([report('a', { outlet: 'agency' }, ...a), report('b', { outlet: 'north-news' }, ...b)]),
    'a#e',
  ).claims.includes('b#e');

const attack = { actors: ['army'], targets: ['front'] };

describe('two reports tell one event', () => {
  test.each<[string, Draft[], Draft[]]>([
    ['same type, place, day and sides', [event('e', 'capture', attack)], [event('e', 'capture', attack)]],
    [
      'one of them names no side',
      [event('e', 'air-strike', attack)],
      [event('e', 'air-strike', { targets: ['front'] })],
    ],
    [
      'a part of the side',
      [event('e', 'air-strike', attack)],
      [event('e', 'air-strike', { ...attack, actors: ['air-force'] })],
    ],
    [
      'the town and its quarter',
      [event('e', 'air-strike', attack)],
      [event('e', 'air-strike', { ...attack, places: ['east-quarter'] })],
    ],
    [
      'the next village, with the same count',
      [event('e', 'shelling', attack), figure('f', 'killed', 'civilians', 9, { event: 'e' })],
      [event('e', 'shelling', { ...attack, places: ['ford'] }), figure('f', 'killed', 'civilians', 9, { event: 'e' })],
    ],
    [
      'a fight told from the other side',
      [event('e', 'armed-clash', attack)],
      [event('e', 'armed-clash', { actors: ['front'], targets: ['army'] })],
    ],
    [
      'news without a day of its own, told the day after',
      [event('e', 'capture', attack)],
      [event('e', 'capture', { ...attack, date: '2020-03-11~' })],
    ],
    [
      'other perpetrators named for one strike: the same day, quarter and count',
      [
        event('e', 'air-strike', { actors: ['army'], targets: ['civilians'], places: ['market'] }),
        figure('f', 'killed', 'civilians', 12, { event: 'e' }),
      ],
      [
        event('e', 'air-strike', { actors: ['rebels'], targets: ['civilians'], places: ['market'] }),
        figure('f', 'killed', 'civilians', 12, { event: 'e' }),
      ],
    ],
  ])('%s', (_, a, b) => {
    expect(isOne(a, b)).toBe(true);
  });
});

test('harm that one report tells by two words is what another tells by one of them', () => {
  const harm = { actors: ['army'], targets: ['civilians'], places: ['market'] };
  const record = recordOf([
    report(
      'a',
      { outlet: 'agency' },
      event('t', 'attack-on-civilians', harm),
      event('e', 'air-strike', { ...harm, repeats: 't' }),
      figure('f', 'killed', 'civilians', 40, { event: 'e' }),
    ),
    report(
      'b',
      { outlet: 'north-news' },
      event('e', 'air-strike', harm),
      figure('f', 'killed', 'civilians', 36, { event: 'e' }),
    ),
  ]);
  expect(incidentOf(record, 'a#e').claims).toContain('b#e');
});

test('a telling whose day is vague is no bridge between two days', () => {
  const gained = (date: string | null) => event('e', 'advance', { ...attack, date });
  const record = recordOf([
    report('a', { outlet: 'agency', published: '2020-03-04' }, gained('2020-03-04')),
    report('b', { outlet: 'observatory', published: '2020-03-10' }, gained('2020-03-02/2020-03-10')),
    report('c', { outlet: 'north-news', published: '2020-03-09' }, gained('2020-03-09')),
  ]);
  expect(incidentOf(record, 'a#e').id).not.toBe(incidentOf(record, 'c#e').id);
});

test('a place that the reader took from the sentence before neither proves nor excludes', () => {
  const told = (places: readonly string[], behind: boolean): Draft => {
    const draft = event('e', 'car-bomb', { actors: ['front'], targets: ['army'], places });
    return (id, start) => {
      const claim = draft(id, start + 50);
      if (claim.kind !== 'event' || behind) return claim;
      return { ...claim, places: claim.places.map((place) => ({ ...place, start, end: start + 1 })) };
    };
  };
  const whyOf = (a: Draft, b: Draft) =>
    incidentOf(recordOf([report('a', { outlet: 'agency' }, a), report('b', { outlet: 'north-news' }, b)]), 'a#e');
  const five = figure('f', 'killed', 'army', 5, { event: 'e' });
  const one = (behind: boolean) =>
    recordOf([
      report('a', { outlet: 'agency' }, told(['marj'], true), five),
      report('b', { outlet: 'north-news' }, told(['tell'], behind), five),
    ]);
  expect(incidentOf(one(true), 'a#e').reports).toBe(1);
  expect(whyOf(told(['marj'], true), told(['marj'], false)).reports).toBe(2);
});

describe('a repeat is a slip of the reader where it contradicts', () => {
  const told = (later: Draft) => {
    const record = recordOf([report('a', { outlet: 'agency' }, event('e', 'capture', attack), later)]);
    return incidentOf(record, 'a#e').claims.includes('a#f');
  };
  test.each<[string, Draft]>([
    ['the loser enters a town: that is no taking of it', event('f', 'advance', { ...attack, repeats: 'e' })],
    ['planned, after it was done', event('f', 'capture', { ...attack, modality: 'planned', repeats: 'e' })],
    [
      'another town and another taker',
      event('f', 'capture', { actors: ['rebels'], targets: ['front'], places: ['tell'], repeats: 'e' }),
    ],
  ])('%s', (_, later) => {
    expect(told(later)).toBe(false);
  });

  test('one thing that differs is a way of putting it', () => {
    expect(told(event('f', 'capture', { ...attack, places: ['tell'], repeats: 'e' }))).toBe(true);
    expect(told(event('f', 'capture', { targets: ['front'], repeats: 'e' }))).toBe(true);
  });
});

describe('look-alikes stay apart', () => {
  test.each<[string, Draft[], Draft[]]>([
    [
      'one side strikes in the one, and is struck in the other beside a side that both name',
      [event('e', 'ground-attack', { actors: ['army', 'front'], targets: [] })],
      [event('e', 'ground-attack', { actors: ['front'], targets: ['army'] })],
    ],
    [
      'the town, and its market told without a name of its own',
      [event('e', 'capture', attack)],
      [event('e', 'capture', { ...attack, text: 'السيطرة على منطقة السوق', trigger: 'السيطرة' })],
    ],
    [
      'fighting for the same town on one day and two days later',
      [event('e', 'armed-clash', attack)],
      [event('e', 'armed-clash', { ...attack, date: '2020-03-12' })],
    ],
    [
      'the same act months later',
      [event('e', 'capture', attack)],
      [event('e', 'capture', { ...attack, date: '2020-09-10' })],
    ],
    ['another town', [event('e', 'capture', attack)], [event('e', 'capture', { ...attack, places: ['tell'] })]],
    [
      'the next village taken',
      [event('e', 'capture', attack)],
      [event('e', 'capture', { ...attack, places: ['ford'] })],
    ],
    [
      'the next village shelled',
      [event('e', 'shelling', attack)],
      [event('e', 'shelling', { ...attack, places: ['ford'] })],
    ],
    [
      'two parts of one town',
      [event('e', 'capture', { ...attack, places: ['market'] })],
      [event('e', 'capture', { ...attack, places: ['east-quarter'] })],
    ],
    [
      'the town and only its market taken',
      [event('e', 'capture', attack)],
      [event('e', 'capture', { ...attack, places: ['market'] })],
    ],
    ['the battle and the capture that ends it', [event('e', 'advance', attack)], [event('e', 'capture', attack)]],
    [
      'who takes and who takes it back',
      [event('e', 'capture', attack)],
      [event('e', 'capture', { actors: ['front'], targets: ['army'] })],
    ],
    [
      'one enemy in common, another opponent',
      [event('e', 'armed-clash', attack)],
      [event('e', 'armed-clash', { actors: ['rebels'], targets: ['front'] })],
    ],
    ['denied and told', [event('e', 'capture', attack)], [event('e', 'capture', { ...attack, modality: 'denied' })]],
    [
      'planned and told',
      [event('e', 'ground-attack', attack)],
      [event('e', 'ground-attack', { ...attack, modality: 'planned' })],
    ],
    [
      'a campaign and one attack in it',
      [event('e', 'ground-attack', { ...attack, date: '2020-01-01/2020-03-10' })],
      [event('e', 'ground-attack', attack)],
    ],
    [
      'the whole region and one town, on different means',
      [event('e', 'car-bomb', { ...attack, places: ['pocket'] })],
      [event('e', 'suicide-attack', attack)],
    ],
  ])('%s', (_, a, b) => {
    expect(isOne(a, b)).toBe(false);
  });
});

test('mentions that repeat one another are one, and what the reader parted in one report stays parted', () => {
  const record = recordOf([
    report(
      'a',
      {},
      event('e1', 'capture', attack),
      event('e2', 'capture', { ...attack, repeats: 'e1', places: [] }),
      event('e3', 'capture', { ...attack, places: ['tell'] }),
    ),
  ]);
  expect(together(record)).toEqual([['a#e1', 'a#e2']]);
});

test('a link says why', () => {
  const record = recordOf([
    report('a', {}, event('e', 'capture', attack)),
    report('b', {}, event('e', 'capture', attack)),
  ]);
  expect(incidentOf(record, 'a#e').why).toEqual([
    { a: 'a#e', b: 'b#e', because: ['place:same', 'actor:same', 'date:same', 'type:same', 'target:same'] },
  ]);
});

test('the founding claim is the earliest, and names the incident', () => {
  const readings = [
    report('a', { published: '2020-03-12' }, event('e', 'capture', attack)),
    report('b', { published: '2020-03-10' }, event('e', 'capture', attack)),
  ];
  expect(recordOf(readings).incidents.map(({ id }) => id)).toEqual(['b#e']);
});

describe('how incidents stand to each other', () => {
  const relation = (drafts: readonly Draft[], from: string) =>
    incidentOf(recordOf([report('a', { published: '2020-03-20' }, ...drafts)]), from).related.map(
      ({ incident, how }) => [how, incident],
    );

  test('a capture follows the fight that it ends', () => {
    const drafts = [
      event('fight', 'armed-clash', { ...attack, date: '2020-03-08/2020-03-10' }),
      event('taken', 'capture', attack),
    ];
    expect(relation(drafts, 'a#taken')).toEqual([['follows', 'a#fight']]);
  });

  test('the operation that came follows the one that was planned', () => {
    const plan = report(
      'p',
      { published: '2020-03-01' },
      event('plan', 'ground-attack', { ...attack, trigger: 'عملية', modality: 'planned', date: null }),
    );
    const came = report(
      'c',
      { published: '2020-03-20' },
      event('came', 'ground-attack', { ...attack, trigger: 'العملية', date: '2020-03-05/2020-03-20' }),
    );
    const related = incidentOf(recordOf([plan, came]), 'c#came').related;
    expect(related).toEqual([{ incident: 'p#plan', how: 'follows' }]);
  });

  test('the quarter is part of the town that falls after it', () => {
    const drafts = [
      event('part', 'capture', { ...attack, places: ['market'], date: '2020-03-08' }),
      event('all', 'capture', attack),
    ];
    expect(relation(drafts, 'a#part')).toEqual([['part-of', 'a#all']]);
  });

  test('the same capture at another time is named as a look-alike', () => {
    const drafts = [event('may', 'capture', { ...attack, date: '2019-05-01' }), event('now', 'capture', attack)];
    expect(relation(drafts, 'a#now')).toEqual([['look-alike', 'a#may']]);
  });
});
