import type { Token } from '../tokens.js';
import { type Atom, atomAt, atomOfWord } from './atoms.js';
import { readDigits } from './digits.js';
import type { Core } from './mention.js';

/** A piece of a number: a word or digits, with how it hangs on the piece before. */
interface Piece {
  readonly atom: Atom | null;
  readonly digits: number | null;
  readonly decimal: number | null;
  readonly joined: boolean;
  readonly last: number;
}

/** A factor below the next scale, or a scale word, and where it ends. */
interface Group {
  readonly value: number;
  readonly scale: number;
  readonly last: number;
  readonly hasDigits: boolean;
  readonly hasWords: boolean;
  /** How far "and some" (ونيف) may take it up. */
  readonly slack: number;
  readonly excess?: number;
}

/** Reads the cardinal that begins at a token: ألف وثلاثمئة وخمسة وعشرون, 17 ألفا, مليون و200 ألف. */
export const readCardinal = (tokens: readonly Token[], first: number, original: string): Core | null => {
  const start = pieceAt(tokens, first, original, true);
  if (!start) return null;
  const opening = readGroup(tokens, start, original);
  if (!opening) return null;
  let { value, scale, last, hasDigits, hasWords, excess } = opening;
  let slack = opening.slack;
  let ceiling = scale;
  while (ceiling > 1) {
    const piece = pieceAt(tokens, last + 1, original, false);
    if (!piece?.joined) break;
    const role = piece.atom?.entry.role;
    if (role === 'fraction') {
      const share = piece.atom!.entry.value * ceiling;
      value += share;
      last = sameScale(tokens, piece.last + 1, original, ceiling);
      break;
    }
    const group = readGroup(tokens, piece, original);
    if (!group || group.value >= ceiling || !Number.isInteger(group.value)) break;
    value += group.value;
    last = group.last;
    ceiling = group.scale;
    scale = group.scale;
    slack = group.slack;
    hasDigits ||= group.hasDigits;
    hasWords ||= group.hasWords;
    if (group.excess) excess = group.excess;
  }
  const above = excessAfter(tokens, last, original);
  if (above !== null && slack > 0) {
    excess = slack;
    last = above;
  }
  return {
    first,
    last,
    min: excess ? value + 1 : value,
    max: value + (excess ?? 0),
    kind: 'cardinal',
    form: hasDigits && hasWords ? 'mixed' : hasDigits ? 'digits' : 'words',
    definite: start.atom?.definite ?? isArticle(tokens[first - 1]),
    scale,
  };
};

const isArticle = (token: Token | undefined): boolean => {
  const form = token?.word.form;
  return form !== undefined && (form === 'ال' || form.endsWith('ال') || form === 'لل') && form.length <= 4;
};

/** «و» may be written as a token of its own: و 200, و عشرين. */
const pieceAt = (tokens: readonly Token[], index: number, original: string, opens: boolean): Piece | null => {
  const token = tokens[index];
  if (!token) return null;
  if (token.kind === 'digits') {
    const digits = readDigits(tokens, index);
    return digits && { atom: null, digits: digits.value, decimal: digits.decimal, joined: false, last: digits.last };
  }
  if (token.kind !== 'word') return null;
  if (!opens && token.word.form === 'و') {
    const next = pieceAt(tokens, index + 1, original, true);
    return next && (next.atom === null || next.atom.proclitics === '') ? { ...next, joined: true } : null;
  }
  const atom = atomAt(tokens, index, original);
  if (!atom || (!opens && atom.proclitics !== '' && atom.proclitics !== 'و')) return null;
  const joined = atom.proclitics === 'و' || (!opens && isAndEleven(tokens, index, atom));
  return { atom, digits: null, decimal: null, joined, last: index };
};

/** After a larger number واحد before عشر or a ten is و and أحد: ألف وأحد عشر (1011), مئة وأحد وعشرون (121). */
const isAndEleven = (tokens: readonly Token[], index: number, { entry, proclitics }: Atom): boolean => {
  if (entry.role !== 'unit' || entry.value !== 1 || proclitics !== '') return false;
  const next = tokens[index + 1];
  const role = next?.kind === 'word' ? atomOfWord(next.word)?.entry.role : undefined;
  return role === 'ten' || role === 'tens';
};

const plainAt = (tokens: readonly Token[], index: number, original: string): Piece | null => {
  const piece = pieceAt(tokens, index, original, false);
  return piece && !piece.joined ? piece : null;
};

const joinedAt = (tokens: readonly Token[], index: number, original: string): Piece | null => {
  const piece = pieceAt(tokens, index, original, false);
  return piece?.joined ? piece : null;
};

/** نصف المليون (half of the million) repeats the scale. */
const sameScale = (tokens: readonly Token[], index: number, original: string, scale: number): number => {
  const piece = plainAt(tokens, index, original);
  return piece?.atom?.entry.role === 'scale' && piece.atom.entry.value === scale ? piece.last : index - 1;
};

const excessAfter = (tokens: readonly Token[], last: number, original: string): number | null => {
  const piece = joinedAt(tokens, last + 1, original);
  return piece?.atom?.entry.role === 'excess' ? piece.last : null;
};

const readGroup = (tokens: readonly Token[], piece: Piece, original: string): Group | null => {
  const role = piece.atom?.entry.role;
  if (role === 'scale') return scaleGroup(tokens, piece, original);
  if (role === 'fraction') return fractionGroup(tokens, piece, original);
  const below = piece.digits === null ? belowThousand(tokens, piece, original) : digitGroup(piece);
  if (!below) return null;
  return multiply(tokens, below, piece.decimal, original);
};

const digitGroup = (piece: Piece): Group => ({
  value: piece.digits!,
  scale: 1,
  last: piece.last,
  hasDigits: true,
  hasWords: false,
  slack: 0,
});

/** The scale words behind a factor: 17 ألفا, مئة ألف, ألف مليون. */
const multiply = (tokens: readonly Token[], factor: Group, decimal: number | null, original: string): Group => {
  let group = factor;
  for (;;) {
    const piece = plainAt(tokens, group.last + 1, original);
    const entry = piece?.atom?.entry;
    if (!piece || entry?.role !== 'scale' || entry.number === 'two' || entry.value <= group.scale) return group;
    const value = group.scale === 1 && decimal !== null ? decimal : group.value;
    const scale = group.scale * entry.value;
    group = { ...group, value: round(value * entry.value), scale, last: piece.last, hasWords: true, slack: scale - 1 };
  }
};

/** 1.1 × 1,000,000 must not show the error of binary fractions. */
const round = (value: number): number => Math.round(value * 1000) / 1000;

const scaleGroup = (tokens: readonly Token[], piece: Piece, original: string): Group | null => {
  const { value, number } = piece.atom!.entry;
  if (number === 'many') return null;
  const isTwo = number === 'two' || (number === 'one-or-two' && isConstruct(tokens, piece.last, original));
  const group = {
    value: isTwo ? 2 * value : value,
    scale: value,
    last: piece.last,
    hasDigits: false,
    hasWords: true,
    slack: value - 1,
  };
  return isTwo ? group : multiply(tokens, group, null, original);
};

/** ألفا قتيل (two thousand dead) before its noun, but ألفاً (a thousand) with its vowel mark or alone. */
const isConstruct = (tokens: readonly Token[], index: number, original: string): boolean => {
  const token = tokens[index]!;
  if (/[\u064b\u08f0]/.test(original.slice(token.start, token.end))) return false;
  const next = tokens[index + 1];
  return (
    next?.kind === 'word' && next.word.form !== 'و' && !next.word.form.startsWith('و') && next.word.form.length > 2
  );
};

/** نصف مليون (half a million). */
const fractionGroup = (tokens: readonly Token[], piece: Piece, original: string): Group | null => {
  const next = plainAt(tokens, piece.last + 1, original);
  const entry = next?.atom?.entry;
  if (!next || entry?.role !== 'scale' || (entry.number !== 'one' && entry.number !== 'one-or-two')) return null;
  const value = piece.atom!.entry.value * entry.value;
  return { value, scale: 1, last: next.last, hasDigits: false, hasWords: true, slack: 0 };
};

const belowThousand = (tokens: readonly Token[], piece: Piece, original: string): Group | null => {
  const hundreds = hundredsPart(tokens, piece, original);
  if (!hundreds) return belowHundred(tokens, piece, original);
  const rest = joinedAt(tokens, hundreds.last + 1, original);
  const tail = rest?.atom && belowHundred(tokens, rest, original);
  if (!tail) return words(hundreds.value, hundreds.last, 99);
  return { ...tail, value: hundreds.value + tail.value };
};

const words = (value: number, last: number, slack: number, excess?: number): Group => ({
  value,
  scale: 1,
  last,
  hasDigits: false,
  hasWords: true,
  slack,
  ...(excess ? { excess } : {}),
});

const hundredsPart = (tokens: readonly Token[], piece: Piece, original: string) => {
  const entry = piece.atom!.entry;
  if (entry.role === 'hundred' || entry.role === 'hundreds') return { value: entry.value, last: piece.last };
  if (entry.role !== 'unit' || entry.value < 3) return null;
  const next = plainAt(tokens, piece.last + 1, original);
  const role = next?.atom?.entry.role;
  const isHundred = role === 'hundred' || (role === 'vague' && next?.atom?.entry.value === 100);
  return next && isHundred ? { value: entry.value * 100, last: next.last } : null;
};

const belowHundred = (tokens: readonly Token[], piece: Piece, original: string): Group | null => {
  const { role, value } = piece.atom!.entry;
  if (role === 'ten') return words(10, piece.last, 0);
  if (role === 'teen') return words(value, piece.last, 0);
  if (role === 'tens') return words(value, piece.last, 9);
  if (role !== 'unit' && role !== 'head' && role !== 'few' && role !== 'excess') return null;
  const teen = plainAt(tokens, piece.last + 1, original);
  if (teen?.atom?.entry.role === 'ten') return compound(role, value, 10, teen.last);
  const tens = joinedAt(tokens, piece.last + 1, original);
  if (tens?.atom?.entry.role === 'tens') return compound(role, value, tens.atom.entry.value, tens.last);
  return role === 'unit' ? words(value, piece.last, 0) : null;
};

/** بضعة عشر is 13 to 19, نيف وعشرون 21 to 29. */
const compound = (role: string, value: number, tens: number, last: number): Group => {
  if (role === 'few') return words(tens + 2, last, 0, 7);
  if (role === 'excess') return words(tens, last, 0, 9);
  return words(tens + value, last, 0);
};
