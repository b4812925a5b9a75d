import type { Gazetteer, Place } from '@isnad/lexicon';
import { entryAt } from '@isnad/text';
import type { Sentence } from '../clause/sentence.js';
import { inRole, type PlaceArgument } from './surroundings.js';

/**
 * Marks containing places: those that hold another of the list, and those that only help to find the one
 * named right before them («منطقة الثرثار شمال شرق الفلوجة», «قرية صفيا بريف عين عيسى»).
 */
const withRoles = (
  sentence: Sentence,
  found: readonly PlaceArgument[],
  gazetteer: Gazetteer,
): readonly PlaceArgument[] =>
  found.map((one, at) => {
    if (one.role !== 'where') return isHolderOf(one, found, gazetteer, sentence) ? inRole(one, 'within') : one;
    // Hajin, in the pocket on the river: the wider place behind only says where the narrower lies, unless و joins it.
    const wider =
      sentence.items[one.item]!.conjunction === '' &&
      found.slice(0, at).some(({ place, role }) => role === 'where' && (place.precision ?? 1) <= 2) &&
      (one.place.precision ?? 1) >= 3;
    const holds =
      wider || found.some(({ place }) => place.id !== one.place.id && gazetteer.contains(one.place.id, place.id));
    const before = entryAt(found, at - 1);
    const item = sentence.items[one.item]!;
    // «بلدة الخيام قضاء مرجعيون» (Khiam, district of Marjayoun)
    const isUnit = item.place?.head?.kinds.some((kind) => ADMINISTERED.has(kind)) === true && !item.clitic;
    const helps =
      before !== undefined &&
      before.item < one.item &&
      one.item - before.item <= 3 &&
      !item.conjunction &&
      sentence.items
        .slice(before.item + 1, one.item + 1)
        .every((between) => between.kind === 'place' || between.kind === 'word' || between.kind === 'preposition') &&
      ((item.place?.relations.length ?? 0) > 0 ||
        (isUnit && one.item - before.item === 1) ||
        item.clitic === 'ب' ||
        entryAt(sentence.items, one.item - 1)?.head === 'relation' ||
        entryAt(sentence.items, one.item - 1)?.preposition === 'من');
    return holds || helps || isSeatOf(one, found.slice(0, at), gazetteer, sentence) ? inRole(one, 'within') : one;
  });

/** Kinds of what towns and villages are administered by. */
const ADMINISTERED: ReadonlySet<string> = new Set(['governorate', 'district', 'subdistrict']);

/** «وفي دير الزور»: و (and) stands before the place or before its preposition. */
const isJoined = (items: Sentence['items'], at: number): boolean =>
  items[at]!.conjunction !== '' ||
  (entryAt(items, at - 1)?.kind === 'preposition' && items[at - 1]!.conjunction !== '');

/** «انسحب من المناطق الخاضعة له في ريف دير الزور»: behind an area that it holds, without و, no second place to leave. */
const isHolderOf = (
  { place, role, item }: PlaceArgument,
  found: readonly PlaceArgument[],
  gazetteer: Gazetteer,
  { items }: Sentence,
): boolean =>
  !isJoined(items, item) &&
  found.some((other) => other.role === role && other.item < item && gazetteer.contains(place.id, other.place.id));

/** «الجيب الأخير في دير الزور»: behind a region of its governorate a city's name is that of the governorate. */
const isSeatOf = (
  { place: { place }, item }: PlaceArgument,
  before: readonly PlaceArgument[],
  gazetteer: Gazetteer,
  { items }: Sentence,
): boolean =>
  place?.kind === 'city' &&
  !isJoined(items, item) &&
  before.some(
    (other) =>
      other.place.place?.kind === 'region' && gazetteer.contains(governorateOf(place, gazetteer), other.place.id),
  );

const governorateOf = ({ id, parent }: Place, gazetteer: Gazetteer): string => {
  const outer = gazetteer.byId(parent ?? '');
  return outer === undefined ? id : outer.kind === 'governorate' ? outer.id : governorateOf(outer, gazetteer);
};

/** What a phrase may name beyond the place that holds the first: «بلدة ذيبان شرقي دير الزور». */
const UNITS: ReadonlySet<string> = new Set(['governorate', 'district', 'subdistrict', 'city', 'town', 'village']);

/** Each place once, and no more containers than places: the nearest one of each helps, the rest is geography. */
const trimmed = (places: readonly PlaceArgument[], gazetteer: Gazetteer): readonly PlaceArgument[] => {
  const seen = new Set<string>();
  const once = places.filter(({ place, role }) => {
    const key = `${place.id} ${role === 'within' ? 'where' : role}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const heads = once.filter(({ role }) => role !== 'within');
  let room = heads.length;
  const isUnit = ({ place: { place } }: PlaceArgument): boolean =>
    place !== null &&
    (UNITS.has(place.kind) || (place.kind === 'region' && gazetteer.byId(place.parent ?? '')?.kind === 'governorate'));
  return once.filter((one) => one.role !== 'within' || room-- > 0 || (room === -1 && isUnit(one)));
};

/** A road, or what has no name of its own. */
export const isVague = ({ items }: Sentence, { item, place }: PlaceArgument): boolean => {
  const { place: told } = items[item]!;
  return (
    place.place === null &&
    (told?.unnamed === true || (told?.head?.kinds[0] === 'road' && told.candidates.length === 0))
  );
};

/** A place without a name of its own, and a road, say where only when no named place does (guide § Slots). */
const named = (sentence: Sentence, found: readonly PlaceArgument[]): readonly PlaceArgument[] => {
  const others = found.some((one) => one.role === 'where' && !isVague(sentence, one));
  return others
    ? found.filter((one) => (one.role !== 'where' && one.role !== 'within') || !isVague(sentence, one))
    : found;
};

/** «دخلوا هجين وسيطروا على المستشفى»: a building without an entry lies in the town named last. */
const inTown = (found: readonly PlaceArgument[]): readonly PlaceArgument[] =>
  found.length === 1 && found[0]!.place.town
    ? [found[0]!, { place: found[0]!.place.town, role: 'within', item: found[0]!.item }]
    : found;

/** How the places of an event belong to it: where it was, and what holds that. */
export const withPlaceRoles = (
  sentence: Sentence,
  found: readonly PlaceArgument[],
  gazetteer: Gazetteer,
): readonly PlaceArgument[] => inTown(trimmed(named(sentence, withRoles(sentence, found, gazetteer)), gazetteer));
