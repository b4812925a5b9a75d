/** Places: the tables, the spellings that follow from them, and how a name is resolved among look-alikes. */
export * from './distance.js';
export * from './gazetteer.js';
export * from './heads.js';
export * from './import/index.js';
export * from './kinds.js';
export * from './load.js';
export * from './precision.js';
export * from './resolve.js';
export * from './resolve-imported.js';
export * from './spellings.js';
