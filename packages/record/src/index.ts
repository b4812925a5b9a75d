/** Claims to a record: independence, incidents, figures, tolls, control, checks, disputes, chronology. */
export { buildRecord, type RecordInput } from './build.js';
export type { Redate } from './chronology/align.js';
export { FIGURE_RULES } from './figures/incident-figures.js';
export { type EventKind, eventKind, eventTypes } from './kinds/event-kinds.js';
export * from './lexicon/record-lexicon.js';
