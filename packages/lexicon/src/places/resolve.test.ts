import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadGazetteer } from './gazetteer.js';
import { resolvePlace } from './resolve.js';

const gazetteer = loadGazetteer();

interface Case {
  readonly name: string;
  readonly head: string;
  readonly nearby: readonly string[];
  readonly countries: readonly string[];
  readonly meant: string;
  readonly method: string;
  readonly turnedDown: string | null;
}

const cases: readonly Case[] = readFileSync(new URL('./look-alikes.cases.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([name, head, nearby, countries, meant, method, turnedDown]) => ({
    name: name!,
    head: head!,
    nearby: nearby!.split(',').flatMap((one) => one.trim() || []),
    countries: countries!.split(/\s+/).filter(Boolean),
    meant: meant!,
    method: method!,
    turnedDown: turnedDown || null,
  }));

const companion = (name: string) => {
  const found = gazetteer
    .namedInEnglish(name)
    .find((place) => !['governorate', 'district', 'subdistrict'].includes(place.kind));
  if (!found) throw new Error(`the table of cases names an unknown companion: ${name}`);
  return found;
};

/** As a reader finds them: the looser spellings count behind a head noun only. */
const candidatesOf = (one: Case) => [
  ...gazetteer.named(one.name),
  ...(one.head ? gazetteer.namedLoosely(one.name) : []),
];

const contextOf = (one: Case) => ({
  ...(one.head && { head: one.head }),
  form: one.name,
  nearby: one.nearby.map(companion),
  countries: one.countries,
});

const resolve = (one: Case) => resolvePlace(candidatesOf(one), contextOf(one), gazetteer);

describe('look-alikes', () => {
  it('come in many cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(180);
  });

  it.each(cases)('$head $name beside $nearby ($countries) is $meant, by $method', (one) => {
    const { place, method, rejected } = resolve(one);
    expect([place?.id ?? '—', method]).toEqual([one.meant, one.method]);
    const candidates = new Set(candidatesOf(one));
    expect(rejected.length, 'each other candidate is rejected with a reason').toBe(candidates.size - (place ? 1 : 0));
    for (const other of rejected) expect(other.why.length).toBeGreaterThan(10);
    if (one.turnedDown) expect(rejected.map((other) => other.place.id)).toContain(one.turnedDown);
  });

  it('do not depend on the order of the candidates', () => {
    for (const one of cases) {
      const there = resolve(one);
      const back = resolvePlace(candidatesOf(one).reverse(), contextOf(one), gazetteer);
      expect(back.place?.id).toBe(there.place?.id);
    }
  });
});

describe('names that are also common words', () => {
  it.each([
    ['الضفة', [], '—', 'the bank: of a river as well'],
    ['الضفة', ['Ramallah'], 'ps.west-bank', 'a place in it vouches'],
    ['الضفة الغربية', [], 'ps.west-bank', 'the full name stands alone'],
    ['محافظة صلاح الدين', [], 'iq.salah-al-din-governorate', 'its own head noun vouches'],
    ['صلاح الدين', [], '—', 'also a man'],
    ['الدير', [], '—', 'the monastery'],
    ['الدير', ['Al-Muhasan'], 'sy.deir-ez-zor', 'a place near by vouches'],
  ])('%s beside %j is %s (%s)', (form, nearby, meant) => {
    const context = { form, nearby: nearby.map(companion), countries: [] };
    expect(resolvePlace(gazetteer.named(form), context, gazetteer).place?.id ?? '—').toBe(meant);
  });
});
