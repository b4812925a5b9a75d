import { fold } from '@isnad/arabic';
import { Memo } from '@isnad/lexicon';
import type { Token } from '../tokens.js';
import type { Word } from '../words.js';
import data from './words.json' with { type: 'json' };

/** What a single number word contributes to a number. */
export type Role =
  | 'unit'
  | 'ten'
  | 'head'
  | 'teen'
  | 'tens'
  | 'hundred'
  | 'hundreds'
  | 'scale'
  | 'vague'
  | 'fraction'
  | 'few'
  | 'excess'
  | 'ordinal';

/** An entry of `words.json`. */
export interface Entry {
  readonly role: Role;
  readonly value: number;
  /** Grammatical number of a scale word: ألف, ألفان, آلاف; ألفا is either of the first two. */
  readonly number?: 'one' | 'one-or-two' | 'two' | 'many';
  /** Folded words after which this one is no number: بئر السبع is a town. */
  readonly notAfter?: readonly string[];
  /** A letter that the original must show, because folding makes it another word: ميتا (dead), مئتا (200). */
  readonly written?: string;
  /** Only a number when another number word follows: الحادي عشر. */
  readonly compoundOnly?: boolean;
}

/** A number word as it stands in the text, with what is cut off in front. */
export interface Atom {
  readonly entry: Entry;
  readonly proclitics: string;
  readonly definite: boolean;
}

const entries = new Map<string, Entry>();
for (const row of data.atoms) {
  const { role, forms, notAfter, ...rest } = row as Entry & { readonly forms: readonly string[] };
  const entry: Entry = { role, ...rest, ...(notAfter ? { notAfter: notAfter.map(fold) } : {}) };
  for (const form of forms) entries.set(fold(form), entry);
}
const notNumbers = new Set(data.notNumbers.flatMap((row) => row.forms.map(fold)));

/** Proclitics that may stand before a number word; the future particle س may not. */
const FRONTS = new Set(['', 'و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول', 'وك', 'فب', 'فل', 'فك']);

const read = (word: Word): Atom | null => {
  if (notNumbers.has(word.form)) return null;
  for (const cut of word.cuts) {
    if (cut.enclitic !== '' || !FRONTS.has(cut.proclitics)) continue;
    const entry = entries.get(cut.stem);
    if (entry) return { entry, proclitics: cut.proclitics, definite: cut.definite };
  }
  return null;
};

const known = new Memo<Word, Atom | null>(read);

/** The number word that a written word is, by its letters alone; each distinct word is looked at once. */
export const atomOfWord = (word: Word): Atom | null => known.of(word);

/** The number word at a token, its neighbours and its spelling in the original considered. */
export const atomAt = (tokens: readonly Token[], index: number, original: string): Atom | null => {
  const token = tokens[index];
  if (token?.kind !== 'word') return null;
  const atom = atomOfWord(token.word);
  if (!atom) return null;
  const { written, notAfter } = atom.entry;
  if (written && !original.slice(token.start, token.end).includes(written)) return null;
  if (notAfter && index > 0 && notAfter.includes(tokens[index - 1]!.word.form)) return null;
  return atom;
};
