import { describe, expect, it } from 'vitest';
import type { State, StateBody } from './entries.js';
import { laterWords, sidesOfStates, stateNames } from './states.js';

const state = (country: string, en: string, ar: string, rest: Partial<State> = {}): State => ({
  country,
  en,
  ar: [ar],
  adjectives: [],
  plural: [],
  capitals: [],
  homonyms: [],
  ids: {},
  bodies: 'all',
  source: 'test',
  ...rest,
});
const ukraine = state('UA', 'Ukrainian', 'أوكرانيا', { adjectives: ['أوكراني'], capitals: ['كييف'] });
const afghanistan = state('AF', 'Afghan', 'أفغانستان', { adjectives: ['أفغاني'], plural: ['أفغان'] });
const korea = state('KR', 'South Korean', 'كوريا الجنوبية', { adjectives: ['كوري جنوبي'] });
const mali = state('ML', 'Malian', 'مالي', {
  adjectives: ['مالي'],
  homonyms: ['مالي'],
  ids: { forces: 'malian-army' },
});
const congo = state('CF', 'Central African', 'أفريقيا الوسطى');
const syria = state('SY', 'Syrian', 'سوريا', { adjectives: ['سوري'], bodies: 'unnamed' });
const all = [ukraine, afghanistan, korea, mali, congo, syria];

const forces: StateBody = {
  body: 'forces',
  makes: 'actor',
  id: null,
  ar: 'القوات الفلانية',
  en: '{state} forces',
  forms: ['جيش فلان', 'جنود فلانيون'],
  kind: 'state-forces',
  adjectives: ['فلاني'],
  metonyms: ['فلان'],
  source: 'test',
};
const officials: StateBody = {
  body: 'officials',
  makes: 'source',
  id: 'officials',
  ar: 'مسؤول فلاني',
  en: null,
  forms: [],
  kind: null,
  side: null,
  general: null,
  source: 'test',
};

/** `id: form`, of one state. */
const namesOf = (one: State, body: StateBody): readonly string[] =>
  stateNames([one], [body]).flatMap(({ make }) => [...make()].map(({ id, form, as }) => `${id} ${as}: ${form}`));

describe('what follows from the name of a state', () => {
  it('has the adjective with article, in its gender and its plural, the name, and the capital that acts for it', () => {
    expect(namesOf(ukraine, forces).sort()).toEqual(
      [
        'ukrainian-forces name: القوات الأوكرانية',
        'ukrainian-forces name: جيش أوكرانيا',
        'ukrainian-forces name: جنود أوكرانيون',
        'ukrainian-forces adjective: أوكراني',
        'ukrainian-forces metonym: أوكرانيا',
        'ukrainian-forces metonym: كييف',
      ].sort(),
    );
  });
  it('takes an irregular plural (Afghans)', () => {
    expect(namesOf(afghanistan, forces)).toContain('afghan-forces name: جنود أفغان');
  });
  it('inflects both words of an adjective (South Korean)', () => {
    expect(namesOf(korea, forces)).toContain('south-korean-forces name: القوات الكورية الجنوبية');
    expect(namesOf(korea, forces)).toContain('south-korean-forces name: جنود كوريون جنوبيون');
  });
  it('names no side by a word that means something else (Mali, financial), and no financial official', () => {
    expect(namesOf(mali, forces)).toEqual([
      'malian-army name: القوات المالية',
      'malian-army name: جيش مالي',
      'malian-army name: جنود ماليون',
    ]);
    expect(namesOf(mali, officials)).toEqual([]);
  });
  it('makes what it can of a state without an adjective', () => {
    expect(namesOf(congo, forces)).toEqual([
      'central-african-forces name: جيش أفريقيا الوسطى',
      'central-african-forces metonym: أفريقيا الوسطى',
    ]);
  });
  it('leaves the army of a state alone that is written out by hand, not its officials', () => {
    expect(namesOf(syria, forces)).toEqual([]);
    expect(namesOf(syria, officials)).toEqual(['officials name: مسؤول سوري']);
    expect(sidesOfStates(all, [forces, officials]).get('forces')?.has('SY')).toBe(false);
  });
  it('knows every word behind the first beforehand', () => {
    const later = new Set(laterWords(all, [forces, officials]));
    for (const { make } of stateNames(all, [forces, officials]))
      for (const { form } of make()) for (const word of form.split(' ').slice(1)) expect(later).toContain(word);
  });
});
