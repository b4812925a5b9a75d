/** Work on a case: files in, the record up to date, all of it verified. */
export { bringReadingsUpToDate, eachPage, gatherCase } from './gather.js';
export { preservedSource } from './preserved-source.js';
export { decisionsOf, refreshRecord } from './refresh.js';
export type { CaseStages, Gathered } from './stages.js';
export { type GivenFile, type TakenIn, takeIn } from './take-in.js';
