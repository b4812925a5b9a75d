import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fold } from '@isnad/arabic';
import { describe, expect, it } from 'vitest';
import { loadGazetteer } from './gazetteer.js';
import { loadPlaceWords } from './heads.js';
import { precisionOf } from './precision.js';

const words = loadPlaceWords();
const gazetteer = loadGazetteer();

describe('head nouns', () => {
  it.each([
    ['مدينة', 'city', 'grammar'],
    ['المدينة', 'city', 'grammar'],
    ['بلدتي', 'town', 'grammar'],
    ['قرى', 'village', 'grammar'],
    ['أحياء', 'quarter', 'grammar'],
    ['سجن', 'prison', 'name'],
    ['مشفى', 'hospital', 'name'],
    ['حقلي', 'oil or gas field', 'name'],
    ['دوار', 'street', 'name'],
    ['ريفي', 'countryside', 'area'],
    ['محاور', 'axis of an attack', 'area'],
  ])('%s is a %s (%s)', (word, gloss, role) => {
    expect(words.headOf(word)).toMatchObject({ gloss, role });
  });

  it.each(['قصف', 'غارة', 'هجين', 'قوات'])('%s is none', (word) => {
    expect(words.headOf(word)).toBeUndefined();
  });
});

/** The precision of a place behind the words before it, as the contract counts it. */
const precision = (id: string, ...before: string[]): number => {
  const relations = before.flatMap((word) => words.relations.filter((one) => one.forms.includes(fold(word))));
  const heads = before.flatMap((word) => words.headOf(word) ?? []);
  return precisionOf(gazetteer.byId(id)!, [...relations, ...heads]);
};

describe('precision', () => {
  it.each([
    ['sy.hajin', [], 1, 'the named place'],
    ['sy.hajin', ['مدينة'], 1, 'مدينة is grammar'],
    ['sy.hajin', ['محيط'], 2, 'around it'],
    ['sy.hajin', ['قرب', 'بلدة'], 2, 'near it'],
    ['sy.hajin', ['شمال شرقي'], 2, 'a direction from it'],
    ['sy.hajin', ['وسط'], 1, 'its middle'],
    ['sy.hajin', ['بادية'], 3, 'the steppe beside it'],
    ['sy.afrin', ['ريف'], 3, 'the country around it'],
    ['sy.afrin-district', [], 3, 'a district'],
    ['sy.eastern-deir-ez-zor-countryside', [], 3, 'a countryside'],
    ['sy.deir-ez-zor-governorate', [], 4, 'a governorate'],
    ['xx.euphrates', [], 4, 'a river'],
    ['xx.iraqi-syrian-border', [], 4, 'a border'],
    ['sy.hajin-hospital', [], 2, 'not located: stands at its town’s point'],
  ])('%s behind %j is %i (%s)', (id, before, expected) => {
    expect(precision(id, ...before)).toBe(expected);
  });
});

it('refuses a broken table with file, line and field', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'heads-')), 'heads.yaml');
  writeFileSync(
    file,
    'heads:\n  - { head: مدينة, gloss: city, kinds: [metropolis], role: grammar, source: usage }\nrelations: []\n',
  );
  expect(() => loadPlaceWords(file)).toThrow(/heads\.yaml:2: heads\.0\.kinds/);
});
