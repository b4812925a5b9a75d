import type { PersonMention } from '@isnad/model';
import { expect, test } from 'vitest';
import { event, recordOf, report } from '../world.fixture.js';

const strike = event('e', 'air-strike', { actors: ['army'], targets: ['civilians'] });

const person = (name: string | null, told: Partial<PersonMention> = {}): PersonMention => ({
  start: 5,
  end: 15,
  text: name ?? 'طفل عمره 9 سنوات', // a child of 9
  role: 'victim',
  public: false,
  age: null,
  sex: null,
  ...(name === null ? { described: true } : { name }),
  ...told,
});

const told = (id: string, outlet: string, ...persons: readonly PersonMention[]) => ({
  ...report(id, { outlet }, strike),
  persons,
});

const registered = (...readings: readonly ReturnType<typeof told>[]) =>
  (recordOf(readings).people ?? []).map(({ name, age, reports, roots }) => [name, age, reports, roots.join(' ')]);

test('one victim whom two reports of one strike name, one of them more fully', () => {
  expect(
    registered(
      told('a', 'agency', person('سالم حمد العلي', { age: 40 })),
      told('b', 'north-news', person('سالم العلي', { sex: 'male' })),
    ),
  ).toEqual([['سالم حمد العلي', 40, 2, 'agency north-news']]);
});

test('namesakes of another age or sex are two', () => {
  expect(
    registered(
      told('a', 'agency', person('سالم العلي', { age: 40 })),
      told('b', 'north-news', person('سالم العلي', { age: 9 })),
    ),
  ).toHaveLength(2);
});

test('a short name that fits two of the dead is neither of them', () => {
  const family = [person('حمد العلي', { start: 0 }), person('سالم العلي', { start: 20, end: 30 })];
  expect(registered(told('a', 'agency', ...family), told('b', 'north-news', person('العلي')))).toHaveLength(3);
});

test('who is only described is matched to nobody', () => {
  expect(registered(told('a', 'agency', person(null)), told('b', 'north-news', person(null)))).toEqual([
    [null, null, 1, 'agency'],
    [null, null, 1, 'north-news'],
  ]);
});

test('witnesses and officials are not those harmed, and a record without any has no register', () => {
  const record = recordOf([told('a', 'agency', person('سالم العلي', { role: 'witness' }))]);
  expect(record.people).toBeUndefined();
});

test('each is tied to the incident that harmed them', () => {
  const { people, incidents } = recordOf([told('a', 'agency', person('سالم حمد العلي'))]);
  expect(people![0]!.incidents).toEqual([incidents[0]!.id]);
});
