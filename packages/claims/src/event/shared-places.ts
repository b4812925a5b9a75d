import { entryAt } from '@isnad/text';
import { isAdded, isDemonstrative } from '../clause/parts.js';
import type { Grammar } from '../reader.js';
import { changed, type EventRead } from './mention.js';

/**
 * Words joined by و share the places told once: «دهم واعتقالات في مدينة دير الزور»; so do a word and its object:
 * «صد هجوم على ذيبان» (threw back an attack on Dhiban). The events of one sentence, from the given index on.
 */
export const sharePlaces = (events: EventRead[], from: number, grammar: Pick<Grammar, 'words'>): void => {
  for (let k = events.length - 2; k >= from; k--) {
    const event = events[k]!;
    const next = events[k + 1]!;
    if (event.places.length === 0 && happensAt(next) && isWhereNextIs(event, next, grammar)) {
      events[k] = changed(event, { mentions: next.mentions, places: next.places, around: [] });
    } else if (isJoined(event, next)) {
      events[k] = withOther(event, next);
      events[k + 1] = withActors(next, event);
    }
  }
};

/** How far behind a word its object stands, and what و joins to it, in items. */
const OBJECT_WITHIN = 2;
const JOINED_WITHIN = 3;

/** Whether an event without a place was where the one told behind it was. */
const isWhereNextIs = (event: EventRead, next: EventRead, grammar: Pick<Grammar, 'words'>): boolean => {
  const { items, governor } = next.sentenceOf;
  // قُتل برصاص … خلال مداهمة منزل في قرية: what happened in the course of another was where that was.
  if (IN_COURSE.has(governor[next.draft.item] ?? '') && event.sentence === next.sentence) return true;
  // «رافق هذا الهجوم هجوم آخر»: what was told before has no object.
  const told = isDemonstrative(entryAt(event.sentenceOf.items, event.draft.item - 1));
  const apart = next.draft.item - event.draft.item;
  if (apart <= OBJECT_WITHIN && !told && items[next.draft.item]!.conjunction === '') return true;
  // «قصف مدفعي، بالإضافة لقصف الطيران على المناطق»: a list of one kind of deed, and where all of it was.
  return isListed(event, next, grammar);
};

const isJoined = (event: EventRead, next: EventRead): boolean =>
  next.sentenceOf.items[next.draft.item]!.conjunction === 'و' && next.draft.item - event.draft.item <= JOINED_WITHIN;

/** An event with the places and sides of the one joined to it, where it tells none of its own. */
const withOther = (event: EventRead, next: EventRead): EventRead => {
  const isThere = event.mentions.length === 0 || (event.places.length === 0 && tellsBeside(next));
  const isBy = event.actors.length === 0 && event.targets.length === 0;
  const both = changed(event, {
    ...(isThere ? { mentions: next.mentions, places: next.places } : {}),
    ...(isBy ? { actors: fought(event, next) ? [] : next.actors, targets: next.targets } : {}),
  });
  const isTheirs =
    !fought(event, next) &&
    event.actors.length === 0 &&
    next.actors.length > 0 &&
    !event.targets.some((id) => next.actors.includes(id));
  return isTheirs ? changed(both, { actors: next.actors }) : both;
};

/** An event of nobody with the actors of the one that it is joined to. */
const withActors = (next: EventRead, event: EventRead): EventRead => {
  // «غارات روسية وقصف مدفعي»: whose raids they were, the adjective tells; of the shelling it tells nothing.
  const { items } = event.sentenceOf;
  const ofAdjective = event.draft.roles.actors.every((k) => items[k]!.side?.heads[0] === 'adjective');
  return !fought(next, event) && next.actors.length === 0 && event.actors.length > 0 && !ofAdjective
    ? changed(next, { actors: event.actors })
    : next;
};

/** «القصف والاشتباكات مع قسد»: both sides of a fight are not who shells. */
const fought = (act: EventRead, fight: EventRead): boolean => fight.draft.roles.mutual && !act.draft.roles.mutual;

const IN_COURSE = new Set(['خلال', 'بسبب']);

/** Whether places are told beside the word, and it leads from or to none of them. */
const happensAt = ({ places, mentions }: EventRead): boolean =>
  places.length > 0 && mentions.every(({ role }) => role === 'where' || role === 'within');

/** How far apart two of a list may stand, in items. */
const LIST_REACH = 12;

const isListed = (
  { draft, sentenceOf: { items, verbs } }: EventRead,
  { draft: next }: EventRead,
  { words }: Pick<Grammar, 'words'>,
): boolean => {
  return (
    next.item - draft.item <= LIST_REACH &&
    !draft.definite &&
    isAdded(items, next.item) &&
    words.holds('fire', draft.family) &&
    words.holds('fire', next.family) &&
    !items.some((_, k) => k > draft.item && k < next.item && verbs.has(k))
  );
};

/** «حملة دهم واعتقالات في مدينة دير الزور»: behind the first preposition after the second word, it is the place of both. */
const tellsBeside = (event: EventRead): boolean => {
  const { items } = event.sentenceOf;
  const { item, roles } = event.draft;
  const led = items.findIndex(({ kind }, k) => k > item && kind === 'preposition');
  const place = roles.places.find((one) => one.item > item)?.item ?? -1;
  return happensAt(event) && led > item && place > led && !items.slice(led + 1, place).some(isPreposition);
};
const isPreposition = ({ kind }: { readonly kind: string }): boolean => kind === 'preposition';
