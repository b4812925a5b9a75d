import type { Item } from '../../scan/item.js';
import { harmAt } from '../harm.js';
import type { Counting } from '../noun.js';
import type { Quantity } from '../quantity.js';
import { type Context, DEADLY } from './context.js';

/** «قتلى قوات الأسد», «جثث الضحايا», «شهداء طرطوس»: a name or article behind makes the noun definite. */
export const isDefined = ({ sentence: { items, governor } }: Counting, { noun }: Quantity): boolean => {
  const at = noun!.last + 1;
  const next = items[at];
  if (!next || next.conjunction || next.clitic) return false;
  if (next.means !== undefined || governor[at] === 'agent') return false; // برصاص مجهولين (by unknown gunmen)
  return (
    (next.kind === 'actor' && next.side?.heads[0] !== 'adjective' && !isIndefinite(next)) ||
    (next.kind === 'place' && !(noun!.of === 'people' && /ي$/.test(next.form ?? ''))) || // قائد محلي (a local leader)
    (next.definite && (next.kind === 'measure' || next.kind === 'people' || next.kind === 'trigger'))
  );
};

/** «قتلى عسكريون روس»: people told of by an indefinite noun; a full sound plural governs no name. */
const isIndefinite = ({ definite, side, form }: Item): boolean =>
  !definite && (side?.heads[0] === 'people' || /..(?:ون|ين)$/.test(form ?? ''));

/** What is feared, sought, avoided or denied, or names people rather than telling of them. */
export const isAverted = ({ sentence: { items }, words }: Counting, first: number): boolean =>
  items.slice(Math.max(0, first - 3), first).some((item) => item.cue === 'purpose' || words.is('averted', item)) ||
  isDenied(items, first);

/** «لم تعلن … عن وقوع خسائر», «دون أن ينتج عنها إصابات»: a negation before it in its clause. */
const isDenied = (items: Counting['sentence']['items'], first: number): boolean => {
  for (let k = first - 1; k >= Math.max(0, first - 9); k--) {
    const { kind, cue, form, number } = items[k]!;
    if (kind === 'negator' || cue === 'negation') return true;
    const opens = kind === 'connector' && form !== 'اي'; // أي (any) is also «that is»
    if (kind === 'comma' || kind === 'mark' || kind === 'relative' || opens || number) return false;
  }
  return false;
};

/** «خسائر بشرية … تسبب بقتل 196»: the clause goes on to number them. */
export const isNumberedLater = ({ counting, splits, quantity }: Context): boolean => {
  const { items } = counting.sentence;
  const from = quantity.noun!.last + 1;
  for (let k = from; k < Math.min(items.length - 1, from + 13); k++) {
    if (items[k]!.kind === 'connector' || items[k]!.mark === '.') return false;
    if (items[k + 1]!.kind === 'number' && DEADLY.has(harmAt(counting, k, splits) ?? '')) return true;
  }
  return false;
};
