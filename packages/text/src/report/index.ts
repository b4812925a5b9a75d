/** Documents as reports: title, dateline, furniture, language. */
export { languageOf } from './language.js';
export { type Report, type ReportOptions, readReport } from './report.js';
