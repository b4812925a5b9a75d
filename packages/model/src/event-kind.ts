import type { Bilingual, ControlStatus } from './record.js';

/**
 * What record and publication need to know of an event type, as its file of words says it. The stages read these
 * fields and never ask for a type by its name.
 */
export interface EventKind {
  readonly id: string;
  /** In sentences that the program writes, such as the titles of incidents. */
  readonly name: Bilingual;
  /** By itself, as the label of a type. */
  readonly label: Bilingual;
  /** Types that reports exchange for one another; candidates for one incident share a family. */
  readonly family: string;
  /** `once`: happens to a place and its holders once in a while, so that two dated tellings pin each other down. `recurs`: comes again every day. `state`: no occurrence at all. */
  readonly rhythm: 'once' | 'recurs' | 'state';
  /** The role of the place that the event is about. */
  readonly about: 'where' | 'from' | 'to';
  /** Both sides do it: actor and target may be told in either order. */
  readonly mutual: boolean;
  /** A fight that another event may end. */
  readonly battle: boolean;
  /** An event that may end a fight, which then is related to it, and not the same. */
  readonly endsBattle: boolean;
  /** What it does to control of the place, for its actor. */
  readonly control: ControlStatus | null;
  /** Sides that it shows to be in the place. */
  readonly presence: readonly ('actor' | 'target')[];
  /** What it harms, so that it matters who did it: people's lives and limbs, or their liberty. */
  readonly harms: 'life' | 'liberty' | null;
  /** The family of types with which a dossier shows it: one colour, one mark. */
  readonly shownWith: string;
  /** What its places give away, so that the policy coarsens and delays them; null when nothing. */
  readonly sensitive: Bilingual | null;
}

/** The kind of a type of which nothing is known: plain, related to nothing. */
export const plainEventKind = (id: string): EventKind => ({
  id,
  name: { ar: id, en: id },
  label: { ar: id, en: id },
  family: id,
  rhythm: 'recurs',
  about: 'where',
  mutual: false,
  battle: false,
  endsBattle: false,
  control: null,
  presence: [],
  harms: null,
  shownWith: 'other',
  sensitive: null,
});
