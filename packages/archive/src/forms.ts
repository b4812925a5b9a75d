import type { Document, Note, Span } from '@isnad/model';
import { markup } from './markup/markup.js';
import { plainText } from './plain-text/plain-text.js';

/** One kind of input: how it is told from the others, and what in it is not wording. */
export interface InputForm {
  readonly form: Document['form'];
  /** Whether a decoded text is of this form; the first form that accepts it reads it. */
  readonly accepts: (path: string, text: string) => boolean;
  /** Passages that are to be read over, in order and apart from each other, and what to say about them. */
  readonly mask: (text: string) => { readonly masked: readonly Span[]; readonly notes: readonly Note[] };
}

/** Asked in this order; plain text accepts everything. */
export const inputForms: readonly InputForm[] = [markup, plainText];
