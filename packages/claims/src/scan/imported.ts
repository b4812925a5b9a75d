import { type Gazetteer, Phrases, type Place } from '@isnad/lexicon';
import type { Token } from '@isnad/text';
import type { PersonWords } from '../person/words.js';
import { spelling } from '../words/classes.js';
import type { Item } from './item.js';

/** Kinds of place that reports name without saying what they are. */
const SETTLEMENTS: ReadonlySet<Place['kind']> = new Set(['city', 'town', 'village']);
const SHORTEST = 4;

/**
 * The names of imported places that may be read without a head noun: hardly a person's name, for many villages are
 * called after their founder (محمود العلي), and no by-name. Null without an import.
 */
export const freeStanding = (gazetteer: Gazetteer, persons: PersonWords): Phrases<Place> | null => {
  if (gazetteer.imported === null) return null;
  const phrases = new Phrases<Place>({ nouns: true });
  const isPersonal = (word: string): boolean => {
    const bare = word.startsWith('ال') ? word.slice(2) : word;
    return [word, bare].some((form) => persons.given.has(form) || persons.parts.has(form));
  };
  for (const place of gazetteer.places) {
    if (!place.imported || !SETTLEMENTS.has(place.kind)) continue;
    for (const form of place.forms) {
      if (form.length < SHORTEST || !gazetteer.imported.holds(form) || form.split(' ').some(isPersonal)) continue;
      phrases.addFolded(form, place);
    }
  }
  return phrases;
};

/** Where no other reading begins, the longest name of an imported place whose words nothing else claims. */
export const freeStandingAt = (
  names: Phrases<Place>,
  tokens: readonly Token[],
  at: number,
  last: number,
  isClaimed: (at: number) => boolean,
): { readonly candidates: readonly Place[]; readonly length: number; readonly proclitics: string } | null => {
  const hits = names.at(tokens, at);
  const hit = hits.find(({ length }) => {
    if (at + length - 1 > last) return false;
    for (let k = at + 1; k < at + length; k++) if (isClaimed(k)) return false;
    return true;
  });
  if (!hit) return null;
  const same = hits.filter(({ length, proclitics }) => length === hit.length && proclitics === hit.proclitics);
  return { candidates: same.map(({ value }) => value), length: hit.length, proclitics: hit.proclitics };
};

const TOWARD = spelling('scan/before-place');

/** Whether the words beside an item say that a place is named: a preposition, a relation, a place it is joined to. */
const isAnnounced = (items: readonly Item[], at: number): boolean => {
  const item = items[at]!;
  const before = items[at - 1];
  const behind = items[at + 1];
  if (item.clitic === 'ب' || item.clitic === 'ل') return true;
  if (before && (before.head === 'relation' || TOWARD.test(before.form ?? ''))) return true;
  const joined = item.conjunction === 'و' ? before : before?.kind === 'comma' ? items[at - 2] : undefined;
  if (joined?.kind === 'place' && !joined.place?.anaphoric) return true;
  // «كفركيلا بريف إدلب», «… شمال حلب»
  return behind?.clitic === 'ب' && behind.kind === 'place';
};

/**
 * Takes back the imported places that stand without a head noun where the words beside them do not announce a place,
 * or none of its name lies near the places that the report names.
 */
export const withoutUnproven = (
  items: readonly Item[],
  isNear: (candidates: readonly Place[]) => boolean,
): readonly Item[] => {
  if (!items.some((item) => item.place?.instead)) return items;
  const proven = (item: Item, at: number): boolean =>
    !item.place?.instead || (isAnnounced(items, at) && isNear(item.place.candidates));
  return items.flatMap((item, at) => (proven(item, at) ? [item] : item.place!.instead!));
};
