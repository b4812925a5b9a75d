import { entryAt } from '../entry-at.js';
import type { Token } from '../tokens.js';
import { readGroup } from './groups.js';
import type { Core } from './mention.js';
import { joinedAt, pieceAt, plainAt } from './pieces.js';

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
    definite: start.atom?.definite ?? isArticle(entryAt(tokens, first - 1)),
    scale,
  };
};

/** The article, alone or behind a proclitic, as it stands before digits: الـ 10, بالـ 10. */
const ARTICLES = new Set(['ال', 'بال', 'لل', 'كال', 'وال', 'فال', 'ولل', 'وبال']);

const isArticle = (token: Token | undefined): boolean => token !== undefined && ARTICLES.has(token.word.form);

/** نصف المليون (half of the million) repeats the scale. */
const sameScale = (tokens: readonly Token[], index: number, original: string, scale: number): number => {
  const piece = plainAt(tokens, index, original);
  return piece?.atom?.entry.role === 'scale' && piece.atom.entry.value === scale ? piece.last : index - 1;
};

const excessAfter = (tokens: readonly Token[], last: number, original: string): number | null => {
  const piece = joinedAt(tokens, last + 1, original);
  return piece?.atom?.entry.role === 'excess' ? piece.last : null;
};
