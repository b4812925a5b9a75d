/** What words mean, as data: actors, places, outlets, groups, measures; schema, loader, automaton. */
export type * from './entries.js';
export * from './phrases.js';
