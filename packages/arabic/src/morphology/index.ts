/** Inflection without vowels, from root and pattern. */
export { fits } from './fits.js';
export type { Gender, GrammaticalNumber, Inflection, Mood, Part, Voice } from './inflection.js';
export { inflectNoun, type NounEntry } from './noun.js';
export type { Form } from './root.js';
export type { VerbEntry } from './stems.js';
export { inflectVerb, type Wanted } from './verb.js';
