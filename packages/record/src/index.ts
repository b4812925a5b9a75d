/** Claims to a record: independence, incidents, figures, tolls, control, checks, disputes, chronology. */
export { buildRecord, type RecordInput } from './build.js';
export { CHECK_KINDS } from './checks/all.js';
export type { Redate } from './chronology/align.js';
export { DISPUTE_KINDS } from './disputes/all.js';
export { FIGURE_RULES } from './figures/incident-figures.js';
export { SUGGESTED_GRADES } from './grades/grade.js';
export { recordLexicon } from './lexicon/from-lexicon.js';
export * from './lexicon/record-lexicon.js';
export { type RecordMemory, recordMemory } from './memory/memory.js';
