/** Documents to reports: tokens, sentences, furniture, numbers, dates. */
export * from './tokens.js';
export * from './words.js';
