import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { classOf, loadClasses, spelling } from './classes.js';

const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));
const folders: string[] = [];

const folderWith = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'isnad-classes-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
};

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('classes of words', () => {
  it('are read by part of the grammar, folded and once each', () => {
    const folder = folderWith({
      'clause.yaml': 'source: a grammar\nclasses:\n  near: {gloss: near to, words: [قريبة, قريبه, متمركز*]}\n',
    });
    expect([...loadClasses(folder)]).toEqual([['clause/near', ['قريبه', 'متمركز\\S*']]]);
  });

  it('name file and field where one has no gloss', () => {
    const folder = folderWith({ 'clause.yaml': 'source: a grammar\nclasses:\n  near: {words: [قريبة]}\n' });
    expect(() => loadClasses(folder)).toThrow(/clause\.yaml.*near\.gloss/s);
  });

  it('are asked for by name, with what grammar puts around them', () => {
    expect(classOf('event/superlative').has('اخر')).toBe(true);
    expect(spelling('clause/near', '[وف]?(?:ال)?').test('والقريبه')).toBe(true);
    expect(spelling('clause/near').test('القريبه')).toBe(false);
    expect(() => classOf('clause/nothing')).toThrow('clause/nothing');
  });

  it('are all asked for somewhere', () => {
    const sources = readdirSync(join(PACKAGE, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
      .map((name) => readFileSync(join(PACKAGE, 'src', name), 'utf8'))
      .join('\n');
    const idle = [...loadClasses(join(PACKAGE, 'words', 'classes')).keys()].filter(
      (name) => !sources.includes(`'${name}'`),
    );
    expect(idle).toEqual([]);
  });
});
