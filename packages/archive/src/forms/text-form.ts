import type { Document, Given, Note, Span } from '@isnad/model';
import { markup } from './markup/markup.js';
import { page } from './page/page.js';
import { plainText } from './plain-text/plain-text.js';

/** What a text form finds in a text. */
export interface FoundInText {
  /** Passages that are to be read over, in order and apart from each other. */
  readonly masked: readonly Span[];
  readonly notes: readonly Note[];
  /** What the text states of itself outside its wording, as the head of a page does. */
  readonly stated?: Given;
}

/** One kind of text: how it is told from the others, and what in it is not wording. */
export interface InputForm {
  readonly form: Document['form'];
  /** Whether a decoded text is of this form; the first form that accepts it reads it. */
  readonly accepts: (path: string, text: string) => boolean;
  readonly mask: (text: string) => FoundInText;
}

/** Asked in this order; plain text accepts everything. */
export const inputForms: readonly InputForm[] = [page, markup, plainText];
