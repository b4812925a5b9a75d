/** Documents to reports: tokens, sentences, furniture, numbers, dates. */
export * from './dates/index.js';
export { entryAt } from './entry-at.js';
export type { IsKnownWord } from './glued.js';
export * from './numbers/index.js';
export * from './report/index.js';
export { type Sentence, splitSentences } from './sentences.js';
export * from './tokens.js';
export * from './words.js';
