import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fold } from '@isnad/arabic';
import { LexiconError, readYamlFile } from '@isnad/lexicon';
import { z } from 'zod';

/** A file of words/classes: small classes of words that one part of the grammar asks for by name. */
const classesSchema = z.strictObject({
  source: z.string(),
  classes: z.record(
    z.string().regex(/^[a-z-]+$/),
    z.strictObject({
      /** An example with its gloss, or what the words have in common. */
      gloss: z.string(),
      /** Where the words are from, if not from the source of the file. */
      source: z.string().optional(),
      /** As they are spelt; `*` behind one stands for any ending. */
      words: z.array(z.string()).min(1),
    }),
  ),
});

/** Words of a class by its name, `clause/near`, each folded as texts are. */
export type WordClasses = ReadonlyMap<string, readonly string[]>;

const WILD = '*';

/** A word as it is in a pattern. */
const patternOf = (word: string): string =>
  word.endsWith(WILD) ? `${fold(word.slice(0, -WILD.length))}\\S*` : fold(word);

/**
 * Reads words/classes/*.yaml of this package: `near` of `clause.yaml` is `clause/near`.
 * @throws LexiconError that names file, line and field, if the data is broken
 */
export const loadClasses = (folder: string): WordClasses => {
  const classes = new Map<string, readonly string[]>();
  for (const name of readdirSync(folder).sort()) {
    const file = join(folder, name);
    if (!name.endsWith('.yaml')) throw new LexiconError(file, 1, 'name', `is ${name}`, 'Keep YAML files here only.');
    const part = basename(name, '.yaml');
    for (const [id, { words }] of Object.entries(readYamlFile(file, classesSchema).classes))
      classes.set(`${part}/${id}`, [...new Set(words.map(patternOf))]);
  }
  return classes;
};

/** Read where this module is loaded, as patterns are made where theirs are. */
const classes = loadClasses(fileURLToPath(new URL('../../words/classes/', import.meta.url)));

const wordsOf = (name: string): readonly string[] => {
  const words = classes.get(name);
  if (words === undefined) throw new Error(`words/classes has no class ${name}`);
  return words;
};

/**
 * The words of a class, folded, to be looked up as they stand. To be called where a module is loaded.
 * @example classOf('event/superlative').has('اخر')
 */
export const classOf = (name: string): ReadonlySet<string> => new Set(wordsOf(name));

/**
 * The words of a class, folded, as alternatives of a pattern. To be called where a module is loaded.
 * @example new RegExp(`(${anyOf('scan/compass')})ي?`)
 */
export const anyOf = (name: string): string => wordsOf(name).join('|');

/**
 * How a word of a class is written, with what grammar puts before and behind it: patterns of folded letters.
 * To be called where a module is loaded.
 * @example spelling('clause/near', '(?:ال)?').test('القريبه')
 */
export const spelling = (name: string, before = '', behind = ''): RegExp =>
  new RegExp(`^${before}(?:${anyOf(name)})${behind}$`);
