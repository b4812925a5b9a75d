import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkImports } from './check-imports.mjs';

let root;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'imports-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (file, content) => {
  const target = path.join(root, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, typeof content === 'string' ? content : JSON.stringify(content));
};

/** A house of two packages, `text` after `model`, with one source file each. */
const house = (modelSource, textSource, textDependencies = { '@isnad/model': '0.1.0' }) => {
  write('package.json', { devDependencies: { vitest: '4' } });
  write('packages/model/package.json', { name: '@isnad/model' });
  write('packages/model/src/index.ts', modelSource);
  write('packages/text/package.json', { name: '@isnad/text', dependencies: textDependencies });
  write('packages/text/src/index.ts', textSource);
  return checkImports(root);
};

const GOOD = "import type { Span } from '@isnad/model';\nexport type Word = Span;\n";

describe('imports between packages', () => {
  it('that flow one way and are declared pass, and are counted', () => {
    expect(house('export interface Span {}\n', GOOD)).toEqual({ files: 2, imports: 1, problems: [] });
  });

  it.each([
    ['against the flow', "import { word } from '@isnad/text';\n", GOOD, /imports @isnad\/text, which stands after it/],
    [
      'of an undeclared package',
      '',
      `${GOOD}import yaml from 'yaml';\n`,
      /imports yaml, which packages\/text\/package.json/,
    ],
    ['by side effect, undeclared', '', `${GOOD}import 'yaml';\n`, /imports yaml/],
    ['on demand, undeclared', '', `${GOOD}const yaml = await import('yaml');\n`, /imports yaml/],
    ['re-exported, undeclared', '', `${GOOD}export {\n  parse,\n} from 'yaml';\n`, /imports yaml/],
    ['of a tool of the tests in a source', '', `${GOOD}import { it } from 'vitest';\n`, /imports vitest/],
    ['into the files of another package', '', `${GOOD}import '@isnad/model/src/span.js';\n`, /reaches into/],
    ['by a path out of the package', '', `${GOOD}import '../../model/src/index.js';\n`, /reaches out of its package/],
    ['that never happen though declared', '', 'export {};\n', /declares @isnad\/model, which no source uses/],
  ])('%s are named', (_what, modelSource, textSource, problem) => {
    expect(house(modelSource, textSource).problems).toEqual(expect.arrayContaining([expect.stringMatching(problem)]));
  });

  it('of built-in modules, and of test tools in tests, need no declaration', () => {
    write('packages/text/src/a.test.ts', "import { it } from 'vitest';\nimport fs from 'node:fs';\n");
    expect(house('', GOOD).problems).toEqual([]);
  });

  it('of a package without a place in the flow are named', () => {
    write('packages/misc/package.json', { name: '@isnad/misc' });
    expect(house('', GOOD).problems).toEqual(['packages/misc: has no place in the flow']);
  });
});
