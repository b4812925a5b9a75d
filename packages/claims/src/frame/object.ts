import { bareForm, type Item } from '../scan/item.js';
import { spelling } from '../words/classes.js';
import { concordOfVerb } from './concord.js';

/** Broken plurals and collectives that a feminine verb may be told of: «هاجمت حشود» (crowds attacked). */
const FEMININE = spelling('frame/feminine-crowds');
/** عددا, شابا, مدنيين: the accusative, where it is written. */
const ACCUSATIVE = /(?:[^ا]ا|ين)$/;
/** Nouns of number with a feminine ending; سبعة (seven) counts men. */
const COLLECTIVE = spelling('frame/collective');
/** Singulars whose own last letters look like it. */
const LIKE_ACCUSATIVE = spelling('frame/like-accusative');

/** «اعتقلت», «تعتقل»; «تقدم», «توغل» may be a perfect of any subject. */
const isToldOfFeminine = (verb: Item): boolean =>
  concordOfVerb(verb) === 'f' && (bareForm(verb).endsWith('ت') || !verb.senses?.some(({ part }) => part === 'perfect'));

/** The bare noun of people behind a verb, and whether a number counts it: «4 مدنيين» (4 civilians). */
const nounOf = (items: readonly Item[], at: number): { readonly noun: string; readonly counted: boolean } => ({
  noun: bareForm(items[at]!).replace(/^ال/, ''),
  counted: items[at - 1]?.kind === 'number',
});

/**
 * Whether people behind a verb can only be its object: in the accusative («اعتقل شابا», «وقتل مدنيين»), or of another
 * gender than a verb that stands before its subject («أعدمت 4 مدنيين», «استهدف مجموعة من المدنيين»). Sides are read
 * as before: their names do not decline.
 */
export const isObject = (items: readonly Item[], verb: number, at: number): boolean => {
  const item = items[at]!;
  if (items[verb]!.kind !== 'trigger' || item.side !== undefined) return false;
  if (item.kind !== 'people' && item.kind !== 'number') return false;
  // «أحبطت قوات حرس الحدود» (the border guard): its first noun shows the gender.
  if (at > verb + 1 && items[at - 1]!.kind !== 'number') return false;
  const { noun, counted } = nounOf(items, at);
  if (!counted && ACCUSATIVE.test(noun) && !LIKE_ACCUSATIVE.test(noun)) return true;
  const isFeminine = /(?:ه|ات|تان|تين|اء)$/.test(noun) || FEMININE.test(noun);
  if (isToldOfFeminine(items[verb]!)) return !isFeminine && item.group?.id !== 'women';
  return item.kind === 'number' && at === verb + 1 && COLLECTIVE.test(noun) && !/^[يت]/.test(bareForm(items[verb]!));
};

/**
 * «قتل 20 من داعش», «اعتقل أحد عناصر التنظيم», «قتل عنصران من قسد»: some of a side, counted right behind the verb, and
 * nobody else with them, have not done it.
 */
export const isCounted = (items: readonly Item[], verb: number, side: number): boolean => {
  if (side <= verb || side > verb + COUNTED_WITHIN) return false;
  const { group, definite, side: named } = items[side]!;
  if (group !== undefined && named !== undefined && !definite && OF_SIDE.has(named.heads[0] ?? '')) return true;
  const next = items[verb + 1]!;
  return side > verb + 1 && (next.kind === 'number' || (next.kind === 'people' && !next.side && !next.definite));
};
/** «930 من داعش و540 من قسد» (930 of IS and 540 of the SDF): the side at an item is counted beside one before it. */
export const isJoinedCount = (items: readonly Item[], side: number): boolean =>
  countOf(items, side)?.conjunction === 'و';

/** The number of which a side is told: 930 of «930 من داعش». */
export const countOf = (items: readonly Item[], side: number): Item | null => {
  for (let k = side - 1; k >= Math.max(0, side - COUNTED_WITHIN); k--) {
    const item = items[k]!;
    if (item.kind === 'number') return item;
    if (item.preposition !== 'من' && item.kind !== 'people') return null;
  }
  return null;
};
const OF_SIDE: ReadonlySet<string> = new Set(['people', 'leaders']);
const COUNTED_WITHIN = 5;

/** Groups of which acts of force are told without a side. */
const ARMED: ReadonlySet<string> = new Set([
  'gunmen',
  'snipers',
  'fighters',
  'militants',
  'attackers',
  'suicide-bombers',
  'soldiers',
  'officers',
  'police',
]);

export const isArmed = ({ side, group }: Item): boolean => side !== undefined || ARMED.has(group?.id ?? '');

/** Whether all of them are people of no side and without arms, behind a verb. */
export const areUnarmed = (items: readonly Item[], verb: number, people: readonly number[]): boolean =>
  people.length > 0 &&
  people.every((k) => k > verb && (items[k]!.kind === 'people' || items[k]!.kind === 'number') && !isArmed(items[k]!));
