import type { Sentence } from '../clause/sentence.js';
import type { Grammar } from '../reader.js';
import type { ResolvedPlace } from '../resolve/places.js';
import type { Scope } from '../source/scope.js';
import type { EventDraft } from './draft.js';
import type { EventRead } from './mention.js';
import type { PlacePhrase } from './place-phrases.js';

/** The sentence in which events are told, and what was told before it. */
export interface Setting {
  readonly sentence: Sentence;
  readonly drafts: readonly EventDraft[];
  /** Its places, by item, and the phrases that they stand in. */
  readonly placed: ReadonlyMap<number, ResolvedPlace>;
  readonly phrases: ReadonlyMap<number, PlacePhrase>;
  readonly scopes: readonly Scope[];
  /** EDTF. */
  readonly published: string | null;
  readonly grammar: Grammar;
  readonly original: string;
  /** All events of the report read so far, those of the sentence too. */
  readonly before: readonly EventRead[];
}
