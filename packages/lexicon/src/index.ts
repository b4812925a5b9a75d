/** What words mean, as data: actors, places, outlets, groups, measures; schema, loader, automaton. */
export { alike } from './alike.js';
export type * from './entries.js';
export * from './errors.js';
export * from './find-outlet.js';
export * from './load.js';
export * from './memo.js';
export * from './names.js';
export * from './persons/index.js';
export * from './phrases.js';
export {
  comparable,
  detectForm,
  type ForeignFile,
  GAZETTEER_FORMS,
  type Gazetteer,
  type GazetteerForm,
  gazetteerOf,
  type HeldAreaWords,
  type ImportProgress,
  importPlaces,
  kilometres,
  loadGazetteer,
  loadPlaces,
  type PlaceContext,
  type PlaceHead,
  type PlaceResolution,
  type PlaceWords,
  precisionOf,
  resolveImported,
  resolvePlace,
  tableOf,
} from './places/index.js';
export { type Spellings, writings } from './spellings.js';
export type * from './words.js';
export { readYamlFile } from './yaml-file.js';
