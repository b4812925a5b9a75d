import type { Word } from '../words.js';

/** A noun in the dual: قتيلان, غارتين, بلدتي. */
export interface Dual {
  /** Folded singular: قتيل, غاره, بلده. */
  readonly singular: string;
  readonly proclitics: string;
  readonly definite: boolean;
  /** Without ن, before the noun it governs: بلدتي هجين (the two towns of Hajin). */
  readonly construct: boolean;
  /**
   * A masculine in another ending than ـان, which may be no dual: مقاتلين (two, or many, fighters), قتيلا (two dead
   * of …, or the accusative after 17).
   */
  readonly ambiguous: boolean;
}

const ENDINGS: readonly { readonly ending: string; readonly construct: boolean }[] = [
  { ending: 'ان', construct: false },
  { ending: 'ين', construct: false },
  { ending: 'ا', construct: true },
  { ending: 'ي', construct: true },
];

/**
 * The dual that a word is, if its singular is known to the caller; null for other words. A word that is
 * itself a known singular (ميدان, square) is no dual.
 */
export const dualOf = (word: Word, isSingular: (folded: string) => boolean): Dual | null => {
  for (const { stem, proclitics, definite, enclitic } of word.cuts) {
    if (enclitic !== '') continue;
    if (isSingular(stem)) return null;
    for (const { ending, construct } of ENDINGS) {
      if (!stem.endsWith(ending) || (construct && definite)) continue;
      const base = stem.slice(0, -ending.length);
      const feminine = base.endsWith('ت') ? `${base.slice(0, -1)}ه` : null;
      if (feminine !== null && isSingular(feminine))
        return { singular: feminine, proclitics, definite, construct, ambiguous: false };
      if (base.length >= 2 && isSingular(base))
        return { singular: base, proclitics, definite, construct, ambiguous: ending !== 'ان' };
    }
  }
  return null;
};
