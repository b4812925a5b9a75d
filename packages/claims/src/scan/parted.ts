import type { Token } from '@isnad/text';
import type { Parted, PartedVerbs } from '../words/parted.js';
import type { Sense } from '../words/senses.js';
import { asWord } from './as-word.js';
import { isParting } from './commas.js';
import { bareForm, copyOf, type Item } from './item.js';

/** How far behind its verb the noun may stand that makes it tell an event. */
const REACH = 7;

/** What ends the search: another verb, another event, another clause. */
const ENDS: ReadonlySet<Item['kind']> = new Set([
  'trigger',
  'support',
  'reporting',
  'connector',
  'complementiser',
  'relative',
  'purpose',
  'negator',
]);

const MAY_TELL: ReadonlySet<Item['kind']> = new Set(['word', 'support', 'reporting', 'trigger', 'measure', 'cue']);

/** The last item of the noun that begins at an item and stands bare, as the object of a verb does; null if none does. */
const objectEnd = (
  items: readonly Item[],
  tokens: readonly Token[],
  at: number,
  noun: readonly string[],
): number | null => {
  const item = items[at]!;
  if (item.form !== noun[0] || item.conjunction !== '' || items[at - 1]!.kind === 'preposition') return null;
  if (!noun.every((word, k) => tokens[item.first + k]?.word.form === word)) return null;
  const last = item.first + noun.length - 1;
  let end = at;
  while (items[end] && items[end]!.last < last) end++;
  // «فرضت القوات سيطرة نارية»: words that together are something else are no object.
  return items[end]?.last === last ? end : null;
};

/** أحرز الجيش تقدما (made an advance): a noun that tells the same event itself is carried by the verb. */
const isTold = ({ senses }: Item, { word }: Sense): boolean =>
  senses?.some((one) => 'type' in one.word && 'type' in word && one.word.type === word.type) ?? false;

interface Found {
  readonly senses: readonly Sense[];
  /** The first and last item of the noun. */
  readonly object: readonly [number, number];
}

const findObject = (
  items: readonly Item[],
  tokens: readonly Token[],
  at: number,
  parted: readonly Parted[],
): Found | null => {
  for (let k = at + 2; k <= Math.min(items.length - 1, at + REACH); k++) {
    const between = items[k - 1]!;
    if (ENDS.has(between.kind) || isParting(items, k - 1) || between.mark === ':') return null;
    const senses: Sense[] = [];
    let last = k;
    for (const { object, sense } of parted) {
      const end = objectEnd(items, tokens, k, object);
      if (end === null || isTold(items[k]!, sense)) continue;
      senses.push(sense);
      last = Math.max(last, end);
    }
    if (senses.length > 0) return { senses, object: [k, last] };
  }
  return null;
};

/**
 * Verbs that tell an event only with a noun behind them, which their subject parts from it: «بسط الجيش نفوذه»
 * (the army spread its influence), «سلم المقاتلون أنفسهم» (the fighters gave themselves up).
 */
export const withParted = (items: readonly Item[], tokens: readonly Token[], parted: PartedVerbs): readonly Item[] => {
  const objects = new Set<number>();
  return items.map((item, at) => {
    // «أعادت القوات انتشارها» (redeployed): the noun tells nothing beside its verb.
    if (objects.size > 0 && objects.has(at)) return asWord(item);
    if (!parted.mayBe(item.word)) return item;
    if (!MAY_TELL.has(item.kind) || item.first !== item.last || item.definite || item.clitic) return item;
    const found = findObject(items, tokens, at, parted.of(bareForm(item)));
    if (!found) return item;
    for (let k = found.object[0]; k <= found.object[1]; k++) if (items[k]?.kind === 'trigger') objects.add(k);
    const trigger = copyOf(item);
    trigger.kind = 'trigger';
    trigger.senses = [...found.senses, ...(item.senses ?? [])];
    trigger.supports = undefined;
    trigger.reporting = undefined;
    trigger.cue = undefined;
    return trigger;
  });
};
