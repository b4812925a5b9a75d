import type { Note } from './note.js';
import type { Quote, Span } from './span.js';

/** How the text puts what it tells. */
export type Modality = 'asserted' | 'denied' | 'uncertain' | 'possible' | 'planned';

/** `within`: the containing place named in the same phrase. */
export type PlaceRole = 'where' | 'from' | 'to' | 'within';

/**
 * How near the coordinates are to what is meant: 1 the named place itself · 2 near it, or a small area
 * represented by it · 3 a district or larger area · 4 a governorate, river or front.
 */
export type Precision = 1 | 2 | 3 | 4;

export interface PlaceMention extends Quote {
  /** Gazetteer id; `unlisted:…` for a place that the gazetteer does not hold. */
  readonly id: string;
  readonly name: string;
  readonly role: PlaceRole;
  /** WGS 84 degrees; null when unknown. */
  readonly lat: number | null;
  readonly lon: number | null;
  readonly precision: Precision | null;
}

/** A loaded word with which a side was named, such as ميليشيا (militia) before a name. */
export interface Framing extends Quote {
  readonly actor: string;
  readonly stance: 'hostile' | 'own';
}

/** What one report says, in one place, about one event. */
export interface EventClaim {
  /** Hash of report id, kind, span and type; never of rule or version. */
  readonly id: string;
  readonly kind: 'event';
  readonly type: string;
  readonly span: Quote;
  readonly trigger: Quote;
  /** Actor ids. */
  readonly actors: readonly string[];
  /** Actor ids or groups of people, never things. */
  readonly targets: readonly string[];
  readonly places: readonly PlaceMention[];
  /** EDTF. */
  readonly date: string | null;
  /** Why that date, in words. */
  readonly dateReason?: string;
  readonly modality: Modality;
  /** Source ids, nearest to most distant. */
  readonly attribution: readonly string[];
  /** Id of the first claim of this report about the same event. */
  readonly repeats: string | null;
  /** Stable id of the rule that read it. */
  readonly rule: string;
  readonly framing?: readonly Framing[];
}

export type FigureScope = 'incident' | 'cumulative' | 'standing';

/** What one report says, in one place, about a number of people or things. */
export interface FigureClaim {
  /** Hash of report id, kind, span, measure and group. */
  readonly id: string;
  readonly kind: 'figure';
  readonly measure: string;
  /** An actor id, or a group such as `civilians` or `children`. */
  readonly group: string;
  /** Counts of persons (or of the things measured); null when the text gives none. */
  readonly min: number | null;
  readonly max: number | null;
  readonly approximate: boolean;
  readonly scope: FigureScope;
  /** EDTF window of a cumulative figure. */
  readonly from: string | null;
  readonly to: string | null;
  /** Id of the figure of which this one is a stated part. */
  readonly partOf: string | null;
  /** Id of the event whose result it is. */
  readonly event: string | null;
  readonly places: readonly PlaceMention[];
  readonly span: Quote;
  readonly attribution: readonly string[];
  readonly rule: string;
  /** The text says that this count replaces an earlier one ("rises to"). */
  readonly replaces?: boolean;
}

export type Claim = EventClaim | FigureClaim;

export type PersonRole = 'victim' | 'detainee' | 'missing' | 'witness' | 'official' | 'leader' | 'other';

/** A person whom the text names or describes. Private is the default. */
export interface PersonMention extends Quote {
  readonly role: PersonRole;
  readonly public: boolean;
  /** Years. */
  readonly age: number | null;
  readonly sex: 'female' | 'male' | null;
  /** The bare name, as the report writes it; null where it only describes the person. */
  readonly name?: string | null;
  /** Described without a name («زوجته», his wife; «طفل عمره 9 سنوات», a child of 9): nothing in it is a name. */
  readonly described?: boolean;
  /** Years, where the text only bounds the age («في العقد الخامس», in the fifth decade: 40 to 49). */
  readonly ageBetween?: readonly [number, number];
}

/** How a publication date was come by. */
export type DateBasis = 'stated' | 'inferred' | 'aligned' | 'given' | 'none';

export interface Published {
  readonly edtf: string | null;
  readonly basis: DateBasis;
  readonly reason: string;
}

export interface ReportHead {
  readonly path: string;
  readonly id: string;
  readonly language: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: Published;
  /** Page furniture, and what only signs and dates the report. */
  readonly furniture: readonly Span[];
  readonly url?: string;
  /** Private persons whom only the title, address or file name beside the text names; to be covered, as all are. */
  readonly namesBeside?: readonly string[];
}

/** One line of `isnad read`: a report and what was read in it. */
export interface Reading {
  readonly report: ReportHead;
  readonly claims: readonly Claim[];
  readonly persons: readonly PersonMention[];
  readonly notes: readonly Note[];
}
