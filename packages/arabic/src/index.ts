/** How Arabic is written and inflected: letters with an offset map, clitics, root and pattern. */
export * from './clitics.js';
export * from './letters.js';
export * from './morphology/index.js';
