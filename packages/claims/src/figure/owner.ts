import type { Item } from '../scan/item.js';
import { type Counting, nounAt } from './noun.js';
import { sideBefore, sideMeant } from './sides.js';

/** Side or group of those counted, told behind their noun, and the last item of it. */
export interface Owner {
  /** `both` for each of the two sides of a fight. */
  readonly group: string;
  readonly last: number;
}

const PARTITIVE: ReadonlySet<string> = new Set(['من', 'بين', 'في صفوف', 'لدى']);

/** Words that describe the noun before them and take no part in the count. */
export const isAdjective = (item: Item | undefined): boolean =>
  item?.kind === 'word' &&
  !item.conjunction &&
  !item.clitic &&
  !item.head &&
  !item.owned &&
  !item.harm &&
  /(?:ين|ون|ه|ي|ات|ان|ا)$/.test(item.form ?? '');

/** «في صفوف», «بين صفوف» (in the ranks of). */
export const isInRanks = (item: Item | undefined): boolean =>
  item?.cue === 'in-the-ranks' || item?.preposition === 'في صفوف';

/** What ties a count to its side: «من الحوثيين», «في صفوف قسد». */
export const isTie = (item: Item | undefined): boolean =>
  (item?.kind === 'preposition' && PARTITIVE.has(item.preposition ?? '') && !item.enclitic) ||
  (item?.kind === 'cue' && (item.cue === 'in-the-ranks' || item.cue === 'part') && !item.enclitic);

/** «قيادي في التنظيم», «جندي في الجيش»: a member of a side, not one who stands among it. */
const isMembership = (items: readonly Item[], at: number): boolean =>
  items[at]?.preposition === 'في' && !items[at]!.enclitic && items[at + 1]?.kind === 'actor' && !items[at + 1]!.clitic;

/** «ومقاتلين روس»: an indefinite plural of people begins a new count. */
const isPeople = ({ definite, group, side, form }: Item): boolean =>
  side?.heads[0] === 'people' || (!definite && (group !== undefined || /...(?:ون|ين)$/.test(form ?? '')));

/** «45 من الجيش والحشد الشعبي»: of two sides together, counted as one; a verb behind makes the second begin anew. */
export const joinedTo = ({ sentence, words }: Counting, group: string, last: number): Owner | null => {
  const second = sentence.items[last + 1];
  if (second?.conjunction !== 'و' || second.clitic || second.number || sentence.verbs.has(last + 2)) return null;
  const named = second.kind === 'actor' && !second.things && !isPeople(second);
  const other = named ? second.side?.ids[0] : words.partner(second.form);
  return other && other !== group && !words.has('auxiliaries', other)
    ? { group: `${group}+${other}`, last: last + 1 }
    : null;
};

const isOne = (item: Item | undefined): boolean =>
  item?.kind === 'people' && !item.definite && item.group?.number === 'singular';

/** «شخصا بين مسلح ومدني» (people, fighters and civilians alike): of both kinds. */
const isEither = (items: readonly Item[], at: number): boolean =>
  // «بينهم امرأة وطفل» (among them a woman and a child) lists parts.
  !items[at]?.enclitic &&
  /^(?:بين|ما بين)$/.test(items[at]?.preposition ?? items[at]?.form ?? '') &&
  isOne(items[at + 1]) &&
  items[at + 2]?.conjunction === 'و' &&
  isOne(items[at + 2]);

/**
 * Behind a noun at `from`: «قتلى من قسد», «عنصر في صفوف التنظيم», «مقاتلين روس». `people`: the noun is of people
 * rather than of the harmed, so that «بـ» may tie it to its side (قياديين بالتنظيم).
 */
export const ownerAt = (counting: Counting, from: number, people: boolean): Owner | null => {
  const { items, governor } = counting.sentence;
  if (people && isEither(items, from)) return { group: 'persons', last: from + 2 };
  let k = from;
  while (isAdjective(items[k]) && k - from < 2) k++;
  const described = k;
  for (let ties = 0; ties < 2 && (isTie(items[k]) || (people && isMembership(items, k))); ties++) k++;
  const second = secondNoun(items, k, described > from || k > described);
  if (second) return second;
  if (counting.words.is('demonstratives', items[k]) && items[k]!.kind === 'word') k++;
  const item = items[k];
  if (!item || item.conjunction) return null;
  // «قتلى في صفوفهم» (dead in their ranks)
  if (isInRanks(item) && item.enclitic) {
    const theirs = sideMeant(counting, from);
    return theirs === null ? null : { group: theirs, last: k };
  }
  const tied = k > described;
  // «خسائر بشرية من الجانبين»: of each side.
  // «من طرف واحد» (unilaterally) says how.
  if (item.cue === 'side-frame' && items[k + 1]?.number?.value === 1) return null;
  if (item.cue === 'side-frame')
    return k === from && item.last > item.first && !people ? { group: 'both', last: k } : null;
  if (item.kind === 'both-sides') return tied || item.clitic === 'ل' ? { group: 'both', last: k } : null;
  if (isCountryAdjective(items, from) && k === from) return { group: item.metonym!, last: k };
  const byAt =
    people &&
    item.clitic === 'ب' &&
    item.kind === 'actor' &&
    k === from &&
    item.means === undefined &&
    governor[k] !== 'agent';
  if (item.clitic && item.clitic !== 'ل' && !byAt) return null;
  if (item.means !== undefined && !tied) return null; // برصاص إسرائيلي (by Israeli fire)
  if (item.kind === 'actor' && item.side?.ids[0])
    return joinedTo(counting, item.side.ids[0], k) ?? { group: item.side.ids[0], last: k };
  const noun = nounAt(counting, k);
  if (noun?.of !== 'people' || !noun.group) return null;
  const apposed = item.kind !== 'actor' && !tied && !item.clitic && noun.number === 'singular' && people;
  // «ستة قتلى من عناصرها» (six dead of its members)
  const theirs = item.owned && noun.side === null && counting.words.has('members', noun.group);
  return apposed ? null : { group: noun.side ?? ((theirs && sideBefore(counting, k)) || noun.group), last: k };
};

/** «من الجنود والخبراء الروس», «مقاتلين ومستشارين روس»: the side stands behind the second noun. */
const secondNoun = (items: readonly Item[], at: number, tied: boolean): Owner | null => {
  const second = items[at]?.kind === 'people' && tied ? at + 1 : at;
  const side = items[second + 1]?.side;
  const noun = items[second];
  const joined = noun?.conjunction === 'و' && (noun.kind === 'people' || (noun.kind === 'word' && !noun.head));
  return joined && side?.heads[0] === 'adjective' && side.ids[0] ? { group: side.ids[0], last: second + 1 } : null;
};

/** «92 عسكريا روسيا»: in the accusative the adjective is written like the country. */
const isCountryAdjective = (items: readonly Item[], at: number): boolean => {
  const item = items[at];
  return (
    item?.metonym !== undefined && !item.clitic && /يا$/.test(item.form ?? '') && /ا$/.test(items[at - 1]?.form ?? '')
  );
};
