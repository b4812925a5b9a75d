/** Work on a case: files in, the record up to date, all of it verified, a person's data taken out. */
export { blockName, expunge, personExpunction, reportExpunction } from './expunge.js';
export { bringReadingsUpToDate, eachPage, gatherCase } from './gather.js';
export { preservedSource } from './preserved-source.js';
export { decisionsOf, refreshRecord } from './refresh.js';
export type { CaseStages, Gathered } from './stages.js';
export { type GivenFile, type TakenIn, takeIn } from './take-in.js';
export type { Finding } from './verify/finding.js';
export { type Verified, verifyCase } from './verify/verify.js';
