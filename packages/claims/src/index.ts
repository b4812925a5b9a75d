/** Sentences to claims: the frame engine, and one file of words an event type. */
export { createReader, type Grammar, type Parsed, parseDocument, prepareGrammar, type Reader } from './reader.js';
export { eventKinds } from './words/kinds.js';
export { type EventWords, loadEventWords } from './words/load.js';
