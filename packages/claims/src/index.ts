/** Sentences to claims: the frame engine, and one file of words an event type. */
export { type Parsed, parseDocument } from './parse.js';
export { createReader, type Grammar, prepareGrammar, type Reader } from './reader.js';
export { eventKinds } from './words/kinds.js';
export { type EventWords, loadEventWords } from './words/load.js';
