import type { Gazetteer } from '@isnad/lexicon';
import type { Sentence } from '../clause/sentence.js';
import { saidAgain } from '../resolve/places.js';
import { bracketedPlaces } from './bracketed-places.js';
import type { EventDraft } from './draft.js';
import { heldPlace } from './held-place.js';
import { lentPlaces } from './lent-places.js';
import { isVague, withPlaceRoles } from './place-roles.js';
import {
  inRole,
  isGunPosition,
  isOrigin,
  type PlaceArgument,
  phraseFrom,
  type Surroundings,
  stationedAt,
} from './surroundings.js';

/** Where an event happened, and whether the place was told beside its word or elsewhere in the sentence. */
export interface Where {
  readonly places: readonly PlaceArgument[];
  readonly borrowed: boolean;
}

/** Whether a place only says where another one that is told with it lies. */
const isContainer = (item: number, told: EventDraft['roles']['places'], { phrases }: Surroundings): boolean => {
  const { heads, containers } = phrases.get(item)!;
  return containers.includes(item) && told.some((one) => heads.includes(one.item));
};

/** «المناطق المذكورة» (the said areas): the places of the event told before, in these words. */
const saidBefore = (one: PlaceArgument, { said }: Surroundings): readonly PlaceArgument[] => {
  const { start, end } = one.place;
  // A place without an entry is known by its own words only.
  return said().map((place) => ({ ...one, place: place.place ? saidAgain(place, start, end) : place }));
};

/** «سيطرت على هجين … سيطرتها على المستشفى»: what a nearer word takes as its place is none of the word before. */
const ownPlaces = (
  { item: at }: EventDraft,
  places: EventDraft['roles']['places'],
  { drafts }: Surroundings,
): EventDraft['roles']['places'] => {
  const nearer = (item: number): boolean =>
    drafts.some((other) => other.item > at && other.item < item && other.roles.places.some((one) => one.item === item));
  const own = places.filter(({ item }) => !nearer(item));
  return own.length > 0 ? own : places;
};

/** «مدينة الزبداني بريف دمشق التي تتعرض لهجوم»: the clause behind a phrase of places describes the first of them. */
const describedHead = (
  { clauses, clauseOf }: Sentence,
  { item: at }: EventDraft,
  place: number,
  { phrases }: Surroundings,
): number => {
  const { opener, antecedent } = clauses[clauseOf[at]!]!;
  const isDescribed = opener === 'relative' && antecedent === place && phrases.get(place)!.containers.includes(place);
  return isDescribed ? phrases.get(place)!.heads[0]! : place;
};

/** «وفي مدينة مقبنة، نصبت المقاومة كمينا على الطريق العام»: the place that a sentence opens with holds the rest. */
const framePlace = (
  { items, governor, clauseOf }: Sentence,
  { item: at }: EventDraft,
  around: Surroundings,
): number | null => {
  const [first = at] = [...around.placed.keys()].sort((a, b) => a - b);
  const opens = first < at && first <= FRAME_REACH && governor[first] === 'في' && clauseOf[first] === 0;
  return opens && items[0]!.preposition === 'في' ? first : null;
};

/** Words that may stand before it: «وفي حادثة أخرى في بغداد،». */
const FRAME_REACH = 4;

/** «القوات المتمركزة في الحقل قصفت» (the forces stationed in the field shelled); where those hit are stationed, it happened. */
const isDoersStation = ({ items, governor }: Sentence, { roles }: EventDraft, head: number): boolean => {
  const stationed = stationedAt(items, head);
  if (stationed === null) return false;
  return governor[stationed - 1] !== 'على' && !roles.targets.includes(stationed - 1);
};

/** Where those stand who do something elsewhere. */
const standsAt = (sentence: Sentence, draft: EventDraft, head: number): boolean =>
  isDoersStation(sentence, draft, head) || isGunPosition(sentence.items, head);

/** Decides where an event happened. */
export const whereOf = (sentence: Sentence, draft: EventDraft, around: Surroundings, gazetteer: Gazetteer): Where => {
  const { roles } = draft;
  const placed = roles.places
    .filter(({ item }) => around.placed.has(item) && !isOrigin(sentence, around.phrases.get(item)!.heads[0]!))
    .map(({ item, role }) => ({ item: describedHead(sentence, draft, item, around), role }));
  const told = ownPlaces(draft, placed, around).map((one) =>
    one.role === 'where' && one.item > draft.item && standsAt(sentence, draft, around.phrases.get(one.item)!.heads[0]!)
      ? { item: one.item, role: 'from' as const }
      : one,
  );
  const found: PlaceArgument[] = told
    .flatMap(({ item, role }) =>
      phraseFrom(item, around, role === 'where' && isContainer(item, told, around) ? 'within' : role).filter(
        (one) => one.item === item || !told.some((other) => other.item === one.item),
      ),
    )
    .sort((a, b) => a.item - b.item);
  const frame = found.some(({ role }) => role !== 'where' && role !== 'within')
    ? null
    : framePlace(sentence, draft, around);
  if (found.length > 0 && frame !== null && !found.some(({ item }) => item === frame)) {
    const onlyVague = found.every((one) => isVague(sentence, one));
    if (onlyVague) found.splice(0);
    found.unshift(...phraseFrom(frame, around).map((one) => (onlyVague ? one : inRole(one, 'within'))));
  }
  const held = heldPlace(sentence, draft, around.placed);
  if (held !== null) {
    const surroundings = found.splice(0).map((one) => inRole(one, 'within'));
    found.push(...phraseFrom(around.phrases.get(held)!.heads[0]!, around), ...surroundings);
  }
  if (found.length === 0 && roles.pronounPlace) {
    const said = [...around.placed].filter(([item]) => item < draft.item).pop();
    if (said) found.push(...phraseFrom(around.phrases.get(said[0])!.heads[0]!, around));
    else if (around.previous) found.push({ place: around.previous, role: 'where', item: draft.item });
  }
  if (found.length === 0) found.push(...bracketedPlaces(sentence, draft, around));
  const borrowed = found.length === 0;
  if (borrowed) found.push(...lentPlaces(sentence, draft, around));
  const said = found.flatMap((one) => (sentence.items[one.item]!.place?.said ? saidBefore(one, around) : [one]));
  return { places: withPlaceRoles(sentence, said, gazetteer), borrowed };
};
