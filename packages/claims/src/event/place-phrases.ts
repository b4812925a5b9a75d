import type { Gazetteer } from '@isnad/lexicon';
import { isAdded } from '../clause/parts.js';
import type { Sentence } from '../clause/sentence.js';
import type { ResolvedPlace } from '../resolve/places.js';
import type { Item } from '../scan/item.js';
import { spelt } from '../scan/spelt.js';
import { spelling } from '../words/classes.js';

/**
 * Places that one phrase names: those where something is, joined by و, and those that only say where these lie:
 * «قريتي الحصين ومويلح بريف دير الزور» (the villages of Husayn and Muwaylih in the countryside of Deir ez-Zor).
 */
export interface PlacePhrase {
  readonly heads: readonly number[];
  /** The narrowest first. */
  readonly containers: readonly number[];
  /** The heads are named one by one behind what holds them: «قرى شرق النهر، أبرزها السوسة». */
  readonly listed?: boolean;
}

/** Prepositions that lead from a place to the one that holds it. */
const CONTAINING = new Set(['في', 'على']);
/** Words between a place and the one that holds it: التابعة لـ (which belongs to), الواقعة (which lies). */
const LYING = spelling('event/lying', '(?:ال)?');
/** The side of a wider area. */
const SIDE = spelling('scan/parts-of-country', '', 'ي?');
/** A longer way between two places is no description of the first. */
const FARTHEST = 4;
/** A town farther off holds no place, and lies beside none. */
const FAR_KM = 80;

const isDistance = spelt(spelling('event/kilometre'));

const relationBefore = (items: Sentence['items'], at: number): boolean =>
  items[at]!.place!.relations.length > 0 || items[at - 1]?.head === 'relation';

const isDescription = (item: Item): boolean =>
  (item.kind === 'word' &&
    !item.clitic &&
    !item.conjunction &&
    (item.definite || item.head === 'relation' || LYING.test(item.form ?? ''))) ||
  (item.kind === 'actor' && item.side?.heads[0] === 'adjective' && !item.conjunction) ||
  (item.kind === 'preposition' && CONTAINING.has(item.preposition ?? '') && !item.enclitic && !item.conjunction);

/** أبرزها, بينها, منها, هي, المتمثلة بـ, ولاسيما: the places that are meant are named one by one. */
const isNaming = spelt(spelling('event/naming', '[وف]?'));
/** How far behind a place the first of those may be named. */
const NAMED_WITHIN = 9;

const isNamedBehind = ({ items }: Sentence, last: number, next: number): boolean => {
  if (next - last > NAMED_WITHIN) return false;
  for (let k = next - 1; k > last; k--) {
    if (isNaming(items[k])) return true;
    const { kind, mark } = items[k]!;
    const opens = kind === 'comma' || mark === '(' || mark === ':' || mark === '"';
    if (!opens && !(kind === 'thing' && items[k]!.place === undefined)) return false;
  }
  return false;
};

/** «الجنينة ـ الجيعة، الحويقة»: what parts the places of a list. */
const partsList = ({ kind, mark }: Item): boolean => kind === 'comma' || /^[-ـ–/]$/.test(mark ?? '');

/** «المديرية بين مأرب وصنعاء» (between Marib and Sanaa): both only say where the first lies. */
const isBetween = ({ items, governor }: Sentence, last: number, next: number): boolean =>
  governor[next] === 'بين' &&
  (next - last <= 3 || (governor[last] === 'بين' && items[next]!.conjunction === 'و' && next - last === 1));

/** How the place at `next` goes on with the phrase whose last place is at `at`. */
const linkOf = ({ items, verbs }: Sentence, last: number, next: number): 'joined' | 'container' | null => {
  const item = items[next]!;
  let at = last;
  // «جيب التنظيم بريف دير الزور»: who holds it belongs to its wording.
  while (at + 1 < next && items[at + 1]!.start < items[last]!.place!.nameEnd) at++;
  const between = items.slice(at + 1, next);
  const afterComma = between[0]?.kind === 'comma';
  // «…، بالإضافة للتفاحية» (in addition to at-Tuffahiyah), «فضلا عن دوما»
  if (between.length <= (afterComma ? 2 : 1) && isAdded(items, next)) return 'joined';
  const way = afterComma ? between.slice(1) : between;
  // «الثرثار 55 كلم غرب بغداد» (55 km west of Baghdad)
  if (way.length <= FARTHEST + 2 && way.some(isDistance) && relationBefore(items, next)) return 'container';
  if (way.length > FARTHEST || way.some((_, n) => verbs.has(next - way.length + n))) return null;
  if (item.conjunction) return item.conjunction === 'و' && !item.clitic && way.length === 0 ? 'joined' : null;
  if (!way.every(isDescription)) return null;
  // «محافظة الحديدة غرب اليمن» (in the west of Yemen), «جنوبي البلاد» (in the south of the country)
  const isSide = item.place!.countryPart !== undefined || SIDE.test(item.form ?? '');
  const led =
    isSide ||
    item.clitic === 'ب' ||
    (item.clitic === 'ل' && way.some(({ form }) => LYING.test(form ?? ''))) ||
    (item.place?.relations.length ?? 0) > 0 ||
    way.some((one) => one.kind === 'preposition' || one.head === 'relation');
  return led && (isSide || !(afterComma && way.length === 0)) ? 'container' : null;
};

/** Groups the places of a sentence into phrases; gives the phrase of each. */
export const placePhrases = (
  sentence: Sentence,
  placed: ReadonlyMap<number, ResolvedPlace>,
  gazetteer: Gazetteer,
): ReadonlyMap<number, PlacePhrase> => {
  const phrases = new Map<number, PlacePhrase>();
  let heads: number[] = [];
  let containers: number[] = [];
  let last: number | null = null;
  let listed = false;
  const close = (): void => {
    // «مناطق سيطرة قسد في دير الزور» (areas held by the SDF in Deir ez-Zor): the name tells where, who holds it does not.
    const onlyHeld = heads.every((item) => placed.get(item)!.place === null && sentence.items[item]!.place!.held);
    const [first, ...rest] = containers;
    const phrase =
      onlyHeld && first !== undefined ? { heads: [first], containers: rest } : { heads, containers, listed };
    for (const item of [...heads, ...containers]) phrases.set(item, phrase);
    heads = [];
    containers = [];
    listed = false;
  };
  /** «حي الفيلات بمدينة دير الزور والبوكمال»: the quarter lies in the one town, so the other is a place beside it. */
  const isBeside = (item: number): boolean => {
    const [head, container] = [placed.get(heads[0]!)!.id, placed.get(containers[0]!)!.id];
    return gazetteer.contains(container, head) && !gazetteer.contains(placed.get(item)!.id, head);
  };
  /** «الفارين من سجن سوسة في جمجمال» (caught in Chamchamal): that the one place holds the other is not so. */
  const strays = (inner: number, outer: number): boolean => {
    const [a, b] = [placed.get(inner)!, placed.get(outer)!];
    if (sentence.items[outer]!.conjunction || a.place === null || b.place === null) return false;
    if (gazetteer.contains(b.id, a.id)) return false;
    const { relations } = sentence.items[outer]!.place!;
    const far = relations.length === 0 && (gazetteer.distanceKm(a.id, b.id) ?? 0) > FAR_KM && (b.precision ?? 1) <= 2;
    return far || (sentence.governor[inner] === 'من' && sentence.items[outer - 1]!.preposition === 'في');
  };
  const governs = (item: number): boolean => sentence.governor[item] === 'بين';
  /** «قرى البارة والفطيرة بريف إدلب، وقرى العنكاوي»: behind a comma the list of places goes on. */
  const afterComma = (item: number): boolean => sentence.items[item - 1]?.kind === 'comma';
  for (const item of [...placed.keys()].sort((a, b) => a - b)) {
    // «المنطقة الواقعة بين سيربا وسيليا»: what has no name of its own is told by those between which it lies.
    const between = last !== null && isBetween(sentence, last, item);
    const told = last === null ? undefined : sentence.items[last]!.place;
    const tells = between && (told!.anaphoric || told!.unnamed === true || (listed && governs(last!)));
    if (last !== null && (tells || isNamedBehind(sentence, last, item))) {
      if (listed && tells) heads.push(item);
      else {
        containers = [...heads, ...containers];
        heads = [item];
      }
      listed = true;
      last = item;
      continue;
    }
    if (between) {
      containers.push(item);
      last = item;
      continue;
    }
    const goesOn = listed && item - last! === 2 && partsList(sentence.items[last! + 1]!);
    const link = goesOn ? 'joined' : last === null || strays(last, item) ? null : linkOf(sentence, last, item);
    if (link === null) close();
    if (
      link === 'container' ||
      (link === 'joined' && containers.includes(last!) && !afterComma(item) && !isBeside(item))
    )
      containers.push(item);
    else heads.push(item);
    last = item;
  }
  close();
  return phrases;
};
