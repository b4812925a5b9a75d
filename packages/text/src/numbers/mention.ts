import type { Quote } from '@isnad/model';

/** How a number is written. */
export type NumberForm = 'digits' | 'words' | 'mixed' | 'dual' | 'vague' | 'singular-one';

/** Which vague quantity: tens, hundreds … (`count`), or a quantifier of `quantifiers.json`. */
export type Quantifier = 'count' | 'several' | 'few' | 'some' | 'many' | 'all' | 'most';

/**
 * A number or quantity as the text states it. What it counts is left to the caller: dates, ages, money
 * and distances are numbers too.
 */
export interface NumberMention extends Quote {
  /** Indices of the first and last token of the number itself, both ends of a range included. */
  readonly firstToken: number;
  readonly lastToken: number;
  /** Indices that take in the words which qualify it: نحو (about), أكثر من (more than), على الأقل (at least). */
  readonly phraseFirst: number;
  readonly phraseLast: number;
  /** Bounds of the quantity; null where it is open. "More than 20" is 21 and open. */
  readonly min: number | null;
  readonly max: number | null;
  /** The number that was written, qualifiers left aside; null for ranges and vague quantities. */
  readonly value: number | null;
  readonly approximate: boolean;
  readonly kind: 'cardinal' | 'ordinal';
  readonly form: NumberForm;
  /** Written with the article: الخمسة (the five), الـ 10 (the 10). */
  readonly definite: boolean;
  /** A percent sign or «بالمئة» (per cent) follows. */
  readonly percent: boolean;
  readonly quantifier?: Quantifier;
  /** Singular of a counted noun in the dual (folded), as the caller's predicate knew it. */
  readonly noun?: string;
}

/** A number before its qualifiers are read: bounds by token indices. */
export interface Core {
  readonly first: number;
  readonly last: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly kind: NumberMention['kind'];
  readonly form: NumberForm;
  readonly definite: boolean;
  /** The largest unit by which its last part was multiplied, 1 for none: 1000 in 15 ألفا (15 thousand). */
  readonly scale: number;
  readonly quantifier?: Quantifier;
  readonly noun?: string;
}
