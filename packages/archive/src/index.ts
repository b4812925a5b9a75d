/** Bytes to documents: encodings, input forms, sidecars, folders of reports. */
export { isReport, readDocument, tooBig, unreadDocument } from './document.js';
export { type Decoded, decodeBytes } from './encoding/decode.js';
export { type Collected, collectFiles, type FileTree } from './folder/collect.js';
export type { InputForm } from './forms.js';
export { defaultLimit, type ReadingLimits } from './limits.js';
export { readSidecar, type Sidecar, sidecarPath } from './sidecar/sidecar.js';
