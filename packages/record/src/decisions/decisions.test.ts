import type { Decision } from '@isnad/model';
import { describe, expect, test } from 'vitest';
import { event, figure, incidentOf, recordOf, report, together } from '../world.fixture.js';

const army = { actors: ['army'], targets: ['front'] };
const readings = [
  report('a', { outlet: 'agency' }, event('e', 'capture', army), event('again', 'capture', { ...army, repeats: 'e' })),
  report(
    'b',
    { outlet: 'north-news' },
    event('e', 'capture', army),
    event('far', 'capture', { ...army, places: ['tell'] }),
  ),
];

let minute = 0;
const decide = (
  kind: Decision['kind'],
  about: readonly string[],
  value?: Decision['value'],
  retires: string | null = null,
): Decision => ({
  id: `d${minute}`,
  at: `2026-01-01T00:${String(minute++).padStart(2, '0')}:00Z`,
  by: 'editor',
  kind,
  about,
  reason: 'test',
  retires,
  ...(value ? { value } : {}),
});
const record = (...decisions: readonly Decision[]) => recordOf(readings, { decisions });

const whole = ['a#again', 'a#e', 'b#e'];

describe('merge and split', () => {
  test('left alone', () => {
    expect(together(record())).toEqual([whole]);
  });

  test('a merge joins what the rules keep apart', () => {
    expect(together(record(decide('merge', ['a#e', 'b#far'])))).toEqual([[...whole, 'b#far'].sort()]);
  });

  test('a split takes a claim out of the incident', () => {
    expect(together(record(decide('split', ['a#e', 'b#e'])))).toEqual([['a#again', 'a#e']]);
  });

  test('a split within one report parts a mention from the one that it repeats', () => {
    expect(together(record(decide('split', ['a#e', 'a#again'])))).toEqual([['a#e', 'b#e']]);
  });

  test('split, then merge, restores the incident', () => {
    for (const claim of ['b#e', 'a#again']) {
      const both = record(decide('split', ['a#e', claim]), decide('merge', ['a#e', claim]));
      expect(together(both)).toEqual([whole]);
    }
  });

  test('merge, then split, parts them again', () => {
    expect(together(record(decide('merge', ['a#e', 'b#far']), decide('split', ['a#e', 'b#far'])))).toEqual([whole]);
  });

  test('a retired decision is as if it had not been made; retiring the retirement restores it', () => {
    const split = decide('split', ['a#e', 'b#e']);
    const retire = decide('accept', ['a#e'], undefined, split.id);
    const restore = decide('accept', ['a#e'], undefined, retire.id);
    expect(together(record(split, retire))).toEqual([whole]);
    expect(together(record(split, retire, restore))).toEqual([['a#again', 'a#e']]);
  });

  test('the order in which decisions are given does not matter, their time does', () => {
    const decisions = [decide('split', ['a#e', 'b#e']), decide('merge', ['a#e', 'b#e'])];
    expect(record(...decisions)).toEqual(record(...[...decisions].reverse()));
  });
});

describe('claims', () => {
  test('a corrected claim goes where it now belongs', () => {
    const { places } = readings[0]!.claims[0]!;
    expect(together(record(decide('correct', ['b#far'], { places })))).toEqual([['a#again', 'a#e', 'b#e', 'b#far']]);
  });

  test('a rejected claim is in no incident, and what repeated it stands for itself', () => {
    const without = record(decide('reject', ['a#e']));
    expect(together(without)).toEqual([['a#again', 'b#e']]);
    expect(without.claims.map(({ id }) => id)).not.toContain('a#e');
    expect(without.rejected?.map(({ id }) => id)).toEqual(['a#e']);
  });

  test('an added claim takes part', () => {
    const claim = figure('f', 'killed', 'civilians', 3, { event: 'e' })('b', 900);
    expect(incidentOf(record(decide('add', ['b'], { claim })), 'b#e').claims).toContain('b#f');
  });
});

describe('name', () => {
  test('a decision that a name may be told is kept with its record and changes nothing that is derived', () => {
    const person = {
      start: 5,
      end: 15,
      text: 'سالم حمد العلي',
      role: 'victim',
      public: false,
      age: null,
      sex: null,
    } as const;
    const named = readings.map((reading) => (reading.report.id === 'a' ? { ...reading, persons: [person] } : reading));
    const decision = decide('name', ['a'], { name: 'سالم حمد العلي', consent: 'family' });
    const { decisions, ...decided } = recordOf(named, { decisions: [decision] });
    expect(decisions).toEqual([decision]);
    expect(decided).toEqual(recordOf(named));
    expect(decided.people?.map((one) => one.public)).toEqual([false]);
  });

  test('about what is gone it is a note', () => {
    const { notes, ...decided } = record(decide('name', ['x'], { name: 'سالم' }));
    expect(notes?.map(({ code }) => code)).toEqual(['record/decision-subject-gone']);
    expect(together(decided)).toEqual([whole]);
  });

  test('a retired one is no decision', () => {
    const named = decide('name', ['x'], { name: 'سالم' });
    expect(record(named, decide('accept', ['a#e'], undefined, named.id)).notes).toBeUndefined();
  });
});

describe('incidents and reports', () => {
  test('date, place and grade of an incident, found through any of its claims', () => {
    const place = { id: 'east-quarter', name: 'east-quarter' };
    const decided = record(
      decide('date', ['b#e'], { date: '2020-03-09' }),
      decide('place', ['a#e'], { place }),
      decide('grade', ['a#e'], { grade: 'discounted' }),
    );
    expect(incidentOf(decided, 'a#e')).toMatchObject({
      date: '2020-03-09',
      place: { id: 'east-quarter' },
      grade: { value: 'discounted', by: 'editor' },
    });
  });

  test('the date of a report is decided before anything is derived from it', () => {
    const decided = recordOf([report('a', { published: null }, event('e', 'capture', { ...army, date: null }))], {
      decisions: [decide('date', ['a'], { date: '2020-03-10' })],
    });
    expect(decided.reports[0]!.published).toMatchObject({ edtf: '2020-03-10', basis: 'given' });
    expect(decided.incidents[0]!.date).toBe('2020-03-07/2020-03-10');
  });
});

test.each<[string, Decision, string]>([
  ['a merge of a claim that is gone', decide('merge', ['a#e', 'x']), 'record/decision-subject-gone'],
  ['a rejection of a claim that is gone', decide('reject', ['x']), 'record/decision-subject-gone'],
  ['a grade of an incident that is gone', decide('grade', ['x'], { grade: 'fair' }), 'record/decision-subject-gone'],
  ['an acceptance of what is gone', decide('accept', ['x']), 'record/decision-subject-gone'],
  ['a date that is none', decide('date', ['a#e'], { date: 'Friday' }), 'record/decision-value'],
  ['a grade that is none', decide('grade', ['a#e'], { grade: 'good' }), 'record/decision-value'],
  ['a split of one', decide('split', ['a#e']), 'record/decision-value'],
])('%s is a note, and changes nothing', (_, decision, code) => {
  const decided = record(decision);
  expect(decided.notes?.map((note) => note.code)).toEqual([code]);
  expect(together(decided)).toEqual([whole]);
});
