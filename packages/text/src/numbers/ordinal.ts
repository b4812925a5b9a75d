import { entryAt } from '../entry-at.js';
import type { Token } from '../tokens.js';
import { type Atom, atomAt } from './atoms.js';
import type { Core } from './mention.js';

/** Reads the ordinal that begins at a token: العاشر (10th), الحادي عشر (11th), الثالث والعشرون (23rd). */
export const readOrdinal = (tokens: readonly Token[], first: number, original: string): Core | null => {
  const atom = atomAt(tokens, first, original);
  if (atom?.entry.role !== 'ordinal') return null;
  const next = atomAt(tokens, first + 1, original);
  const added = next ? tensBehind(atom, next) : 0;
  if (added === 0 && (atom.entry.compoundOnly || isSecondOfTime(tokens, first))) return null;
  const value = atom.entry.value + added;
  return {
    first,
    last: added > 0 ? first + 1 : first,
    min: value,
    max: value,
    kind: 'ordinal',
    form: 'words',
    definite: atom.definite,
    scale: 1,
  };
};

const tensBehind = (ordinal: Atom, next: Atom): number => {
  if (next.entry.role === 'ten' && next.proclitics === '' && !next.definite) return ordinal.entry.value < 10 ? 10 : 0;
  return next.entry.role === 'tens' && next.proclitics === 'و' ? next.entry.value : 0;
};

/** 30 ثانية: seconds, no second. */
const isSecondOfTime = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]!.word.form === 'ثانيه' && entryAt(tokens, index - 1)?.kind === 'digits';
