/** Work on a case: files in, the record up to date, all of it verified, a person's data taken out. */

export { type Contents, caseContents, gatherCase } from './contents.js';
export { blockName, expunge, personExpunction, reportExpunction } from './expunge.js';
export { type AsideCode, asideIn, putBack, type SetAside } from './jobs/aside.js';
export { type Due, dueIn, type ReadingCounts, readingCounts } from './jobs/due.js';
export { type RangeRead, READ_AT_ONCE, type ReadingRange, readingRanges, readRange } from './jobs/reading.js';
export { eachPage } from './paging.js';
export { preservedSource } from './preserved-source.js';
export { bringReadingsUpToDate } from './read-anew.js';
export { decisionsOf, isRecordCurrent, openWorkbench, refreshRecord, type Workbench } from './refresh.js';
export type { CaseStages, Gathered } from './stages.js';
export { type GivenFile, type TakenIn, type TakesIn, takeIn } from './take-in.js';
export type { Finding } from './verify/finding.js';
export { type Verified, verifyCase } from './verify/verify.js';
