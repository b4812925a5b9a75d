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
  /** Adjectives that mean this side behind its arms and acts: روسي، روسية (Russian) in «الطيران الروسي». */
  readonly adjectives: readonly string[];
  /** Countries and capitals that stand for the side as one who acts or speaks: «موسكو» (Moscow). */
  readonly metonyms: readonly string[];
  /** ISO 3166-1 alpha-2 codes of the countries where it acts. */
  readonly countries: readonly string[];
  /** Larger side of which it is a part. */
  readonly parent: string | null;
  /** The side whose id claims carry when this one is named, for units that the annotation guide does not tell apart. */
  readonly unitOf: string | null;
  readonly allies: readonly string[];
  /** EDTF; null when open. */
  readonly from: string | null;
  readonly to: string | null;
  readonly source: string;
  /** A sentence that names it, made up for this project. */
  readonly example: string | null;
}

/** A short name that several sides share (التحالف, الجيش, المقاومة), with the conditions that decide it. */
export interface AmbiguousName {
  readonly forms: readonly string[];
  /** Adjectives that mean the same sides behind arms and acts: سوري (Syrian) in «المدفعية السورية». */
  readonly adjectives: readonly string[];
  readonly candidates: readonly {
    readonly actor: string;
    /** How the name stands to that side: «العدو» (the enemy) is hostile to whomever it means. */
    readonly register: Register;
    /** ISO 3166-1 alpha-2 codes: where the report's events are. */
    readonly countries?: readonly string[];
    readonly from?: string;
    readonly to?: string;
    /** Ids of outlets or sources, or leanings (`leaning:houthis`), whose usage it is. */
    readonly outlets?: readonly string[];
    /** Preferred when one of these actors is named in the report. */
    readonly beside?: readonly string[];
    /** Only where و joins the name to one of these actors right before it: «الحوثيون وصالح». */
    readonly behind?: readonly string[];
  }[];
  /** The body of `state-bodies.yaml` that it also names, of the state where the events are; null where it names none. */
  readonly states: string | null;
  readonly source: string;
}

/** A state by its names; what follows from them is written for each by `state-bodies.yaml`. */
export interface State {
  /** ISO 3166-1 alpha-2 code. */
  readonly country: string;
  /** English adjective: `Ukrainian`. */
  readonly en: string;
  readonly ar: readonly string[];
  /** Masculine, without article. */
  readonly adjectives: readonly string[];
  /** Irregular plurals of the adjective; empty where it takes ون. */
  readonly plural: readonly string[];
  readonly capitals: readonly string[];
  /** Its words that are common ones as well, and no side by themselves: مالي (financial; Mali). */
  readonly homonyms: readonly string[];
  /** Ids of its bodies that do not follow from the English adjective. */
  readonly ids: Readonly<Record<string, string>>;
  /** `unnamed` where its army and government are written out by hand. */
  readonly bodies: 'all' | 'unnamed';
  readonly source: string;
}

/** A body that every state has, its forms written for the model state فلان (So-and-so), adjective فلاني. */
export type StateBody = {
  /** Ends the ids: `forces` makes `ukrainian-forces`. */
  readonly body: string;
  /** The one entry that stands for this body of all states; null where each state has its own. */
  readonly id: string | null;
  readonly ar: string;
  readonly en: string | null;
  readonly forms: readonly string[];
  readonly source: string;
} & (
  | {
      readonly makes: 'actor';
      readonly kind: Actor['kind'] | null;
      readonly adjectives: readonly string[];
      readonly metonyms: readonly string[];
    }
  | {
      readonly makes: 'source';
      readonly kind: Source['kind'] | null;
      /** Body of the same state that speaks through it. */
      readonly side: string | null;
      /** Id of the source that this one is in reports from the state. */
      readonly general: string | null;
    }
);

/** What a head noun says of the side named behind it. */
export type HeadSays =
  | 'people'
  | 'forces'
  | 'air'
  | 'helicopters'
  | 'drones'
  | 'guns'
  | 'rockets'
  | 'armour'
  | 'naval'
  | 'leaders'
  | 'body'
  | 'spokesman'
  | 'state'
  | 'positions'
  | 'contempt'
  | 'praise';

/**
 * A word before a side's name (قوات، طيران، ميليشيا) or behind it (الإرهابي). It is no part of the name; what
 * it says of the means or of the speaker's stance is kept as framing.
 */
export interface Head {
  readonly id: string;
  readonly says: HeadSays;
  readonly stands: 'before' | 'behind';
  /** Null where the word is neutral. */
  readonly register: Register | null;
  readonly forms: readonly string[];
  readonly source: string;
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
  /** For a body whose name leaves its country open (وزارة الصحة): the source it is, by ISO 3166-1 code. */
  readonly byCountry: Readonly<Record<string, string>>;
  readonly source: string;
}

/** One who publishes. Each outlet is a source as well, of the same id. */
export interface Outlet {
  readonly id: string;
  readonly name: Names;
  /** Names that stand by themselves in running text. */
  readonly forms: readonly string[];
  /** Names that are common words or places: good in a byline, or behind a word such as صحيفة (newspaper). */
  readonly bare: readonly string[];
  readonly domains: readonly string[];
  readonly country: string | null;
  readonly owner: string | null;
  /** Actor id or plain word, where it is public knowledge. */
  readonly leaning: string | null;
  readonly agency: boolean;
  readonly source: string;
}

export type PlaceKind =
  | 'country'
  | 'region'
  | 'governorate'
  | 'district'
  | 'subdistrict'
  | 'city'
  | 'town'
  | 'village'
  | 'quarter'
  | 'camp'
  | 'facility'
  | 'field'
  | 'crossing'
  | 'prison'
  | 'base'
  | 'airport'
  | 'river'
  | 'mountain'
  | 'desert'
  | 'road'
  | 'front'
  | 'island'
  | 'sea'
  | 'lake'
  | 'valley'
  | 'border'
  | 'port'
  | 'bridge'
  | 'dam'
  | 'hospital';

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
  /** The name is also a common word or a person's: only a head noun or a companion place lets it stand. */
  readonly needsHead?: boolean;
  /** Those forms, of a place whose other names stand alone, that need the same vouching (الضفة, the Bank); folded. */
  readonly weakForms?: readonly string[] | undefined;
  /** Of an imported gazetteer, not of the project's own tables. */
  readonly imported?: true | undefined;
  /** Other English names under which people know it. */
  readonly also?: readonly string[] | undefined;
}
