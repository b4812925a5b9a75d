/** Documents as reports: title, dateline, furniture, language. */
export { mergeSpans } from './furniture.js';
export { languageOf } from './language.js';
export { type Report, type ReportOptions, readReport } from './report.js';
