/** People: names, titles, kinship. */
export * from './load.js';
