import { describe, expect, test } from 'vitest';
import { type Draft, event, figure, recordOf, report } from '../world.fixture.js';

const disputed = (...readings: Parameters<typeof recordOf>[0]) =>
  recordOf(readings).disputes.map(({ kind, claims }) => [kind, ...claims]);
const army = { actors: ['army'], targets: ['front'] };
const a = (...drafts: readonly Draft[]) => report('a', { outlet: 'agency', published: '2020-03-20' }, ...drafts);
const b = (...drafts: readonly Draft[]) => report('b', { outlet: 'north-news', published: '2020-03-20' }, ...drafts);
const strike = (told = {}) =>
  event('e', 'air-strike', { actors: ['army'], targets: ['civilians'], places: ['market'], ...told });
const killed = (n: number, told = {}) => figure('f', 'killed', 'civilians', n, { event: 'e', ...told });

describe('each kind of dispute', () => {
  test('figure: two numbers that cannot be one', () => {
    expect(disputed(a(strike(), killed(12)), b(strike(), killed(20)))).toEqual([['figure', 'a#f', 'b#f']]);
  });

  test('figure: tolls of two sources up to the same day', () => {
    const toll = (by: string, n: number) =>
      figure('f', 'killed', 'front', n, {
        scope: 'cumulative',
        from: '2020-01-01',
        to: '2020-03-10',
        attribution: [by],
        places: ['marj'],
      });
    expect(disputed(a(toll('observatory', 900)), b(toll('army', 2000)))).toEqual([['figure', 'a#f', 'b#f']]);
  });

  test('control: opposed sides take one place on one day', () => {
    const taken = (actors: readonly string[], told = {}) => event('e', 'capture', { actors, ...told });
    expect(disputed(a(taken(['army'])), b(taken(['front'])))).toEqual([['control', 'a#e', 'b#e']]);
    expect(disputed(a(taken(['army'])), b(taken(['front'], { date: '2020-03-14' })))).toEqual([]);
    expect(disputed(a(taken(['army'])), b(taken(['front'], { places: ['tell'] })))).toEqual([]);
    expect(disputed(a(taken(['army'])), b(taken(['coalition'])))).not.toContainEqual(
      expect.arrayContaining(['control']),
    );
  });

  test('responsibility: different sides', () => {
    const told = disputed(a(strike(), killed(12)), b(strike({ actors: ['rebels'] }), killed(12)));
    expect(told).toEqual([['responsibility', 'a#e', 'b#e']]);
  });

  test('responsibility: no one named against one named', () => {
    expect(disputed(a(strike({ actors: [] })), b(strike()))).toEqual([['responsibility', 'a#e', 'b#e']]);
  });

  test('responsibility: who harmed the civilians whom a running toll counts', () => {
    const toll = figure('f', 'killed', 'civilians', 324, {
      scope: 'cumulative',
      from: '2020-01-01',
      to: '2020-03-20',
      attribution: ['observatory'],
      places: ['marj'],
    });
    const months = strike({ date: '2020-01-01/2020-03-20', places: ['marj'] });
    expect(disputed(a(toll), b(months))).toEqual([['responsibility', 'a#f', 'b#e']]);
  });

  test('control: the loser is still there', () => {
    const still = event('s', 'statement-control', { actors: ['front'], date: '2020-03-13' });
    expect(disputed(a(event('e', 'capture', army)), b(still))).toEqual([['control', 'a#e', 'b#s']]);
  });

  test('control: reports of a capture that nobody vouches for, against the holder', () => {
    const rumour = event('e', 'capture', { ...army, modality: 'uncertain' });
    const holds = event('s', 'statement-control', { actors: ['front'] });
    expect(disputed(a(rumour, holds))).toEqual([['control', 'a#e', 'a#s']]);
  });

  test('occurrence: denied, though nobody asserts it', () => {
    expect(disputed(a(event('e', 'agreement', { actors: ['army', 'front'], modality: 'denied' })))).toEqual([
      ['occurrence', 'a#e'],
    ]);
  });

  test('occurrence: denied by one, told by another', () => {
    const told = disputed(a(event('e', 'capture', { ...army, modality: 'denied' })), b(event('e', 'capture', army)));
    expect(told).toEqual([['occurrence', 'a#e', 'b#e']]);
  });

  test('date: one incident on two days', () => {
    const other = strike({ date: '2020-03-11' });
    expect(disputed(a(strike(), killed(12)), b(other, killed(12)))).toEqual([['date', 'a#e', 'b#e']]);
  });

  test('place: ten people caught in one place, or in two', () => {
    const caught = (places: string[], repeats: string | null, name: string) =>
      event(name, 'arrest', { actors: ['army'], targets: ['front'], places, repeats });
    const ten = (name: string, of: string) => figure(name, 'detained', 'front', 10, { event: of });
    const told = disputed(
      a(caught(['marj'], null, 'e'), caught(['marj', 'tell'], 'e', 'g'), ten('f', 'e'), ten('h', 'g')),
    );
    expect(told).toEqual([['place', 'a#e', 'a#f', 'a#g', 'a#h']]);
  });

  test('arithmetic: more children than civilians', () => {
    const since = { scope: 'cumulative' as const, from: '2020-01-01', to: '2020-03-10' };
    const told = disputed(
      a(
        figure('f', 'killed', 'civilians', 10, since),
        figure('g', 'killed', 'children', 12, { ...since, partOf: 'f' }),
      ),
    );
    expect(told).toEqual([['arithmetic', 'a#f', 'a#g']]);
  });

  test('headline: another side in the title', () => {
    const title = 'الجيش يعزز';
    const told = disputed(
      report(
        'a',
        { title },
        event('t', 'reinforcement', { actors: ['army'], text: title }),
        event('e', 'reinforcement', { actors: ['coalition'], repeats: 't' }),
      ),
    );
    expect(told).toEqual([['headline', 'a#e', 'a#t']]);
  });
});

describe('what is no dispute', () => {
  test.each<[string, Draft[], Draft[]]>([
    [
      'a back-reference without the side',
      [strike(), event('g', 'air-strike', { ...army, actors: [], repeats: 'e', places: ['market'] })],
      [strike()],
    ],
    ['a bare plural beside a number', [strike(), killed(12)], [strike(), killed(1, { max: null })]],
    ['a rounded number', [strike(), killed(324)], [strike(), killed(320, { approximate: true })]],
    ['the town and its market', [strike()], [strike({ places: ['marj'] })]],
    ['a day and about that day', [strike()], [strike({ date: '2020-03-11~' })]],
  ])('%s', (_, x, y) => {
    expect(disputed(a(...x), b(...y))).toEqual([]);
  });
});

test('each dispute is a plain sentence in both languages, and stands at its incident', () => {
  const record = recordOf([a(strike(), killed(12)), b(strike(), killed(20))]);
  expect(record.disputes[0]!.explain).toEqual({
    en: 'civilians killed: 12 (agency), 20 (north-news). These numbers cannot all be right; quote each with its source.',
    ar: 'killed مدنيون: 12 (الوكالة)، 20 (أخبار الشمال). لا تصحّ هذه الأعداد معاً، ويُذكر كل عدد مع مصدره.',
  });
  expect(record.incidents[0]!.disputes).toEqual([record.disputes[0]!.id]);
});
