import type { Sentence } from '../clause/sentence.js';
import type { EventWords } from '../words/load.js';
import type { EventDraft } from './draft.js';

/** The event words of a sentence while it is settled which of them tell an event. */
export interface Settling {
  readonly sentence: Sentence;
  readonly drafts: readonly EventDraft[];
  readonly words: EventWords;
  /** By the item of a carrying word («شن» in «شن غارة»): the event that it carries. */
  readonly carriers: ReadonlyMap<number, EventDraft>;
  /** Words of trying that tell what is tried behind them. */
  readonly attempts: ReadonlySet<EventDraft>;
}

/** Why a word tells no event of its own, and what it hands to the word that tells it. */
export interface Dropped {
  readonly why: string;
  readonly into: EventDraft | null;
  readonly hands: HandOver | null;
}

/** Gives the word that tells an event what a dropped one said of it. */
export type HandOver = (into: EventDraft, dropped: EventDraft) => void;

/** Asks whether a word is to be dropped; null where it may tell an event. It changes nothing: handing over is done by `settle`. */
export type Reason = (settling: Settling, draft: EventDraft) => Dropped | null;

/** A word that is dropped, and hands on nothing. */
export const because = (why: string): Dropped => ({ why, into: null, hands: null });

/** The first reason that holds. */
export const firstOf = (reasons: readonly Reason[], settling: Settling, draft: EventDraft): Dropped | null => {
  for (const reason of reasons) {
    const dropped = reason(settling, draft);
    if (dropped) return dropped;
  }
  return null;
};

/** General words, which announce another: «عملية قصف» (an operation of shelling). */
const GENERAL: ReadonlySet<string> = new Set(['operation', 'attempt']);

/** The word for several types that a draft is told by; null where its word is of one type alone. */
export const sharedOf = ({ sense: { word } }: EventDraft): string | null => ('shared' in word ? word.shared : null);

export const isGeneral = (draft: EventDraft): boolean => GENERAL.has(sharedOf(draft) ?? '');

/** Whether two words stand in one clause. */
export const areTogether = ({ clauseOf }: Sentence, one: EventDraft, other: EventDraft): boolean =>
  clauseOf[one.item] === clauseOf[other.item];

/** What a dropped word says of where an event was belongs to the word that tells the event. */
export const handPlaces: HandOver = ({ roles: into }, { roles }) => {
  for (const place of roles.places) if (!into.places.some(({ item }) => item === place.item)) into.places.push(place);
};

/** The same, and the mention reaches as far as the dropped word's. */
export const handPlacesAndReach: HandOver = (into, dropped) => {
  handPlaces(into, dropped);
  into.roles.last = Math.max(into.roles.last, dropped.roles.last);
};
