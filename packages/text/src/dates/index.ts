/** Dates as reports write them: the calendar, weekdays, relative expressions, windows. */
export type { Sense } from './context.js';
export type { Meaning } from './meaning.js';
export { type Circumstances, inferPublished, type Publication, readIncidentDay, readPublished } from './published.js';
export { type DateContext, type DateMention, readDates, resolveAgainst } from './read.js';
export { resolveMeaning } from './resolve.js';
export type { DayPart } from './words.js';
