import type { Reading } from '@isnad/model';
import { describe, expect, test } from 'vitest';
import { type Draft, event, figure, incidentOf, recordOf, report } from '../world.fixture.js';

const army = { actors: ['army'], targets: ['front'] };
const dated = (...drafts: readonly Draft[]) =>
  report('dated', { outlet: 'agency', published: '2020-03-10' }, ...drafts);
const undated = (...drafts: readonly Draft[]) =>
  report('undated', { outlet: 'north-news', published: null }, ...drafts);
const nameless = { ...army, date: null };

const dateOf = (...readings: Parameters<typeof recordOf>[0]) => {
  const { edtf, basis } = recordOf(readings).reports.find(({ id }) => id === 'undated')!.published;
  return [edtf, basis];
};

const market = event('market', 'capture', { ...army, places: ['market'] });
const bomb = event('bomb', 'car-bomb', { actors: ['front'], targets: ['army'] });
const itsMarket = event('market', 'capture', { ...nameless, places: ['market'] });
const itsBomb = event('bomb', 'car-bomb', { actors: ['front'], targets: ['army'], date: null });

describe('an undated report is dated by what it shares with dated ones', () => {
  test('two different shared events: the week from them on', () => {
    expect(dateOf(dated(market, bomb), undated(itsMarket, itsBomb))).toEqual(['2020-03-10/2020-03-17', 'aligned']);
  });

  test('one shared event alone may be a look-alike and dates nothing', () => {
    expect(dateOf(dated(market), undated(itsMarket))).toEqual([null, 'none']);
  });

  test('what happens every day dates nothing, however much of it is shared', () => {
    const daily = ['armed-clash', 'shelling', 'air-strike'];
    const told = daily.map((type) => event(type, type, army));
    const its = daily.map((type) => event(type, type, { ...nameless, text: `${type} as others tell it` }));
    expect(dateOf(dated(...told), undated(...its))).toEqual([null, 'none']);
  });

  test('of two times at which such things happened, the one with more in common', () => {
    const lookAlike = report(
      'old',
      { outlet: 'agency', published: '2019-05-04' },
      event('market', 'capture', { ...army, places: ['market'], date: '2019-05-04' }),
    );
    expect(dateOf(lookAlike, dated(market, bomb), undated(itsMarket, itsBomb))).toEqual([
      '2020-03-10/2020-03-17',
      'aligned',
    ]);
  });

  test('it is not later than the capture of a place that it says is still held', () => {
    const fall = report(
      'fall',
      { outlet: 'agency', published: '2020-03-12' },
      event('fall', 'capture', { ...army, date: '2020-03-12' }),
    );
    const holds = event('holds', 'statement-control', { actors: ['front'], date: null });
    expect(dateOf(dated(market, bomb), fall, undated(itsMarket, itsBomb, holds))).toEqual([
      '2020-03-10/2020-03-12',
      'aligned',
    ]);
    expect(dateOf(fall, undated(holds))).toEqual(['../2020-03-12', 'aligned']);
  });

  test('a report that tells the capture itself is not bound by it', () => {
    const fall = report(
      'fall',
      { outlet: 'agency', published: '2020-03-12' },
      event('fall', 'capture', { ...army, date: '2020-03-12' }),
    );
    const holds = event('holds', 'statement-control', { actors: ['front'], date: null });
    expect(dateOf(fall, undated(event('fell', 'capture', nameless), holds))).toEqual([null, 'none']);
  });

  test('it is older than the operation that it tells as planned', () => {
    const began = event('op', 'ground-attack', { ...army, trigger: 'العملية', date: '2020-02-01/2020-03-10' });
    const plan = event('plan', 'ground-attack', { ...nameless, trigger: 'عملية', modality: 'planned' });
    expect(dateOf(dated(began), undated(plan))).toEqual(['../2020-01-31', 'aligned']);
  });

  test('an operation of more or other sides may be one that nobody dated tells', () => {
    const began = event('op', 'ground-attack', { ...army, trigger: 'العملية', date: '2020-02-01/2020-03-10' });
    const joint = { ...nameless, actors: ['army', 'coalition'], trigger: 'عملية', modality: 'planned' as const };
    expect(dateOf(dated(began), undated(event('plan', 'ground-attack', joint)))).toEqual([null, 'none']);
  });

  test('a report that is firmly dated so may date another, which dates no third', () => {
    const clues = (name: string) => [
      event(`${name}1`, 'capture', { ...nameless, places: ['market'], text: `taking of the market told by ${name}` }),
      event(`${name}2`, 'car-bomb', {
        actors: ['front'],
        targets: ['army'],
        date: null,
        text: `bomb as ${name} tells`,
      }),
    ];
    const other = (name: string) => [
      event(`${name}3`, 'escape', { actors: ['front'], date: null, places: ['tell'], text: `flight told by ${name}` }),
      event(`${name}4`, 'capture', { ...nameless, places: ['tell'], text: `the town taken, in the words of ${name}` }),
    ];
    const third = (name: string) => [
      event(`${name}5`, 'execution', { ...nameless, text: `killed as ${name} has it` }),
      event(`${name}6`, 'capture', { ...nameless, places: ['east-quarter'], text: `quarter taken, ${name} writes` }),
    ];
    const redate = (reading: Reading, published: string): Reading => ({
      ...reading,
      claims: reading.claims.map((claim) => (claim.kind === 'event' ? { ...claim, date: published } : claim)),
    });
    const silent = (id: string, ...drafts: readonly Draft[]) => report(id, { outlet: id, published: null }, ...drafts);
    const { reports } = recordOf(
      [
        dated(market, bomb),
        silent('one', ...clues('one'), ...other('one')),
        silent('two', ...other('two'), ...third('two')),
        silent('three', ...third('three')),
      ],
      { redate },
    );
    const basis = Object.fromEntries(reports.map(({ id, published }) => [id, published.basis]));
    expect(basis).toEqual({ dated: 'stated', one: 'aligned', two: 'aligned', three: 'none' });
  });

  test('«اليوم الخميس» (today, Thursday) picks the day out of the week', () => {
    const texts = new Map([['undated', 'صباح اليوم الخميس']]);
    const fall = report(
      'fall',
      { outlet: 'agency', published: '2020-03-14' },
      event('fall', 'capture', { ...army, date: '2020-03-14' }),
    );
    const holds = event('holds', 'statement-control', { actors: ['front'], date: null });
    const { reports } = recordOf([dated(market, bomb), fall, undated(itsMarket, itsBomb, holds)], { texts });
    expect(reports.find(({ id }) => id === 'undated')!.published.edtf).toBe('2020-03-12');
  });

  test('running tolls: not before the lower value, and so far after as they rose before', () => {
    const since = {
      scope: 'cumulative' as const,
      from: '2020-01-01',
      attribution: ['observatory'],
      places: ['pocket'],
    };
    const tolls = (a: number, b: number, to: string | null) => [
      figure('f', 'killed', 'front', a, { ...since, to }),
      figure('g', 'killed', 'army', b, { ...since, to }),
    ];
    const before = report('before', { outlet: 'agency', published: '2020-03-10' }, ...tolls(690, 345, '2020-03-10'));
    const after = report('after', { outlet: 'agency', published: '2020-03-14' }, ...tolls(730, 365, '2020-03-14'));
    expect(dateOf(before, after, undated(...tolls(710, 350, null)))).toEqual(['2020-03-10/2020-03-14', 'aligned']);
    expect(dateOf(before, undated(...tolls(710, 350, null)))).toEqual(['2020-03-10/2020-03-17', 'aligned']);
  });
});

test('undated reports take part in incidents through their possible days, and the reason is told', () => {
  const record = recordOf([dated(market, bomb), undated(itsMarket, itsBomb)]);
  expect(incidentOf(record, 'dated#market').claims).toEqual(['dated#market', 'undated#market']);
  expect(record.reports.find(({ id }) => id === 'undated')!.published.reason).toBe(
    'shares with dated reports: capture at market, dated 2020-03-10 (dated.txt); car bomb at marj, dated 2020-03-10 (dated.txt)',
  );
});

test('once its date is known a report is read again', () => {
  const asked: string[] = [];
  const record = recordOf(
    [dated(market, bomb), undated(itsMarket, itsBomb, event('later', 'arrest', { date: null }))],
    {
      redate: (reading, published) => {
        asked.push(published);
        return {
          ...reading,
          claims: reading.claims.map((claim) =>
            claim.kind === 'event' ? { ...claim, date: claim.date ?? '2020-03-15' } : claim,
          ),
        };
      },
    },
  );
  expect(asked).toEqual(['2020-03-10/2020-03-17']);
  expect(incidentOf(record, 'undated#later').date).toBe('2020-03-15');
});
