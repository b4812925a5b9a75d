import type { AmbiguousName, NameEntry, Place, PlaceHead } from '@isnad/lexicon';
import type { DateMention, NumberMention, Token, Word } from '@isnad/text';
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
  readonly ambiguous?: AmbiguousName | undefined;
  /** Candidates turned down. */
  readonly rejected: readonly string[];
  /** What spoke for the one chosen of several: `country`, `date`, `outlet` … */
  readonly why?: readonly string[] | undefined;
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
  /** An area told by who holds it; the side's id, null for a pronoun or nobody. */
  readonly held?: { readonly holder: string | null; readonly plural: boolean } | undefined;
  /** «المناطق المذكورة» (the said areas): stands for the places told last. */
  readonly said?: boolean | undefined;
  /** What its words are if the report does not bear out that it is a place: of imported places without a head noun. */
  readonly instead?: readonly Item[];
  /** «جنوب البلاد» (the south of the country): the direction, as it stands before a country's name. */
  readonly countryPart?: string | undefined;
  /** A place without a name: «قرية نائية» (a remote village). */
  readonly unnamed?: boolean | undefined;
}

/**
 * A stretch of tokens with all that it may be. Token indices inclusive, offsets end-exclusive. Items are made by
 * `newItem` alone, so that all of them have the same fields in the same order and are quickly read.
 */
export interface Item {
  readonly kind: ItemKind;
  /** Its first word. */
  readonly word: Word;
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
  readonly side?: SideMention | undefined;
  /** A country or capital that may act as a side. */
  readonly metonym?: string | undefined;
  /** The same, where the report decides which side (سوريا, Syria, before and after a change of power). */
  readonly metonymOf?: AmbiguousName | undefined;
  /** Those who attack: المهاجمون, القوات المهاجمة. */
  readonly attackers?: boolean | undefined;
  /** The group counts things, not people. */
  readonly things?: boolean | undefined;
  readonly group?: Extract<NameEntry, { kind: 'group' }> | undefined;
  /** A group with its side's pronoun behind (عناصره, its members); what it counts the figures decide. */
  readonly owned?: Extract<NameEntry, { kind: 'group' }> | undefined;
  readonly place?: PlaceFound | undefined;
  readonly source?: { readonly id: string; readonly named: boolean; readonly side?: string | null } | undefined;
  readonly senses?: readonly Sense[] | undefined;
  readonly supports?: readonly Support[] | undefined;
  readonly measure?: Extract<NameEntry, { kind: 'measure' }> | undefined;
  readonly reporting?:
    | {
        readonly id: string;
        readonly strength: number | null;
        readonly kind: 'verb' | 'marker' | 'phrase';
        readonly hop: boolean;
      }
    | undefined;
  /** What its first word has to do with reported speech. */
  readonly speech?: Speech | undefined;
  readonly cue?: string | undefined;
  /** The cue that it is where it tells no event: «انطلقت» (began), of rockets (were launched). */
  readonly otherwise?: string | undefined;
  readonly preposition?: string | undefined;
  readonly number?: NumberMention | undefined;
  readonly date?: DateMention | undefined;
  readonly head?: string | undefined;
  /** Folded form of the first word. */
  readonly form?: string | undefined;
  /** Measure that a verb or verbal noun tells of its people: أصيب (were wounded), مقتل (killing). */
  readonly harm?: string | undefined;
  /** The punctuation mark itself. */
  readonly mark?: string | undefined;
  /** Means told by this word. */
  readonly means?: string | undefined;
}

/** An item while it is put together. */
export type ItemDraft = { -readonly [K in keyof Item]: Item[K] };

/** A stretch of tokens of which nothing is known yet but its kind. */
export const newItem = (kind: ItemKind, tokens: readonly Token[], first: number, last: number): ItemDraft => ({
  kind,
  word: tokens[first]!.word,
  first,
  last,
  start: tokens[first]!.start,
  end: tokens[last]!.end,
  conjunction: '',
  clitic: '',
  definite: false,
  enclitic: '',
  form: tokens[first]!.word.form,
  side: undefined,
  metonym: undefined,
  metonymOf: undefined,
  attackers: undefined,
  things: undefined,
  group: undefined,
  owned: undefined,
  place: undefined,
  source: undefined,
  senses: undefined,
  supports: undefined,
  measure: undefined,
  reporting: undefined,
  speech: undefined,
  cue: undefined,
  otherwise: undefined,
  preposition: undefined,
  number: undefined,
  date: undefined,
  head: undefined,
  harm: undefined,
  mark: undefined,
  means: undefined,
});

/**
 * An item to be changed, the one before left as it is. All fields are written out, so that the copy has the same
 * shape as every other item; a spread would give it one of its own.
 */
export const copyOf = (item: Item): ItemDraft => ({
  kind: item.kind,
  word: item.word,
  first: item.first,
  last: item.last,
  start: item.start,
  end: item.end,
  conjunction: item.conjunction,
  clitic: item.clitic,
  definite: item.definite,
  enclitic: item.enclitic,
  form: item.form,
  side: item.side,
  metonym: item.metonym,
  metonymOf: item.metonymOf,
  attackers: item.attackers,
  things: item.things,
  group: item.group,
  owned: item.owned,
  place: item.place,
  source: item.source,
  senses: item.senses,
  supports: item.supports,
  measure: item.measure,
  reporting: item.reporting,
  speech: item.speech,
  cue: item.cue,
  otherwise: item.otherwise,
  preposition: item.preposition,
  number: item.number,
  date: item.date,
  head: item.head,
  harm: item.harm,
  mark: item.mark,
  means: item.means,
});

/** The folded first word of an item without و or ف before it; «و سلم» with its conjunction apart has none to lose. */
export const bareForm = ({ form = '', conjunction }: Item): string =>
  conjunction !== '' && form.startsWith(conjunction) ? form.slice(1) : form;
