import { spelling } from '../words/classes.js';
import type { Made } from './draft.js';
import type { Counting, Noun } from './noun.js';
import type { Quantity } from './quantity.js';
import { actingSides } from './sides.js';
import { lastOf, type State } from './state.js';

/**
 * Things and events that are counted: attacks (ثلاث غارات), places with a numeral only (أربع بلدات), and arms
 * and vehicles. A thing without number counts only in the dual (annotation guide, Figures).
 */
export const countedThing = (counting: Counting, quantity: Quantity, state: State): Made | null => {
  const { noun, number, stated, vague, first, last, min, max, approximate } = quantity;
  const { words } = counting;
  if (!noun || (noun.of !== 'things' && noun.of !== 'events') || noun.group === null) return null;
  if (!stated && noun.number !== 'dual') return null;
  if (number?.quantifier === 'all' || number?.quantifier === 'most') return null;
  const group = isRocket(counting, noun) ? 'rockets' : (finerKind(counting, noun) ?? noun.group);
  const make = (measure: string): Made => ({
    first,
    last,
    measure,
    group,
    min,
    max,
    approximate,
    source: noun.of === 'events' ? noun.first : null,
    rule: `figure/${noun.of === 'events' ? 'counted-event' : 'counted-thing'}`,
  });
  if (noun.of === 'events' || words.has('attacks', group))
    return isOneOf(quantity)
      ? null
      : { ...make('attacks'), group: (group === OPEN && doerOf(counting, noun)) || toldAs(group, quantity, state) };
  const { owner } = quantity;
  const isSide = owner !== null && (counting.groupKind(owner) === null || words.has('armed', owner));
  if (isSide && words.is('targets', counting.sentence.items[noun.first]))
    return stated ? { ...make('other'), group: owner } : null;
  if (isOneOf(quantity) && onlyTellsWhere(counting, first)) return null;
  if (!words.has('places', group)) return number === null && stated ? null : make('equipment');
  const numeral = stated
    ? !vague && number?.quantifier === undefined && !isOneOf(quantity)
    : !namesFollow(quantity, counting);
  return numeral ? make('places') : null;
};

/** «أطلقت الفصائل 17 صاروخا»: missiles without a kind, where what stands around them tells that they are rockets. */
const isRocket = (counting: Counting, { group, first }: Noun): boolean => {
  const { items } = counting.sentence;
  if (group !== 'missiles' || items[first]!.last > items[first]!.first) return false;
  // «صواريخ (كاتيوشا)», «من نوع "كاتيوشا"»
  if (items.slice(first + 1, first + 5).some(({ form }) => ROCKET.test(form ?? ''))) return true;
  const acting = [...actingSides(counting)];
  if (acting.length > 0 && acting.every((side) => counting.words.has('rocketeers', side))) return true;
  // «سقط صاروخان على القاعدة» (two rockets fell): no aircraft is told of.
  const fell = items.slice(Math.max(0, first - 2), first).some(({ form }) => FALL.test(form ?? ''));
  if (fell && acting.length === 0) return true;
  const launched = items.slice(first + 1, first + LAUNCH_REACH).some((_, k) => isLaunchLand(counting, first + 1 + k));
  return launched || items.some(({ form }) => AGAINST_ROCKETS.test(form ?? ''));
};
/** How far behind a rocket stands the land from which it was fired. */
const LAUNCH_REACH = 8;
const ROCKET = spelling('figure/rocket-names', '(?:ال)?');
const FALL = spelling('figure/falling', '[وفب]?');
const AGAINST_ROCKETS = spelling('figure/against-rockets', '[وف]?');

/** «أطلقت من قطاع غزة» (launched from the Gaza Strip): from lands whose forces have rockets only. */
const isLaunchLand = ({ sentence: { items, governor }, words }: Counting, at: number): boolean => {
  const { place, kind } = items[at]!;
  return (
    kind === 'place' &&
    governor[at] === 'من' &&
    place?.candidates.some(({ country }) => words.has('rocket-lands', country)) === true
  );
};

/** «طائرتين مسيرتين», «طائرات هليكوبتر» (drones, helicopters): the word behind tells which aircraft. */
const finerKind = ({ sentence: { items }, words }: Counting, { group, last }: Noun): string | null => {
  const next = items[last + 1];
  const finer = next?.kind === 'thing' && !next.conjunction && !next.clitic ? (next.group?.id ?? null) : null;
  return finer !== null && words.finer(finer) === group ? finer : null;
};

/** Attacks of no one kind. */
const OPEN = 'attacks';

/** «عدة اعتداءات للتنظيم»: attacks of no one kind are counted by who carried them out. */
const doerOf = ({ sentence: { items }, drafts }: Counting, { last }: Noun): string | null =>
  drafts.get(last)?.roles.actors.flatMap((at) => items[at]!.side?.ids[0] ?? [])[0] ?? null;

/** «إحدى الغارات»: one of several, told of for another reason. */
const isOneOf = ({ number }: Quantity): boolean => number?.form === 'singular-one';

/** «انفجرت عبوة بإحدى السيارات», «وهي إحدى القواعد» (in one of the cars; which is one of the bases): where, or what, it was. */
const onlyTellsWhere = ({ sentence: { items, governor } }: Counting, first: number): boolean =>
  items[first]!.clitic !== '' || governor[first] !== null || COPULA.test(items[first - 1]?.form ?? '');
const COPULA = spelling('figure/copula', '[وف]?');

/** «بلدتي هجين والباغوز»: the dual only heads two names. */
const namesFollow = ({ noun, last }: Quantity, { sentence: { items } }: Counting): boolean =>
  noun!.construct &&
  (items[last + 1]?.kind === 'place' || items[last + 1]?.kind === 'word' || items[last + 1]?.kind === 'number');

/** «التفجيرات الخمسة»: of the kind that was counted before. */
const toldAs = (group: string, { noun, min, max }: Quantity, state: State): string =>
  (noun!.definite
    ? lastOf(state, (one) => one.measure === 'attacks' && one.min === min && (one.max === max || one.max === null))
        ?.group
    : undefined) ?? group;
