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
  const group = isRocket(counting, noun) ? 'rockets' : noun.group;
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
  if (!words.has('places', group)) return number === null && stated ? null : make('equipment');
  const numeral = stated
    ? !vague && number?.quantifier === undefined && !isOneOf(quantity)
    : !namesFollow(quantity, counting);
  return numeral ? make('places') : null;
};

/** «أطلقت الفصائل 17 صاروخا»: missiles without a kind, fired by a side that has rockets only. */
const isRocket = (counting: Counting, { group, first }: Noun): boolean => {
  const { items } = counting.sentence;
  if (group !== 'missiles' || items[first]!.last > items[first]!.first) return false;
  const acting = [...actingSides(counting)];
  return acting.length > 0 && acting.every((side) => counting.words.has('rocketeers', side));
};

/** Attacks of no one kind. */
const OPEN = 'attacks';

/** «عدة اعتداءات للتنظيم»: attacks of no one kind are counted by who carried them out. */
const doerOf = ({ sentence: { items }, drafts }: Counting, { last }: Noun): string | null =>
  drafts.get(last)?.roles.actors.flatMap((at) => items[at]!.side?.ids[0] ?? [])[0] ?? null;

/** «إحدى الغارات»: one of several, told of for another reason. */
const isOneOf = ({ number }: Quantity): boolean => number?.form === 'singular-one';

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
