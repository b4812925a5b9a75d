import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { listFiles } from './data-files.js';
import { DATA_FOLDER } from './load.js';
import { readPlainYaml } from './plain-yaml.js';

const ours = listFiles(DATA_FOLDER, '.yaml');

describe('plain YAML', () => {
  it.each(ours.map(({ name, text }) => [name, text]))('reads %s as the library does', (_name, text) => {
    expect(readPlainYaml(text)).toEqual(parse(text));
  });

  const plain: readonly [gloss: string, text: string, value: unknown][] = [
    [
      'a list of maps',
      '- id: a\n  n: 3\n  yes: true\n\n# note\n- id: b\n',
      [{ id: 'a', n: 3, yes: true }, { id: 'b' }],
    ],
    ['a folded text', '- forms: >-\n    one two\n    three\n  id: a\n', [{ forms: 'one two three', id: 'a' }]],
    [
      'nested lists',
      '- id: a\n  verbs:\n    - { root: ق ت ل, form: 1 }\n',
      [{ id: 'a', verbs: [{ root: 'ق ت ل', form: 1 }] }],
    ],
    ['quotes', '- en: "Al-Arab (London), daily"\n', [{ en: 'Al-Arab (London), daily' }]],
    ['dates and years', '- from: 2015-10\n  to: 2025\n', [{ from: '2015-10', to: 2025 }]],
    ['flow lists', '- id: [a, b c]\n  n: []\n', [{ id: ['a', 'b c'], n: [] }]],
    [
      'collections in collections',
      '- {verb: ق ص ف, form: 1, of: [{a: "x, y", b: [-2, true]}, {}]}\n',
      [{ verb: 'ق ص ف', form: 1, of: [{ a: 'x, y', b: [-2, true] }, {}] }],
    ],
    ['a list on several lines', 'all:\n  # note\n  [a, b,\n    c]\n', { all: ['a', 'b', 'c'] }],
    [
      'a map on several lines',
      '- {\n    a: [b,\n      c],\n  }\n- { d: 2015-10 }\n',
      [{ a: ['b', 'c'] }, { d: '2015-10' }],
    ],
    ['keys of several words', 'x: {في صفوف: target}\nفي يد: a\n', { x: { 'في صفوف': 'target' }, 'في يد': 'a' }],
    ['nothing', '- parent:\n  id: a\n', [{ parent: null, id: 'a' }]],
  ];
  it.each(plain)('reads %s', (_gloss, text, value) => {
    expect(readPlainYaml(text)).toEqual(value);
    expect(parse(text)).toEqual(value);
  });

  const left: readonly [gloss: string, text: string][] = [
    ['a comment behind a value', '- id: a # note\n'],
    ['a flow list with nothing between commas', '- id: [a,, b]\n'],
    ['a flow map without blank behind a colon', '- {a:b}\n'],
    ['a flow map with a key alone', '- {a, b: c}\n'],
    ['a flow list with a pair in it', '- [a: b]\n'],
    ['a number with a fraction in a list', '- [1.5, 1e3, 0x1]\n'],
    ['a word that some take for no text', '- [Null, ~]\n'],
    ['a flow list that does not end', '- [a, b\n'],
    ['an anchor', '- id: &x a\n'],
    ['a key that stands twice', '- id: a\n  id: b\n'],
    ['a text that goes on in the next line', '- id: a\n    b\n'],
    ['an escape', '- id: "a\\n"\n'],
    ['a colon in a text', '- id: a: b\n'],
    ['a number with a fraction', '- id: 1.5\n'],
    ['a tab', '- id: a\n\tb: c\n'],
    ['a document mark', '---\n- id: a\n'],
    ['a literal text', '- id: |\n    a\n    b\n'],
  ];
  it.each(left)('leaves %s to the library', (_gloss, text) => {
    expect(readPlainYaml(text)).toBeNull();
  });
});
