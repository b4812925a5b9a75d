/** What a record says against somebody's table, and against an earlier release of itself. */
export type { Difference } from './held/differences.js';
export { type Held, hold, type Matched } from './held/hold.js';
export { type ComparisonReport, comparisonReport } from './held/report.js';
export type { CompareWords } from './held/subject.js';
export type { Reason } from './held/why.js';
export type { Cause, Change, ChangeKind } from './releases/change.js';
export { diffReleases, type ReleaseDiff, type Released } from './releases/diff.js';
export { diffPage } from './releases/page.js';
export { readCells } from './table/cells.js';
export type { TableFormId } from './table/form.js';
export { formOf, tableForms } from './table/forms.js';
export { type Columns, FIELDS, type Field } from './table/own.js';
export type { TableRow } from './table/row.js';
export type { DateOrder } from './table/values.js';
