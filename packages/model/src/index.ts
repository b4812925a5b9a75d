/** The nouns of Isnad: readonly types, ids, EDTF intervals, coded notes. No logic of any stage. */
export * from './claim.js';
export * from './decisions.js';
export * from './document.js';
export * from './edtf.js';
export * from './event-kind.js';
export * from './id.js';
export * from './note.js';
export * from './record.js';
export * from './remember.js';
export * from './role.js';
export * from './span.js';
export * from './validate.js';
