import type { Counting } from './noun.js';
import { groupOf, THINGS } from './people.js';
import type { Quantity } from './quantity.js';
import { figureAt, type Judged, lastIndex, lastWhere, type State } from './state.js';

/**
 * «غالبيتهم أطفال», «معظم الضحايا مدنيون»: a part, of unknown number, of a count told before. A share of people
 * who were never counted (معظم السكان) is no figure.
 */
export const shareOf = (counting: Counting, state: State, quantity: Quantity): readonly Judged[] => {
  const { items } = counting.sentence;
  const { first, last, noun } = quantity;
  const hints = noun?.measures.length
    ? noun.measures
    : [items[first - 1]?.measure?.id ?? null].filter((one) => one !== null);
  if (noun?.measures.length && quantity.owner === null && items[last + 1]?.kind !== 'people') return [];
  if (hints.length === 0 && !pointsBack(counting, first, last)) return [];
  if (items[first - 1]?.preposition === 'في') return [];
  const wholes =
    hints.length > 0
      ? hints.map((hint) => wholeFor(state, hint))
      : [state.top ?? (state.before.length > 0 ? lastIndex(state) : null)];
  return wholes.flatMap((index): Judged[] => {
    const whole = figureAt(state, index);
    if (!whole || index === null || (/ها$/.test(items[first]!.form ?? '') && !THINGS.has(whole.measure))) return [];
    const group = groupOf(
      counting,
      noun?.measures.length
        ? { ...quantity, noun: null, owner: quantity.owner ?? items[last + 1]?.group?.id ?? null }
        : quantity,
      whole,
      undefined,
    );
    return [
      {
        partOf: index,
        made: {
          first,
          last,
          measure: whole.measure,
          group: group === 'persons' ? whole.group : group,
          min: null,
          max: null,
          approximate: false,
          source: whole.source,
          rule: 'figure/share',
        },
      },
    ];
  });
};

/** Whether a share's own word, or the next, points to people told before: غالبيتهم, معظم هؤلاء. */
const pointsBack = ({ sentence: { items }, words }: Counting, first: number, last: number): boolean =>
  /(?:هم|هن|ها|هما)$/.test(items[first]!.form ?? '') ||
  [1, 2].some((ahead) => words.is('pointing', items[last + ahead])) ||
  words.is('pointing', items[first + 1]);

/** The last whole with a measure; for casualties, of the killed where none were told together. */
export const wholeFor = (state: State, measure: string): number | null => {
  const wanted = [measure, ...(measure === 'casualties' ? ['killed'] : [])];
  for (const one of wanted) {
    const index = lastWhere(
      state,
      (figure) =>
        figure.partOf === null &&
        figure.min !== null &&
        (figure.measure === one || (measure !== 'casualties' && figure.measure === 'casualties')),
    );
    if (index >= 0) return index;
  }
  return null;
};
