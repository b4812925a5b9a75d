import type { Actor, Group, Measure, Place, Source } from '@isnad/lexicon';
import type { CaseRecord, EventKind, PersonMention, ReportHead } from '@isnad/model';
import type { Policy } from './policy/policy.js';

/** What a publication needs of the lexicon: names of ids, people-words, event types, and which place lies in which. */
export interface Words {
  readonly actors: ReadonlyMap<string, Pick<Actor, 'name'>>;
  readonly sources: ReadonlyMap<string, Pick<Source, 'name' | 'named'>>;
  readonly groups: ReadonlyMap<string, Pick<Group, 'name' | 'singular' | 'dual' | 'plural'>>;
  readonly measures: ReadonlyMap<string, Pick<Measure, 'name'>>;
  readonly events: ReadonlyMap<string, Pick<EventKind, 'label' | 'shownWith' | 'sensitive'>>;
  readonly places: ReadonlyMap<string, Pick<Place, 'id' | 'name' | 'nameAr' | 'kind' | 'parent' | 'lat' | 'lon'>>;
}

/** What a publication needs of a reading; a `Reading` will do. */
export interface ReadPart {
  readonly report: Pick<ReportHead, 'furniture' | 'language' | 'namesBeside'>;
  readonly persons: readonly PersonMention[];
}

export interface PublishInput {
  readonly record: CaseRecord;
  /** Original text by report id; a report may be missing. */
  readonly texts: ReadonlyMap<string, string>;
  /** Readings by report id; a report may be missing. */
  readonly readings: ReadonlyMap<string, ReadPart>;
  readonly words: Words;
  /** EDTF day on which the publication is made; it rules what the policy delays. */
  readonly asOf: string;
  /** Let private persons' names through. */
  readonly names: boolean;
  /** Defaults to the policy table of this package. */
  readonly policy?: Policy;
}
