import { fold, type Segmentation } from '@isnad/arabic';
import { entryAt } from '../entry-at.js';
import type { Token } from '../tokens.js';
import type { Word } from '../words.js';
import type { Core } from './mention.js';
import data from './quantifiers.json' with { type: 'json' };

const notBefore = new Set(data.oneOf.notBefore.map(fold));
const notAfter = new Set(data.oneOf.notAfter.map(fold));
/** أحد (masculine), إحدى (feminine), and إحدا as it is written before a pronoun. */
const STEMS = new Set(data.oneOf.stems.map(fold));
const BEFORE_PRONOUN = fold('إحدا');
const FEMININE = fold('إحدى');

/** The cut by which a word is أحد or إحدى; null for other words. */
export const oneOfCut = (word: Word): Segmentation | null =>
  word.cuts.find(({ stem, definite, proclitics }) => !definite && !proclitics.includes('س') && STEMS.has(stem)) ?? null;

/** Reads «أحد / إحدى» and a plural (one of the …), أحدهم (one of them): exactly one. */
export const readOneOf = (tokens: readonly Token[], index: number): Core | null => {
  const cut = oneOfCut(tokens[index]!.word);
  if (!cut || notAfter.has(entryAt(tokens, index - 1)?.word.form ?? '')) return null;
  const isOfThem = cut.enclitic.startsWith('ه') && cut.stem !== FEMININE;
  const next = tokens[index + 1];
  const isPlural =
    cut.enclitic === '' && cut.stem !== BEFORE_PRONOUN && next?.kind === 'word' && !notBefore.has(next.word.form);
  if (!isOfThem && !isPlural) return null;
  return {
    first: index,
    last: index,
    min: 1,
    max: 1,
    kind: 'cardinal',
    form: 'singular-one',
    definite: false,
    scale: 1,
  };
};
