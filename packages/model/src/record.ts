import type { Claim, Modality, PersonMention, PersonRole, Published } from './claim.js';
import type { Note } from './note.js';

/** Words for people, in both languages of the program. */
export interface Bilingual {
  readonly ar: string;
  readonly en: string;
}

export interface RecordedPlace {
  readonly id: string;
  readonly name: string;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly precision: number | null;
  readonly nameAr?: string;
}

export interface RecordedReport {
  readonly id: string;
  readonly path: string;
  readonly outlet: string | null;
  readonly title: string | null;
  /** Final, after chronology. */
  readonly published: Published;
  readonly root_sources: readonly string[];
  /** Reports whose wording this one repeats. */
  readonly copies_of: readonly string[];
  readonly url?: string;
  /** The same bytes under other paths, outlets, addresses or dates. */
  readonly appearances?: readonly Pick<RecordedReport, 'path' | 'outlet' | 'title' | 'published' | 'url'>[];
}

export type RecordedClaim = Claim & { readonly report: string };

export interface FigureRange {
  readonly measure: string;
  readonly group: string;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  /** Claims that the range rests on. */
  readonly claims?: readonly string[];
}

export type Grade = 'confirmed' | 'fair' | 'weak' | 'contested' | 'discounted';

/** Why two claims were held to be about one occurrence. */
export interface Link {
  readonly a: string;
  readonly b: string;
  readonly because: readonly string[];
}

export interface Incident {
  /** Id of the founding (earliest) claim. */
  readonly id: string;
  readonly type: string;
  readonly title: Bilingual;
  /** EDTF. */
  readonly date: string | null;
  readonly place: RecordedPlace | null;
  readonly actors: readonly string[];
  readonly targets: readonly string[];
  readonly figures: readonly FigureRange[];
  readonly claims: readonly string[];
  /** Number of reports, of outlets, and of independent root sources. */
  readonly reports: number;
  readonly outlets: number;
  readonly roots: readonly string[];
  readonly independent: number;
  readonly grade: { readonly value: Grade; readonly by: string } | null;
  readonly modality: Modality;
  readonly disputes: readonly string[];
  readonly related: readonly { readonly incident: string; readonly how: 'part-of' | 'follows' | 'look-alike' }[];
  readonly why: readonly Link[];
}

export interface TollPoint {
  /** EDTF day on which the count stood. */
  readonly as_of: string | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly approximate: boolean;
  readonly claim: string;
}

/** Cumulative figures of one root source for one group, measure, window and area. */
export interface Toll {
  readonly id: string;
  readonly source: string;
  readonly measure: string;
  readonly group: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly area: string | null;
  readonly partOf: string | null;
  readonly points: readonly TollPoint[];
  readonly checks: readonly string[];
}

export type ControlPart = 'whole' | 'quarter' | 'half' | 'point';
export type ControlStatus = 'taken' | 'lost' | 'held' | 'fire-control' | 'contested' | 'besieged';

export interface ControlSpan {
  readonly holder: string | null;
  readonly part: ControlPart;
  readonly status: ControlStatus;
  /** Two independent roots say so, or the losing side does. */
  readonly assessed: boolean;
  readonly from: string | null;
  readonly to: string | null;
  readonly claims: readonly string[];
}

export interface ControlLedger {
  readonly place: RecordedPlace;
  readonly spans: readonly ControlSpan[];
}

export type CheckKind =
  | 'parts-fit'
  | 'window-fits'
  | 'never-falls'
  | 'sum'
  | 'same-count'
  | 'list-length'
  | 'weekday'
  | 'headline'
  | 'geography'
  | 'state-after-capture';

export interface Check {
  readonly id: string;
  readonly kind: CheckKind;
  readonly ok: boolean;
  readonly claims: readonly string[];
  readonly explain: Bilingual;
}

export type DisputeKind =
  | 'figure'
  | 'responsibility'
  | 'control'
  | 'occurrence'
  | 'date'
  | 'place'
  | 'arithmetic'
  | 'headline';

export interface Dispute {
  readonly id: string;
  readonly kind: DisputeKind;
  readonly claims: readonly string[];
  readonly explain: Bilingual;
}

/** Someone harmed whom reports name or describe. Private unless `public`; the names stand in the working record only. */
export interface HarmedPerson {
  readonly id: string;
  /** The fullest name that a report gives; null for someone only described. */
  readonly name: string | null;
  /** The describing words («طفل عمره 9 سنوات», a child of 9); null for someone named. */
  readonly described: string | null;
  readonly public: boolean;
  readonly sex: 'female' | 'male' | null;
  /** Years. */
  readonly age: number | null;
  readonly roles: readonly PersonRole[];
  /** Ids of the incidents in which the person was harmed. */
  readonly incidents: readonly string[];
  /** Root sources that tell of the person. */
  readonly roots: readonly string[];
  readonly reports: number;
  /** Where: report ids with offsets into their texts, end exclusive. */
  readonly mentions: readonly { readonly report: string; readonly start: number; readonly end: number }[];
}

/** Private persons whom one report names, in its text or in title, address or file name. */
export interface PrivatePersons {
  readonly report: string;
  readonly persons: readonly PersonMention[];
  readonly beside: readonly string[];
}

/** Everything that the reports and decisions of a case amount to: `record.json`. */
export interface CaseRecord {
  readonly case: string;
  readonly program: { readonly name: 'isnad'; readonly version: string; readonly lexicon: string };
  readonly reports: readonly RecordedReport[];
  readonly claims: readonly RecordedClaim[];
  readonly incidents: readonly Incident[];
  readonly tolls: readonly Toll[];
  readonly control: readonly ControlLedger[];
  readonly checks: readonly Check[];
  readonly disputes: readonly Dispute[];
  /** The register of those harmed whom the texts name or describe. */
  readonly people?: readonly HarmedPerson[];
  /** By these, names are covered whenever the record is given out in another form. In the working record only. */
  readonly private_persons?: readonly PrivatePersons[];
  readonly notes?: readonly Note[];
  /** Claims that a person rejected: in no incident, toll or ledger, but not lost. */
  readonly rejected?: readonly RecordedClaim[];
  /** Claims as they were read, before a person corrected them. */
  readonly corrected?: readonly RecordedClaim[];
  /** The decisions in force, oldest first. */
  readonly decisions?: readonly Decision[];
}

export type DecisionKind =
  | 'accept'
  | 'correct'
  | 'reject'
  | 'add'
  | 'merge'
  | 'split'
  | 'date'
  | 'place'
  | 'grade'
  | 'name'
  | 'expunge';

/** What a person decided; append-only, retired rather than deleted. */
export interface Decision {
  readonly id: string;
  /** RFC 3339. */
  readonly at: string;
  readonly by: string;
  readonly kind: DecisionKind;
  readonly about: readonly string[];
  readonly value?: Readonly<Record<string, unknown>>;
  readonly reason: string;
  readonly retires: string | null;
}
