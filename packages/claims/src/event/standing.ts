import type { Sentence } from '../clause/sentence.js';
import type { MeansTold } from '../frame/means.js';
import type { Roles } from '../frame/roles.js';
import type { TypeChoice } from '../frame/types.js';
import type { SharedEntry } from '../words/schema.js';
import type { Sense } from '../words/senses.js';

/** A word as it stands, with the roles and means around it. */
export interface Standing {
  readonly sentence: Sentence;
  readonly at: number;
  readonly sense: Sense;
  readonly roles: Roles;
  readonly means: MeansTold;
}

/** The same, with the type that its means give it. */
export interface Typed extends Standing {
  /** What is known of a word of several types; undefined for one of a single type. */
  readonly shared: SharedEntry | undefined;
  readonly choice: TypeChoice;
}
