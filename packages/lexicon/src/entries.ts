/** The shapes of the lexicon's entries, as the rest of the program sees them. */
export interface Names {
  readonly ar: string;
  readonly en: string;
}

/** How a name stands to the side it names: neutral, short, or loaded by a hostile or a friendly speaker. */
export type Register = 'neutral' | 'short' | 'hostile' | 'own';

export interface Actor {
  readonly id: string;
  readonly name: Names;
  /** ACLED-style kind. */
  readonly kind:
    | 'state-forces'
    | 'rebel-group'
    | 'political-militia'
    | 'identity-militia'
    | 'civilians'
    | 'external-forces'
    | 'political-body';
  readonly forms: Readonly<Partial<Record<Register, readonly string[]>>>;
  /** ISO 3166-1 alpha-2 codes of the countries where it acts. */
  readonly countries: readonly string[];
  /** Larger side of which it is a part. */
  readonly parent: string | null;
  readonly allies: readonly string[];
  /** EDTF; null when open. */
  readonly from: string | null;
  readonly to: string | null;
  readonly source: string;
}

/** A short name that several sides share (التحالف, الجيش, المقاومة), with the conditions that decide it. */
export interface AmbiguousName {
  readonly form: string;
  readonly candidates: readonly {
    readonly actor: string;
    readonly countries?: readonly string[];
    readonly from?: string;
    readonly to?: string;
    readonly outlets?: readonly string[];
    /** Preferred when one of these actors is named in the report. */
    readonly beside?: readonly string[];
  }[];
}

export interface Source {
  readonly id: string;
  readonly name: Names;
  readonly kind: 'agency' | 'observatory' | 'ministry' | 'body' | 'outlet' | 'side' | 'person' | 'unnamed';
  readonly forms: readonly string[];
  /** Unnamed sources (own-sources, witnesses …) are no root sources. */
  readonly named: boolean;
  readonly country: string | null;
  readonly owner: string | null;
  readonly leaning: string | null;
  /** The actor that speaks through it, if any. */
  readonly side: string | null;
  readonly source: string;
}

export interface Group {
  readonly id: string;
  readonly name: Names;
  /** Singular, dual and plural written forms with their number. */
  readonly singular: readonly string[];
  readonly dual: readonly string[];
  readonly plural: readonly string[];
  readonly sex: 'female' | 'male' | null;
  /** The larger group of which it is a part by meaning, such as children in civilians. */
  readonly within: string | null;
  /** People, or things that are counted (vehicles, missiles). */
  readonly of: 'people' | 'things';
  readonly source: string;
}

export interface Measure {
  readonly id: string;
  readonly name: Names;
  /** Counts harm to people. */
  readonly harm: boolean;
}

export type PlaceKind =
  | 'country' | 'region' | 'governorate' | 'district' | 'subdistrict' | 'city' | 'town' | 'village' | 'quarter'
  | 'camp' | 'facility' | 'field' | 'crossing' | 'prison' | 'base' | 'airport' | 'river' | 'mountain' | 'desert'
  | 'road' | 'front' | 'island' | 'sea';

/** A: gazetteer point with matching Arabic name · B: point, name doubtful · C: estimate · D: not located, parent's point. */
export type Certainty = 'A' | 'B' | 'C' | 'D';

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly nameAr: string;
  /** All written forms, folded on loading. */
  readonly forms: readonly string[];
  readonly kind: PlaceKind;
  readonly country: string;
  readonly parent: string | null;
  /** WGS 84 degrees. */
  readonly lat: number | null;
  readonly lon: number | null;
  readonly bank: 'east' | 'west' | null;
  readonly certainty: Certainty;
  readonly source: string;
}
