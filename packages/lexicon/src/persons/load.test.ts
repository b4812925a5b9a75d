import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fold } from '@isnad/arabic';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPersons, PERSONS_FOLDER } from './load.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isnad-persons-'));
  cpSync(PERSONS_FOLDER, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const change = (name: string, from: string, to: string): void => {
  const file = join(folder, name);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
};

describe('tables of people', () => {
  it.each([
    ['titles.yaml', 'role: official', 'role: boss', /^titles\.yaml:\d+: role: /],
    ['given-names.yaml', 'sex: male', 'gender: male', /^given-names\.yaml:\d+: (?:sex|gender): /],
    ['kinship.yaml', 'source: usage', 'origin: usage', /^kinship\.yaml:\d+: (?:source|origin): /],
  ])('%s: a slip is named with its file, line and field', (name, from, to, message) => {
    change(name, from, to);
    expect(() => loadPersons(folder)).toThrow(message);
  });

  it('a missing table is named', () => {
    rmSync(join(folder, 'fates.yaml'));
    expect(() => loadPersons(folder)).toThrow('fates.yaml:1: file: is missing from the data folder');
  });

  it('only offices, commands, spokesmen, generals and reporters act in public', () => {
    const { titles } = loadPersons();
    const others = titles.filter((title) => title.public && !['office', 'command', 'spokesman'].includes(title.is));
    expect(others.map(({ id }) => id)).toEqual(['general', 'correspondent', 'our-correspondent']);
  });

  it('a name is plain or a common word too, not both for one sex', () => {
    const { givenNames } = loadPersons();
    const named = (kind: string) =>
      new Set(
        givenNames.flatMap((one) => (one.kind === kind ? one.names.map((name) => `${one.sex} ${fold(name)}`) : [])),
      );
    const common = named('common');
    expect([...named('plain')].filter((name) => common.has(name))).toEqual([]);
  });
});
