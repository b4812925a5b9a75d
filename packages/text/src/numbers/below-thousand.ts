import type { Token } from '../tokens.js';
import type { Group } from './groups.js';
import { joinedAt, type Piece, plainAt } from './pieces.js';

/** Reads a number word or compound below a thousand: ثلاثمئة وخمسة وعشرون. */
export const belowThousand = (tokens: readonly Token[], piece: Piece, original: string): Group | null => {
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
