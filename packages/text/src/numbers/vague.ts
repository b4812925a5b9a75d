import { fold } from '@isnad/arabic';
import { Memo } from '@isnad/lexicon';
import type { Token } from '../tokens.js';
import type { Word } from '../words.js';
import { type Atom, atomAt } from './atoms.js';
import type { Core, Quantifier } from './mention.js';
import data from './quantifiers.json' with { type: 'json' };

interface Phrase {
  readonly id: Quantifier;
  readonly min: number | null;
  readonly max: number | null;
  readonly rest: readonly string[];
  readonly written?: string;
  /** May carry the article: العديد من. */
  readonly article: boolean;
  /** Condition on the word behind: `definite`. */
  readonly next?: string;
  readonly notNext: ReadonlySet<string>;
}

/** Quantifiers that may carry a pronoun: معظمهم (most of them), جميعهم (all of them). */
const WITH_PRONOUN = new Set<Quantifier>(['most', 'all']);

const phrases = new Map<string, Phrase[]>();
for (const row of data.quantifiers) {
  for (const text of row.phrases) {
    const [head, ...rest] = fold(text).split(' ');
    const phrase: Phrase = {
      id: row.id as Quantifier,
      min: row.min,
      max: row.max,
      rest,
      article: 'article' in row && row.article === true,
      ...('written' in row && row.written ? { written: row.written } : {}),
      ...('next' in row && row.next ? { next: row.next } : {}),
      notNext: new Set('notNext' in row ? row.notNext?.map(fold) : []),
    };
    phrases.set(
      head!,
      [...(phrases.get(head!) ?? []), phrase].sort((a, b) => b.rest.length - a.rest.length),
    );
  }
}

const read = (word: Word): readonly Phrase[] | null => {
  const found: Phrase[] = [];
  for (const cut of word.cuts) {
    for (const phrase of phrases.get(cut.stem) ?? []) {
      if (cut.proclitics.includes('س') || (cut.definite && !phrase.article)) continue;
      if (
        cut.enclitic === '' ||
        (phrase.rest.length === 0 && WITH_PRONOUN.has(phrase.id) && cut.enclitic.startsWith('ه'))
      )
        found.push(phrase);
    }
  }
  return found.length > 0 ? found : null;
};

const known = new Memo<Word, readonly Phrase[] | null>(read);

/** The quantifiers that may begin with a word; each distinct word is looked at once. */
export const phrasesOf = (word: Word): readonly Phrase[] | null => known.of(word);

const fits = (tokens: readonly Token[], index: number, original: string, phrase: Phrase): boolean => {
  const token = tokens[index]!;
  if (phrase.written && !original.slice(token.start, token.end).includes(phrase.written)) return false;
  if (!phrase.rest.every((form, k) => tokens[index + 1 + k]?.word.form === form)) return false;
  const next = tokens[index + 1 + phrase.rest.length];
  if (phrase.next === 'definite' && !next?.word.form.startsWith('ال')) return false;
  return !(next && phrase.notNext.has(next.word.form));
};

/** Reads the vague quantity that begins at a token: عشرات الآلاف, عدة, بضع مئات, عدد كبير من. */
export const readVague = (tokens: readonly Token[], first: number, original: string): Core | null => {
  const token = tokens[first]!;
  const atom = atomAt(tokens, first, original);
  if (atom && isPlural(atom)) return count(tokens, first, first, atom, 1, original);
  const phrase = phrasesOf(token.word)?.find((candidate) => fits(tokens, first, original, candidate));
  if (!phrase) return null;
  const last = first + phrase.rest.length;
  const behind = atomAt(tokens, last + 1, original);
  if (phrase.min === 3 && behind && behind.proclitics === '' && isPlural(behind))
    return count(tokens, first, last + 1, behind, 3, original);
  return core(first, last, phrase.min, phrase.max, phrase.id, false);
};

const isPlural = ({ entry }: Atom): boolean =>
  entry.role === 'vague' || (entry.role === 'scale' && entry.number === 'many');

/** عشرات is 20 to 99, other plurals from one to just below ten of their unit; a scale word behind multiplies. */
const count = (
  tokens: readonly Token[],
  first: number,
  at: number,
  atom: Atom,
  least: number,
  original: string,
): Core => {
  const unit = atom.entry.value;
  const lowest = (unit === 10 ? Math.max(2, least) : least) * unit;
  const next = atomAt(tokens, at + 1, original);
  const isMultiplied =
    next?.entry.role === 'scale' && next.proclitics === '' && next.entry.number !== 'two' && next.entry.value > unit;
  const scale = isMultiplied ? next.entry.value : 1;
  return core(first, isMultiplied ? at + 1 : at, lowest * scale, 10 * unit * scale - 1, 'count', atom.definite);
};

const core = (
  first: number,
  last: number,
  min: number | null,
  max: number | null,
  quantifier: Quantifier,
  definite: boolean,
): Core => ({ first, last, min, max, kind: 'cardinal', form: 'vague', definite, scale: 1, quantifier });
