import type { Sentence } from '../clause/sentence.js';
import { placeMention, type ResolvedPlace } from '../resolve/places.js';
import { changed, type EventRead } from './mention.js';

/** Whether a sentence only announces what stands in the lines below: «القصف المدفعي :» (shelling:). */
export const announces = ({ items }: Sentence): boolean => items.length > 0 && items[items.length - 1]!.mark === ':';

/** A line of a list may say more of its place than the name: «وادي السلوقي جهة شقرا» (on the side of Shaqra). */
const MOST_WORDS = 2;

/** Whether a line holds places and little else: «• أطراف ميفدون (٢)». */
export const isListOfPlaces = ({ items }: Sentence, placed: ReadonlyMap<number, ResolvedPlace>): boolean =>
  placed.size > 0 &&
  items.every(
    ({ kind }) => kind === 'place' || kind === 'mark' || kind === 'comma' || kind === 'number' || kind === 'word',
  ) &&
  items.filter(({ kind, head }) => kind === 'word' && head !== 'relation').length <= MOST_WORDS;

/** The event with the places of a line of its list. */
export const withListed = (event: EventRead, placed: ReadonlyMap<number, ResolvedPlace>, original: string): EventRead =>
  changed(event, {
    places: [...event.places, ...placed.values()],
    mentions: [...event.mentions, ...[...placed.values()].map((place) => placeMention(original, place, 'where'))],
  });
