import type { Token } from '../tokens.js';
import { type Atom, atomAt, atomOfWord } from './atoms.js';
import { readDigits } from './digits.js';

/** A piece of a number: a word or digits, with how it hangs on the piece before. */
export interface Piece {
  readonly atom: Atom | null;
  readonly digits: number | null;
  readonly decimal: number | null;
  readonly joined: boolean;
  readonly last: number;
}

/** The piece at a token. Behind the first, «و» may be written as a token of its own: و 200, و عشرين. */
export const pieceAt = (tokens: readonly Token[], index: number, original: string, opens: boolean): Piece | null => {
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

/** A piece that follows without و. */
export const plainAt = (tokens: readonly Token[], index: number, original: string): Piece | null => {
  const piece = pieceAt(tokens, index, original, false);
  return piece && !piece.joined ? piece : null;
};

/** A piece that is joined with و. */
export const joinedAt = (tokens: readonly Token[], index: number, original: string): Piece | null => {
  const piece = pieceAt(tokens, index, original, false);
  return piece?.joined ? piece : null;
};
