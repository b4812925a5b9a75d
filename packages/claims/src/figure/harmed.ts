import { entryAt } from '@isnad/text';
import type { Item } from '../scan/item.js';
import { classOf, spelling } from '../words/classes.js';
import { newNoun } from './new-noun.js';
import type { Counting, Noun } from './noun.js';
import type { FigureWords } from './words.js';

type Phrase = 'plural' | 'joint' | 'topic' | 'adverb' | 'verbal';

/** How a set phrase of a measure is built; null for a noun proper and for other words. */
export const phraseOf = (item: Item, words: FigureWords): Phrase | null => {
  if (!item.measure || item.measure.number !== null) return null;
  if (words.is('herald', item)) return item.last > item.first ? 'plural' : 'adverb';
  return (['plural', 'joint', 'topic', 'adverb'] as const).find((kind) => words.is(kind, item)) ?? 'verbal';
};

/** Words that are noun and verbal noun alike (إصابة) are nouns only behind their number. */
export const isVerbalHere = (items: readonly Item[], at: number): boolean => {
  const item = items[at]!;
  if (item.measure?.number !== 'singular' || !item.supports) return false;
  return entryAt(items, at - 1)?.kind !== 'number' || item.conjunction !== '';
};

/** With article, that of a following «ل» included: للأهالي. */
export const isDefinite = ({ definite, form }: Item): boolean => definite || /^[وف]?لل/.test(form ?? '');

/** The item behind, a written «و» that stands apart read over. */
const nextOf = (items: readonly Item[], at: number): number =>
  items[at + 1]?.form === 'و' && items[at + 1]!.kind === 'word' ? at + 2 : at + 1;

/** «5 جنود بين قتيل وجريح»: the count before it is what it tells of; «أوقعوهم بين قتيل وجريح» counts by itself. */
const isCounted = (items: readonly Item[], at: number): boolean =>
  items
    .slice(Math.max(0, at - JOINT_REACH), at)
    .some(({ kind, number, measure }) => kind === 'people' || number !== undefined || measure !== undefined);
const JOINT_REACH = 4;

/** «حققوا إصابات مباشرة» (scored direct hits): of what was fired at, not of people. */
const isHit = (items: readonly Item[], at: number): boolean =>
  HITS.test(items[at]!.form ?? '') &&
  (DIRECT.test(items[at + 1]?.form ?? '') ||
    items.slice(Math.max(0, at - 3), at).some(({ form }) => SCORED.test(form ?? '')) ||
    // «وإصابة رابع إصابات حرجة» (a fourth was hurt, badly): it only tells how.
    items.slice(Math.max(0, at - 2), at).some(({ form }) => WOUNDING.test(form ?? '')));
const WOUNDING = spelling('figure/wounding', '[ولفب]?');
const HITS = /^[وب]?اصاب(?:ات|ه)$/;
const DIRECT = spelling('figure/of-hits');
const SCORED = spelling('figure/scoring', '[وفل]?');

/** «ما بين قتيل وجريح»: its first word. */
const BETWEEN = classOf('figure/between');

/** «أعلن ارتقاءه شهيدا» (his rising as a martyr was announced): how somebody died who is named. */
const isHow = (items: readonly Item[], at: number): boolean =>
  AS_MARTYR.test(items[at]!.form ?? '') &&
  items.slice(Math.max(0, at - 3), at).some(({ form }) => ROSE.test(form ?? ''));
const AS_MARTYR = /^شهيدا$/;
const ROSE = /^[وفب]?ا?رتق/;

/** A noun for people by what befell them: قتلى, قتلى وجرحى, خسائر بشرية. Null where the item is none. */
export const harmedAt = ({ sentence: { items }, words }: Counting, at: number): Noun | null => {
  const item = items[at]!;
  if (!item.measure) return null;
  const phrase = phraseOf(item, words);
  if (phrase === 'verbal' || phrase === 'adverb' || phrase === 'topic' || isVerbalHere(items, at)) return null;
  const make = (last: number, measures: readonly string[], number: Noun['number']): Noun => {
    const noun = newNoun(at, last, 'harmed', words.is('women', item) ? 'women' : (item.group?.id ?? null));
    noun.measures = measures;
    noun.number = number;
    noun.construct = item.measure!.construct;
    noun.definite = isDefinite(item);
    return noun;
  };
  // «بين قتيل وجريح» only tells of a count before it.
  if (phrase === 'joint')
    return BETWEEN.has(item.form ?? '') && isCounted(items, at) ? null : make(at, ['casualties'], 'plural');
  if (isHit(items, at) || isHow(items, at)) return null;
  const number = phrase === 'plural' ? 'plural' : item.measure.number;
  const next = nextOf(items, at);
  const second = items[next];
  const joins = second?.measure && (second.conjunction === 'و' || next > at + 1) && second.measure.number === number;
  if (!joins || isVerbalHere(items, next)) return make(at, [item.measure.id], number);
  return make(next, [...new Set([item.measure.id, second.measure!.id])], number);
};
