import type { Letters } from '@isnad/arabic';
import { gluedLength, type IsKnownWord } from './glued.js';
import type { Vocabulary, Word } from './words.js';

export type TokenKind = 'word' | 'digits' | 'latin' | 'mark' | 'break';

/** One token of a report. Offsets are UTF-16 code units of the original text. */
export interface Token {
  readonly index: number;
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  readonly word: Word;
  /** Whether white space stands before it. */
  readonly spaced: boolean;
}

const WORD = 1;
const DIGITS = 2;
const LATIN = 3;
const MARK = 4;
const SPACE = 5;
const BREAK = 6;

const kindOf = (unit: number): number => {
  if ((unit >= 0x0621 && unit <= 0x064a) || (unit >= 0x066e && unit <= 0x06d5 && unit !== 0x06d4)) return WORD;
  if (unit >= 0x30 && unit <= 0x39) return DIGITS;
  if ((unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xc0 && unit <= 0x24f)) return LATIN;
  if (unit === 0x0a) return BREAK;
  return unit === 0x20 ? SPACE : MARK;
};

const NAMES: readonly TokenKind[] = ['mark', 'word', 'digits', 'latin', 'mark', 'mark', 'break'];

/**
 * Tokens of a normalised text: runs of Arabic letters, of digits, of Latin letters; single marks; line
 * breaks. Glued text such as اعتقال١٠ (arrest of 10) comes apart by itself; two words written as one
 * («عناصرمن») only where `isKnown` knows both. A conjunction or preposition that stands alone («و القرى»,
 * «لـ 12», «لـ”قسد”») stays a token of its own: `isJoined` and the number reader look past it.
 */
export const readTokens = (letters: Letters, vocabulary: Vocabulary, isKnown?: IsKnownWord): readonly Token[] => {
  const { view, at, original } = letters;
  const tokens: Token[] = [];
  let spaced = true;
  const push = (kind: number, first: number, end: number, word: Word) => {
    tokens.push({
      index: tokens.length,
      kind: NAMES[kind]!,
      start: at[first]!,
      end: endInOriginal(original, at[end - 1]!, at[end]!),
      word,
      spaced,
    });
    spaced = kind === BREAK;
  };
  for (let i = 0; i < view.length; ) {
    const kind = kindOf(view.charCodeAt(i));
    if (kind === SPACE) {
      spaced = true;
      i++;
      continue;
    }
    let end = i + 1;
    if (kind !== MARK && kind !== BREAK) while (end < view.length && kindOf(view.charCodeAt(end)) === kind) end++;
    const first = i;
    const word = vocabulary.wordAt(view, i, end);
    const glued =
      kind === WORD && isKnown ? gluedLength(word, vocabulary, isKnown, (k) => original[at[first + k]!]!) : 0;
    if (glued > 0) {
      push(kind, i, i + glued, vocabulary.wordAt(view, i, i + glued));
      push(kind, i + glued, end, vocabulary.wordAt(view, i + glued, end));
    } else push(kind, i, end, word);
    i = end;
  }
  return tokens;
};

/** Whether و (and) joins a token to what stands before it, attached («والقرى») or detached («و القرى»). */
export const isJoined = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  if (token?.kind !== 'word') return tokens[index - 1]?.word.form === 'و';
  return tokens[index - 1]?.word.form === 'و' || token.word.cuts.some((cut) => cut.proclitics.startsWith('و'));
};

/** Marks dropped behind the last letter belong to the word; space and punctuation do not. */
const endInOriginal = (original: string, last: number, next: number): number => {
  let end = last + 1;
  while (end < next && isMark(original.charCodeAt(end))) end++;
  return end;
};

const isMark = (unit: number): boolean =>
  (unit >= 0x064b && unit <= 0x065f) || unit === 0x0670 || unit === 0x0640 || (unit >= 0xdc00 && unit <= 0xdfff);
