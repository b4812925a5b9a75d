import { findOutlet, type Gazetteer, type Lexicon, type Place, resolvePlace } from '@isnad/lexicon';
import { type EventKind, plainEventKind } from '@isnad/model';
import { placeExtent } from '../places/extent.js';
import type { KnownPlace, RecordLexicon } from './record-lexicon.js';

/** What the record asks, answered by the project's own lexicon, gazetteer and files of event types. */
export const recordLexicon = (
  lexicon: Lexicon,
  gazetteer: Gazetteer,
  kinds: ReadonlyMap<string, EventKind>,
): RecordLexicon => {
  const known = (place: Place): KnownPlace => ({
    ...place,
    ancestors: gazetteer.ancestors(place.id).map(({ id }) => id),
  });
  const among = (places: readonly Place[]): Place | null =>
    // One that is named in full needs no head noun or companion to vouch for it.
    places.length <= 1 ? (places[0] ?? null) : resolvePlace(places, { nearby: [], countries: [] }, gazetteer).place;
  const sourceOf = (id: string) => lexicon.sources.get(id) ?? null;
  return {
    place: ({ id, name, text }) => {
      const place =
        gazetteer.byId(id) ??
        among(gazetteer.namedInEnglish(name)) ??
        among(gazetteer.named(text)) ??
        among(gazetteer.named(withoutHead(text, gazetteer)));
      return place ? known(place) : null;
    },
    placeNoun: (word) => {
      const head = gazetteer.words.headOf(word);
      return head ? placeExtent(head.kinds[0]!, null)[0] : null;
    },
    source: sourceOf,
    outlet: (name) => {
      const outlet = findOutlet(lexicon, name);
      return outlet ? sourceOf(outlet.id) : null;
    },
    actor: (id) => lexicon.actors.get(id) ?? null,
    group: (id) => lexicon.groups.get(id) ?? null,
    measure: (id) => lexicon.measures.get(id) ?? null,
    eventKind: (type) => kinds.get(type) ?? plainEventKind(type),
  };
};

/** The wording without its head noun: «مدينة هجين» (the city of Hajin) → «هجين». */
const withoutHead = (wording: string, gazetteer: Gazetteer): string => {
  const [first, ...rest] = wording.trim().split(/\s+/);
  return first !== undefined && rest.length > 0 && gazetteer.words.headOf(first) ? rest.join(' ') : wording;
};
