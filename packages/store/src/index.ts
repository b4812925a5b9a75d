/** A case as it is kept: one interface (`store.ts`), its stores, one contract suite. */
export type { PreservedBytes } from './bytes/bytes.js';
export { bytesInFolder } from './bytes/folder.js';
export { canonical } from './canonical.js';
export { isAddress, type PostgresAddress, parseAddress, shownCase } from './case/address.js';
export { CASE_FILE, isCaseFolder } from './case/folder.js';
export { createCase, isCase, openCase } from './case/place.js';
export { backUp, restoreBackup } from './copy/backup.js';
export { type Copied, type CopyProgress, copyCase } from './copy/copy.js';
export { type Act, brokenAt, type CustodyEntry, type Deed, sha256 } from './custody/entry.js';
export { StoreError, type StoreErrorCode } from './errors.js';
export { caseMeant, casesOf, onShelves } from './postgres/cases.js';
export { appearanceHash } from './reports/wording.js';
export { marksOf, parseQuery, type Query, type Wanted } from './search/query.js';
export { type Token, tokensOf } from './search/tokens.js';
export { createSqliteStore, openSqliteStore } from './sqlite/store.js';
export type { Page, Stamp } from './stamp.js';
export * from './store.js';
export { type Change, changesBetween } from './versions/changes.js';
