import type { EventClaim, EventKind, PlaceMention, PlaceRole } from '@isnad/model';
import type { RecordLexicon } from '../lexicon/record-lexicon.js';
import { mostSpecific, type Place, resolvePlace } from '../places/place.js';
import { tellsPartOf } from './site.js';

/** Where an event is, and in which role the claim names the place. */
export interface UnitPlace {
  readonly place: Place;
  readonly role: PlaceRole;
  /** How often the claims name it. */
  readonly mentions: number;
  /** Whether a claim names it in its own words; else the reader took it from what stands before them. */
  readonly named: boolean;
  /** Whether the claims' words are about a part of it only, which has no place of its own. */
  readonly partial: boolean;
}

/**
 * The places that an event is about: in its own role or where it is; else what contains it. Where guns stand or
 * people go to is no place of the event; an attack or arrival towards a place is.
 */
export const placesOf = (
  claims: readonly EventClaim[],
  kind: EventKind,
  lexicon: RecordLexicon,
): readonly UnitPlace[] => {
  const all = claims.flatMap((claim) => claim.places);
  const towards: readonly PlaceRole[] = kind.about === 'from' ? [] : ['to'];
  const inOrder: readonly (readonly PlaceRole[])[] = [['where', kind.about], towards, ['within']];
  const chosen = inOrder.map((roles) => all.filter(({ role }) => roles.includes(role))).find((some) => some.length > 0);
  if (!chosen) return [];
  const roles = new Map<string, PlaceRole>();
  const counts = new Map<string, number>();
  const own = new Set(claims.flatMap(({ places, span }) => places.filter(({ end }) => end > span.start)));
  const named = new Set<string>();
  const places = chosen.map((mention) => {
    const place = resolvePlace(mention, lexicon);
    if (roles.get(place.id) !== kind.about) roles.set(place.id, mention.role);
    counts.set(place.id, (counts.get(place.id) ?? 0) + 1);
    if (own.has(mention)) named.add(place.id);
    return place;
  });
  return mostSpecific(places).map((place) => ({
    place,
    role: roles.get(place.id)!,
    mentions: counts.get(place.id)!,
    named: named.has(place.id),
    partial: kind.control !== null && isPartOf(place, claims, own, lexicon),
  }));
};

/** Some claim speaks of a part of it, and none names it in words that mean the whole. */
const isPartOf = (
  place: Place,
  claims: readonly EventClaim[],
  own: ReadonlySet<PlaceMention>,
  lexicon: RecordLexicon,
): boolean => {
  const [part, whole] = [true, false].map((wanted) =>
    claims.filter((claim) => tellsPartOf(claim, place, lexicon) === wanted),
  );
  const namesIt = (claim: EventClaim) =>
    claim.places.some((mention) => own.has(mention) && resolvePlace(mention, lexicon).id === place.id);
  return part!.length > 0 && !whole!.some(namesIt);
};
