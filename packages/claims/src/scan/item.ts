import type { AmbiguousName, NameEntry, Place, PlaceHead } from '@isnad/lexicon';
import type { DateMention, NumberMention } from '@isnad/text';
import type { Speech } from '../source/speech.js';
import type { Sense, Support } from '../words/senses.js';

/** What a stretch of tokens is, as far as the frames need to know. */
export type ItemKind =
  | 'actor'
  | 'people'
  | 'thing'
  | 'place'
  | 'source'
  | 'trigger'
  | 'support'
  | 'reporting'
  | 'preposition'
  | 'relative'
  | 'complementiser'
  | 'connector'
  | 'purpose'
  | 'negator'
  | 'cue'
  | 'number'
  | 'date'
  | 'measure'
  | 'both-sides'
  | 'comma'
  | 'mark'
  | 'word';

/** A side as named in the text. */
export interface SideMention {
  /** Ids that the name may stand for, the one chosen first; empty when it refers back (القوات, the forces). */
  readonly ids: readonly string[];
  /** What the head nouns before the name say: `air`, `guns`, `people` … */
  readonly heads: readonly string[];
  readonly register: string;
  /** Loaded words around the name, as offsets. */
  readonly loaded: readonly { readonly start: number; readonly end: number; readonly stance: 'hostile' | 'own' }[];
  /** A short name that several sides share, to be decided by the report. */
  readonly ambiguous?: AmbiguousName;
  /** Candidates turned down. */
  readonly rejected: readonly string[];
}

export interface PlaceFound {
  readonly candidates: readonly Place[];
  readonly head: PlaceHead | null;
  readonly headWord: string | null;
  /** Precision of the relation words before it. */
  readonly relations: readonly { readonly precision: 1 | 2 | 3 | 4 }[];
  /** Offsets of the name with a head that is part of it. */
  readonly nameStart: number;
  readonly nameEnd: number;
  /** «المدينة», «البلدة»: stands for a place named before. */
  readonly anaphoric: boolean;
}

/** A stretch of tokens with all that it may be. Token indices inclusive, offsets end-exclusive. */
export interface Item {
  readonly kind: ItemKind;
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  /** و or ف before it, or none. */
  readonly conjunction: '' | 'و' | 'ف';
  /** ب, ل or ك before it, or none. */
  readonly clitic: '' | 'ب' | 'ل' | 'ك' | 'س';
  readonly definite: boolean;
  readonly enclitic: string;
  readonly side?: SideMention;
  /** A country or capital that may act as a side. */
  readonly metonym?: string;
  /** The same, where the report decides which side (سوريا, Syria, before and after a change of power). */
  readonly metonymOf?: AmbiguousName;
  /** The group counts things, not people. */
  readonly things?: boolean;
  readonly group?: Extract<NameEntry, { kind: 'group' }>;
  /** A group with its side's pronoun behind (عناصره, its members); what it counts the figures decide. */
  readonly owned?: Extract<NameEntry, { kind: 'group' }>;
  readonly place?: PlaceFound;
  readonly source?: { readonly id: string; readonly named: boolean };
  readonly senses?: readonly Sense[];
  readonly supports?: readonly Support[];
  readonly measure?: Extract<NameEntry, { kind: 'measure' }>;
  readonly reporting?: {
    readonly id: string;
    readonly strength: number | null;
    readonly kind: 'verb' | 'marker' | 'phrase';
    readonly hop: boolean;
  };
  /** What its first word has to do with reported speech; `object` where a pronoun stands behind the verb (ذكرته, said it). */
  readonly speech?: Speech & { readonly object: boolean };
  readonly cue?: string;
  readonly preposition?: string;
  readonly number?: NumberMention;
  readonly date?: DateMention;
  readonly head?: string;
  /** Folded form of the first word. */
  readonly form?: string;
  /** Measure that a verb or verbal noun tells of its people: أصيب (were wounded), مقتل (killing). */
  readonly harm?: string;
  /** The punctuation mark itself. */
  readonly mark?: string;
  /** Means told by this word. */
  readonly means?: string;
}
