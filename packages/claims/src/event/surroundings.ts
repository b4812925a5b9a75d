import type { PlaceRole } from '@isnad/model';
import type { Sentence } from '../clause/sentence.js';
import type { ResolvedPlace } from '../resolve/places.js';
import { spelt } from '../scan/spelt.js';
import { spelling } from '../words/classes.js';
import type { EventDraft } from './draft.js';
import type { PlacePhrase } from './place-phrases.js';

/** A place of an event: which, how it belongs, and the item that names it. */
export interface PlaceArgument {
  readonly place: ResolvedPlace;
  readonly role: PlaceRole;
  readonly item: number;
}

/** The same place in another role; field by field, so that all have one shape. */
export const inRole = ({ place, item }: PlaceArgument, role: PlaceRole): PlaceArgument => ({ place, role, item });

/** What is known of the sentence around an event. */
export interface Surroundings {
  /** Places of the sentence by item. */
  readonly placed: ReadonlyMap<number, ResolvedPlace>;
  /** The phrase of each place. */
  readonly phrases: ReadonlyMap<number, PlacePhrase>;
  /** All event mentions of the sentence. */
  readonly drafts: readonly EventDraft[];
  /** First place of the event told before. */
  readonly previous: ResolvedPlace | undefined;
  /** All places of the last event that has any; looked for when asked. */
  readonly said: () => readonly ResolvedPlace[];
  /** The type takes no place told before for something else: forces sent are not where the fighting was (`place: told`). */
  readonly onlyTold: boolean;
}

/** A place with the rest of its phrase behind it: those joined to it, and those that say where it lies. */
export const phraseFrom = (
  item: number,
  { placed, phrases }: Surroundings,
  role: PlaceRole = 'where',
): readonly PlaceArgument[] => {
  const { heads, containers, listed = false } = phrases.get(item)!;
  return [...heads, ...containers]
    .filter((one) => one >= item)
    .map((one) => ({
      place: placed.get(one)!,
      role: (listed || one !== item) && containers.includes(one) ? ('within' as const) : role,
      item: one,
    }));
};

/** Forces that are stationed somewhere do their deeds elsewhere: «القوات المتمركزة داخل حقل العمر». */
const isStationed = spelt(spelling('event/stationed', '(?:ال)?'));

/** «ينحدر من مدينة الشحيل», «من أبناء البلدة» (comes from, of the sons of): where somebody is from, not where he was. */
const comesFrom = spelt(spelling('event/coming-from', '[وف]?(?:ي|ت|ال|ا)?', '(?:ه|ا|ان|ين|ون)?'));
const isSons = spelt(spelling('event/sons-of'));

export const isOrigin = ({ items, governor }: Sentence, head: number): boolean => {
  if (governor[head] !== 'من') return false;
  if (isSons(items[head - 1])) return true;
  for (let k = head - 1; k >= Math.max(0, head - 4) && items[k]!.kind !== 'place'; k--)
    if (comesFrom(items[k])) return true;
  return false;
};

/** The word before a place that says that somebody is stationed there; null where none does. */
export const stationedAt = (items: Sentence['items'], head: number): number | null => {
  for (let k = head - 1; k >= Math.max(0, head - 3) && items[k]!.kind !== 'place'; k--)
    if (isStationed(items[k])) return k;
  return null;
};

export const isStation = (items: Sentence['items'], head: number): boolean => stationedAt(items, head) !== null;

/** «قصفت من مواقعها في معرة النعمان» (from its positions in Maarat al-Numan): where the guns of a side stand. */
const isOwnPosition = spelt(spelling('event/positions', '', '(?:ها|ه|هم)'));

export const isGunPosition = (items: Sentence['items'], head: number): boolean => {
  for (let k = head - 1; k >= Math.max(1, head - 3) && items[k]!.kind !== 'place'; k--)
    if (isOwnPosition(items[k])) {
      // «من تمركزاتها محيط تل رفعت»: without a preposition it is what was hit.
      const lies = items[head]!.clitic === 'ب' || items.slice(k + 1, head).some(({ kind }) => kind === 'preposition');
      return lies && items[k - 1]!.preposition === 'من';
    }
  return false;
};
