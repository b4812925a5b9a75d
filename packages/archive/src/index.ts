/** Bytes to documents: encodings, input forms, sidecars, folders of reports. */
export type { Arrival, Circumstances, FileForm } from './arrival.js';
export { dayOfMoment } from './dates.js';
export { isReport, readDocument, tooBig, unreadDocument } from './document.js';
export { type Decoded, decodeBytes } from './encoding/decode.js';
export { type Collected, collectFiles, type FileTree } from './folder/collect.js';
export type { InputForm } from './forms/text-form.js';
export { defaultLimit, type ReadingLimits } from './limits.js';
export { readReports } from './reports.js';
export type { Columns } from './sidecar/columns.js';
export { readSidecar, type Sidecar, sidecarPath } from './sidecar/sidecar.js';
export { memorySource, type Source } from './source.js';
export { wordingOf } from './wording.js';
