import type { Token } from '../tokens.js';
import { belowThousand } from './below-thousand.js';
import { type Piece, plainAt } from './pieces.js';

/** A factor below the next scale, or a scale word, and where it ends. */
export interface Group {
  readonly value: number;
  readonly scale: number;
  readonly last: number;
  readonly hasDigits: boolean;
  readonly hasWords: boolean;
  /** How far "and some" (ونيف) may take it up. */
  readonly slack: number;
  readonly excess?: number;
}

/** Reads a factor with its scale words, or a scale word alone: 17 ألفا, مئة ألف, ألفان, نصف مليون. */
export const readGroup = (tokens: readonly Token[], piece: Piece, original: string): Group | null => {
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
