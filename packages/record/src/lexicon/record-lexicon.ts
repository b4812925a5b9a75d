import type { Bilingual, EventKind } from '@isnad/model';
import type { Extent } from '../places/extent.js';

/** A place as the gazetteer knows it, with the ids of the places that contain it, the nearest first. */
export interface KnownPlace {
  readonly id: string;
  readonly name: string;
  readonly nameAr: string | null;
  /** Kind of place: `town`, `quarter`, `governorate` …; see `placeExtent`. */
  readonly kind: string;
  readonly ancestors: readonly string[];
  /** WGS 84 degrees; null when unknown. */
  readonly lat: number | null;
  readonly lon: number | null;
}

/** Someone whom reports quote, or who publishes them. */
export interface KnownSource {
  readonly id: string;
  readonly name: Bilingual;
  /** Unnamed sources (own-sources, witnesses …) are no roots. */
  readonly named: boolean;
  /** Sources with one owner are one voice. */
  readonly owner: string | null;
  /** The actor that speaks through it. */
  readonly side: string | null;
}

export interface KnownActor {
  readonly id: string;
  readonly name: Bilingual;
  /** The larger side of which it is a part. */
  readonly parent: string | null;
  readonly allies: readonly string[];
}

export interface KnownGroup {
  readonly id: string;
  readonly name: Bilingual;
  /** The larger group of which it is a part by meaning: children in civilians. */
  readonly within: string | null;
  readonly of: 'people' | 'things';
}

export interface KnownMeasure {
  readonly id: string;
  readonly name: Bilingual;
  /** Counts harm to people. */
  readonly harm: boolean;
}

/**
 * What the record needs to know of the words of its claims. Every look-up may answer null: an unknown id
 * is shown as it stands and is related to nothing.
 */
export interface RecordLexicon {
  /** The place that a mention means: by id, else by name, else by its wording. */
  place(mention: { readonly id: string; readonly name: string; readonly text: string }): KnownPlace | null;
  /** How far the kind of place reaches that a common noun announces: «السوق» (the market) a point, «بلدة» (town) a settlement. */
  placeNoun(word: string): Extent | null;
  source(id: string): KnownSource | null;
  /** The source that an outlet's name stands for: «المرصد السوري» (the Syrian Observatory) → `sohr`. */
  outlet(name: string): KnownSource | null;
  actor(id: string): KnownActor | null;
  group(id: string): KnownGroup | null;
  measure(id: string): KnownMeasure | null;
  /** What the record needs to know of an event type; a plain kind of its own for one that is unknown. */
  eventKind(type: string): EventKind;
}
