/** Work on a case: files in, the record up to date, all of it verified, a person's data taken out. */

export { type Contents, caseContents, gatherCase } from './contents.js';
export { blockName, expunge, personExpunction, reportExpunction } from './expunge.js';
export { eachPage } from './paging.js';
export { preservedSource } from './preserved-source.js';
export { bringReadingsUpToDate } from './read-anew.js';
export { decisionsOf, openWorkbench, refreshRecord, type Workbench } from './refresh.js';
export type { CaseStages, Gathered } from './stages.js';
export { type GivenFile, type TakenIn, takeIn } from './take-in.js';
export type { Finding } from './verify/finding.js';
export { type Verified, verifyCase } from './verify/verify.js';
