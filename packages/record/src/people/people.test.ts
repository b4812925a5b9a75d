import type { PersonMention } from '@isnad/model';
import { describe, expect, test } from 'vitest';
import { event, figure, recordOf, report } from '../world.fixture.js';

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

describe('against the counts', () => {
  const dead = (min: number, more = {}) => figure('dead', 'killed', 'civilians', min, { event: 'e', ...more });
  const lengths = (
    readings: readonly (ReturnType<typeof report> & { readonly persons: readonly PersonMention[] })[],
    texts?: ReadonlyMap<string, string>,
  ) =>
    recordOf(readings, texts ? { texts } : {})
      .checks.filter(({ kind }) => kind === 'list-length')
      .map(({ ok, claims, explain }) => [ok, claims.join(' '), explain.en]);
  const counted = (id: string, count: ReturnType<typeof figure>, ...persons: readonly PersonMention[]) => ({
    ...report(id, { outlet: id === 'a' ? 'agency' : 'north-news' }, strike, count),
    persons,
  });
  const three = ['سالم حمد العلي', 'علي حمد العلي', 'خالد حمد العلي'].map((name, at) =>
    person(name, { start: 5 + at * 20, end: 20 + at * 20 }),
  );

  test('more people than the highest count fail it, and no name is told', () => {
    const [[ok, claims, why] = []] = lengths([counted('a', dead(2), ...three)]);
    expect([ok, claims]).toEqual([false, 'a#dead']);
    expect(why).toContain('at least 3 people, their counts allow for 2 at most');
    expect(why).not.toContain('العلي');
  });

  test('as many or fewer say nothing, nor does an open count, or none', () => {
    expect(lengths([counted('a', dead(3), ...three)])).toEqual([]);
    expect(lengths([counted('a', dead(2, { max: null }), ...three)])).toEqual([]);
    expect(lengths([counted('a', figure('held', 'detained', 'civilians', 1, { event: 'e' }), ...three)])).toEqual([]);
  });

  test('the higher count of two reports is held against the register', () => {
    const higher = { ...counted('b', dead(3)), persons: [] };
    expect(lengths([counted('a', dead(2), ...three), higher])).toEqual([]);
  });

  test('the killed and the wounded are added up', () => {
    const both = {
      ...report('a', { outlet: 'agency' }, strike, dead(2), figure('hurt', 'wounded', 'civilians', 1, { event: 'e' })),
      persons: three,
    };
    expect(lengths([both])).toEqual([]);
  });

  test('who is only described in one report may be who is named in another', () => {
    const described = counted('b', dead(3), person(null), person(null, { start: 60, end: 75 }));
    expect(lengths([counted('a', dead(3), ...three), described])).toEqual([]);
  });

  describe('a list said to be of all those counted', () => {
    // The count opens the text, the strike stands behind the list.
    const listed = (min: number, opening: string, names: readonly string[]) => {
      const count = `${min} civilians killed`;
      const head = `${count}${opening}`;
      const text = `${head}${names.join('، و')}.`;
      let at = head.length;
      const persons = names.map((name) => {
        const start = at;
        at = start + name.length + 3;
        return person(name, { start, end: start + name.length });
      });
      const reading = { ...report('a', { outlet: 'agency' }, dead(min), strike), persons };
      return lengths([reading], new Map([['a', text]])).map(([ok, claims]) => [ok, claims]);
    };
    const names = ['سالم حمد العلي', 'علي حمد العلي'];

    test('as long as the count', () => {
      expect(listed(2, '، وهم: ', names)).toEqual([[true, 'a#dead']]);
    });

    test('shorter than the count', () => {
      expect(listed(3, '، هم ', names)).toEqual([[false, 'a#dead']]);
    });

    test('«among them» opens no list of all', () => {
      expect(listed(3, '، بينهم ', names)).toEqual([]);
    });
  });
});
