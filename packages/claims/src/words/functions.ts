import { Phrases } from '@isnad/lexicon';
import type { FunctionWords } from './schema.js';

/** What a small word does in a clause. */
export interface FunctionWord {
  readonly kind:
    | 'preposition'
    | 'relative'
    | 'complementiser'
    | 'connector'
    | 'purpose'
    | 'negator'
    | 'not-negator'
    | 'both-sides';
  /** Canonical form of a preposition (`على` for عليها); else the word itself. */
  readonly value: string;
}

/** One automaton over the small words. */
export const buildFunctions = (words: FunctionWords): Phrases<FunctionWord> => {
  const functions = new Phrases<FunctionWord>();
  const add = (kind: FunctionWord['kind'], forms: readonly string[], value?: string) => {
    for (const form of forms) functions.add(form, { kind, value: value ?? form });
  };
  for (const [value, forms] of Object.entries(words.prepositions)) add('preposition', forms, value);
  add('relative', words.relatives);
  add('complementiser', words.complementisers);
  add('connector', words.connectors);
  add('purpose', words.purpose);
  add('not-negator', words['not-negators']);
  add('negator', words.negators);
  add('both-sides', words['both-sides']);
  return functions;
};
