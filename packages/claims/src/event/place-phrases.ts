import type { Sentence } from '../clause/sentence.js';
import type { ResolvedPlace } from '../resolve/places.js';
import type { Item } from '../scan/item.js';

/**
 * Places that one phrase names: those where something is, joined by و, and those that only say where these lie:
 * «قريتي الحصين ومويلح بريف دير الزور» (the villages of Husayn and Muwaylih in the countryside of Deir ez-Zor).
 */
export interface PlacePhrase {
  readonly heads: readonly number[];
  /** The narrowest first. */
  readonly containers: readonly number[];
}

/** Prepositions that lead from a place to the one that holds it. */
const CONTAINING = new Set(['في', 'على']);
/** Words between a place and the one that holds it: التابعة لـ (which belongs to), الواقعة (which lies). */
const LYING = /^(?:ال)?(?:تابع|تابعه|واقع|واقعه|كائن|كائنه|حدودي|حدوديه|قريب|قريبه)$/;
/** A longer way between two places is no description of the first. */
const FARTHEST = 4;

const isDescription = (item: Item): boolean =>
  (item.kind === 'word' &&
    !item.clitic &&
    !item.conjunction &&
    (item.definite || item.head === 'relation' || LYING.test(item.form ?? ''))) ||
  (item.kind === 'actor' && item.side?.heads[0] === 'adjective' && !item.conjunction) ||
  (item.kind === 'preposition' && CONTAINING.has(item.preposition ?? '') && !item.enclitic && !item.conjunction);

/** How the place at `next` goes on with the phrase whose last place is at `at`. */
const linkOf = ({ items, verbs }: Sentence, last: number, next: number): 'joined' | 'container' | null => {
  const item = items[next]!;
  let at = last;
  // «جيب التنظيم بريف دير الزور»: who holds it belongs to its wording.
  while (at + 1 < next && items[at + 1]!.start < items[last]!.place!.nameEnd) at++;
  const between = items.slice(at + 1, next);
  const afterComma = between[0]?.kind === 'comma';
  const way = afterComma ? between.slice(1) : between;
  if (way.length > FARTHEST || way.some((_, n) => verbs.has(next - way.length + n))) return null;
  if (item.conjunction) return item.conjunction === 'و' && !item.clitic && way.length === 0 ? 'joined' : null;
  if (!way.every(isDescription)) return null;
  const led =
    item.clitic === 'ب' ||
    (item.clitic === 'ل' && way.some(({ form }) => LYING.test(form ?? ''))) ||
    (item.place?.relations.length ?? 0) > 0 ||
    way.some((one) => one.kind === 'preposition' || one.head === 'relation');
  return led && !(afterComma && way.length === 0) ? 'container' : null;
};

/** Groups the places of a sentence into phrases; gives the phrase of each. */
export const placePhrases = (
  sentence: Sentence,
  placed: ReadonlyMap<number, ResolvedPlace>,
): ReadonlyMap<number, PlacePhrase> => {
  const phrases = new Map<number, PlacePhrase>();
  let heads: number[] = [];
  let containers: number[] = [];
  let last: number | null = null;
  const close = (): void => {
    // «مناطق سيطرة قسد في دير الزور» (areas held by the SDF in Deir ez-Zor): the name tells where, who holds it does not.
    const onlyHeld = heads.every((item) => placed.get(item)!.place === null && sentence.items[item]!.place!.held);
    const [first, ...rest] = containers;
    const phrase = onlyHeld && first !== undefined ? { heads: [first], containers: rest } : { heads, containers };
    for (const item of [...heads, ...containers]) phrases.set(item, phrase);
    heads = [];
    containers = [];
  };
  for (const item of [...placed.keys()].sort((a, b) => a - b)) {
    const link = last === null ? null : linkOf(sentence, last, item);
    if (link === null) close();
    if (link === 'container' || (link === 'joined' && containers.length > 0)) containers.push(item);
    else heads.push(item);
    last = item;
  }
  close();
  return phrases;
};
