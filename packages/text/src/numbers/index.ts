/** Numbers and quantities as the text states them. */
export { type Dual, dualOf } from './dual.js';
export type { NumberForm, NumberMention, Quantifier } from './mention.js';
export { type NumberOptions, readNumbers } from './read.js';
