import type { NumberMention } from '@isnad/text';
import type { Item } from '../scan/item.js';
import { type Counting, type Noun, nextOf, nounAt } from './noun.js';

/** A count and what is counted, before its measure, window and event are known. */
export interface Quantity {
  /** Items of the expression, inclusive. */
  readonly first: number;
  readonly last: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly approximate: boolean;
  /** The number as it stands in the text, if any. */
  readonly number: NumberMention | null;
  /** A number or quantity stands in the text; false where the noun's own form tells how many. */
  readonly stated: boolean;
  /** «عدد من», «بعض»: no number that could be divided or compared. */
  readonly vague: boolean;
  /** «غالبيتهم»: a share without number. */
  readonly share: boolean;
  readonly noun: Noun | null;
  /** Side or group of those counted, told behind the noun; `both` for each of the two sides. */
  readonly owner: string | null;
  /** «آخرين»: more of the people counted before. */
  readonly others: boolean;
  /** «ستة منهم»: of the people counted before. */
  readonly ofThem: boolean;
}

/** Heads of a side's name that are no people. */
const UNITS = new Set(['forces', 'body', 'state', 'positions']);
const PARTITIVE = new Set(['من', 'بين', 'في صفوف', 'لدى']);

/** Words that describe the noun before them and take no part in the count. */
const isAdjective = (item: Item | undefined): boolean =>
  item?.kind === 'word' &&
  !item.conjunction &&
  !item.clitic &&
  !item.head &&
  !item.owned &&
  !item.harm &&
  /(?:ين|ون|ه|ي|ات|ان|ا|يه)$/.test(item.form ?? '');

/** Whether an item is «على» of «على الأقل» (at least), which belongs to the number. */
export const isAtLeast = (items: readonly Item[], at: number): boolean =>
  items[at]?.preposition === 'على' && items[at + 1]?.form === 'الاقل';

/** Behind the noun: the side or group of those counted, and the last item of it. */
const ownerOf = (
  counting: Counting,
  from: number,
  people = true,
): { readonly group: string; readonly last: number } | null => {
  const { items } = counting.sentence;
  let k = from;
  while (isAdjective(items[k]) && k - from < 2) k++;
  for (let step = 0; step < 2 && items[k]; step++) {
    const item = items[k]!;
    const ties =
      (item.kind === 'preposition' && PARTITIVE.has(item.preposition ?? '') && !item.enclitic) ||
      (item.kind === 'cue' && (item.cue === 'in-the-ranks' || (item.cue === 'part' && !pronounOf(item))));
    if (ties) k++;
    else break;
  }
  // «من الجنود والخبراء الروس», «مقاتلين ومستشارين روس»: the side stands behind the second noun.
  if (
    k === from &&
    items[k]?.conjunction === 'و' &&
    items[k]!.kind === 'people' &&
    items[k + 1]?.side?.heads[0] === 'adjective'
  )
    return { group: items[k + 1]!.side!.ids[0] ?? 'persons', last: k + 1 };
  if (
    items[k + 1]?.kind === 'people' &&
    items[k + 1]!.conjunction === 'و' &&
    items[k + 2]?.side &&
    items[k]?.kind === 'people'
  )
    return { group: items[k + 2]!.side!.ids[0]!, last: k + 2 };
  if (/^(?:هذا|هذه|هولاء|تلك|ذلك)$/.test(items[k]?.form ?? '')) k++;
  const item = items[k];
  if (!item) return null;
  // «خسائر بشرية من الجانبين»: of each side.
  if (item.cue === 'side-frame' && k === from && item.last > item.first && !people) return { group: 'both', last: k };
  const tied =
    k > from && (items[k - 1]!.kind !== 'word' || /^(?:هذا|هذه|هولاء|تلك|ذلك)$/.test(items[k - 1]!.form ?? ''));
  if (item.conjunction) return null;
  if (item.kind === 'both-sides') return tied || item.clitic === 'ل' ? { group: 'both', last: k } : null;
  // «92 عسكريا روسيا»: the adjective is written like the country.
  if (
    item.metonym &&
    k === from &&
    !item.clitic &&
    /يا$/.test(item.form ?? '') &&
    /ا$/.test(items[from - 1]?.form ?? '')
  )
    return { group: item.metonym, last: k };
  if (
    item.clitic &&
    item.clitic !== 'ل' &&
    !(people && item.clitic === 'ب' && item.kind === 'actor' && k === from && item.means === undefined)
  )
    return null;
  if (item.means !== undefined && !tied) return null; // برصاص إسرائيلي (by Israeli fire)
  if (item.kind === 'actor' && item.side?.ids[0]) return { group: item.side.ids[0], last: k };
  const noun = nounAt(counting, k);
  if (!noun || noun.of !== 'people' || !noun.group) return null;
  if (item.kind !== 'actor' && !tied && !item.clitic && noun.number === 'singular' && people) return null;
  return { group: noun.side ?? noun.group, last: k };
};

/** The pronoun of a cue or preposition that splits a count: بينهم, من ضمنها. */
export const pronounOf = (item: Item): string =>
  item.enclitic || (/(?:هم|هن|ها|هما)$/.exec(item.form ?? '')?.[0] ?? '');

const base = {
  number: null,
  approximate: false,
  stated: false,
  vague: false,
  share: false,
  owner: null,
  others: false,
  ofThem: false,
};

/** The count that begins at an item, or null. */
export const quantityAt = (counting: Counting, at: number): Quantity | null => {
  const { items } = counting.sentence;
  const item = items[at]!;
  if (item.kind === 'number' && item.number) return numbered(counting, at);
  const noun = nounAt(counting, at);
  if (!noun) return othersAlone(counting, at);
  return postposed(counting, noun) ?? bare(counting, noun);
};

const numbered = (counting: Counting, at: number): Quantity | null => {
  const {
    sentence: { items },
    words,
  } = counting;
  const item = items[at]!;
  const number = item.number!;
  if (
    number.percent ||
    number.kind !== 'cardinal' ||
    (number.form === 'words' && number.value === 1) ||
    isName(counting, at)
  )
    return null;
  if (/^(?:[وف]?بعضها|[وف]?بعضه)$/.test(item.form ?? '')) return null;
  const share = number.quantifier === 'most';
  const common = {
    ...base,
    first: at,
    min: number.min,
    max: number.max,
    approximate: number.approximate,
    number,
    stated: true,
    share,
    vague:
      number.form === 'vague' &&
      number.quantifier !== 'count' &&
      number.quantifier !== 'several' &&
      number.quantifier !== 'few',
  };
  let k = at + 1;
  const ofThem = (other: Item | undefined): boolean =>
    other !== undefined &&
    (/^من(?:هم|هن|هما)$/.test(other.form ?? '') ||
      (other.kind === 'preposition' && other.preposition === 'من') ||
      (other.kind === 'cue' && other.cue === 'part')) &&
    pronounOf(other) !== '';
  if (ofThem(items[k])) return { ...common, last: k, noun: null, ofThem: true };
  if (number.form === 'dual' && item.group) return { ...common, last: at, noun: null };
  if (items[k]?.kind === 'preposition' && items[k]!.preposition === 'من') k++;
  if (items[k]?.kind === 'word' && words.is('counters', items[k]!.form)) k++;
  const next = items[k];
  if (next?.kind === 'word' && words.is('units', next.form)) return null;
  const others = isOthers(counting, at + 1);
  if (others) {
    const owner = ownerOf(counting, at + 2);
    return { ...common, last: owner?.last ?? at + 1, noun: null, owner: owner?.group ?? null, others: true };
  }
  const noun = next && !next.conjunction && (!next.clitic || next.clitic === 'ل') ? nounAt(counting, k) : null;
  const one = number.form === 'singular-one' && !/(?:هم|هن|ها|هما)$/.test(item.form ?? '');
  // «أربعة مستشفيات»: what is counted is a kind of place, and «أحد الجيوب» is no person.
  if (noun?.group === 'barrel-bombs' && (number.min ?? 0) >= 1000) return null; // barrels of oil
  if (!noun)
    return one || (k === at + 1 && next?.kind === 'place' && next.place?.head && !next.clitic && !next.conjunction)
      ? null
      : { ...common, last: at, noun: null, ofThem: number.form === 'singular-one' };
  // «عدة مجموعات»: units of a side, not its people.
  if (noun.group === null && k === at + 1 && UNITS.has(next!.side?.heads[0] ?? '')) return null;
  return { ...common, ...behind(counting, noun), noun };
};

/** «الكتيبة 21», «بداية 2018»: a number that names rather than counts. */
const isName = ({ sentence: { items }, words }: Counting, at: number): boolean => {
  const { number, clitic } = items[at]!;
  if (number!.form !== 'digits' || clitic) return false;
  const before = items[at - 1];
  if (before && words.is('designated', before.form)) return true;
  // 22:30 بتوقيت غرينتش
  if ((items[at + 1]?.mark === ':' && items[at + 2]?.number) || (before?.mark === ':' && items[at - 2]?.number))
    return true;
  const year = number!.value !== null && number!.value >= 1900 && number!.value < 2100 && !/[.,٬]/.test(number!.text);
  const next = items[at + 1];
  return year && !(next && (next.kind === 'people' || next.measure !== undefined || next.preposition === 'من'));
};

/** «آخرين» at an item. */
const isOthers = ({ sentence: { items }, words }: Counting, at: number): boolean => {
  const item = items[at];
  return (
    item !== undefined &&
    !item.conjunction &&
    (item.cue === 'addition' || item.kind === 'word') &&
    words.is('others', item.form)
  );
};

/** «اعتقال آخر», «جرح آخرين»: others without number, at the word that tells what befell them. */
const othersAlone = (counting: Counting, at: number): Quantity | null => {
  const { items } = counting.sentence;
  const before = items[at - 1];
  if (!isOthers(counting, at) || !before || (before.harm === undefined && before.kind !== 'trigger')) return null;
  const form = items[at]!.form ?? '';
  const count =
    form === 'اخران'
      ? { min: 2, max: 2 }
      : /^اخر(?:ين|ون|يات)$/.test(form)
        ? { min: 1, max: null }
        : { min: 1, max: 1 };
  return { ...base, ...count, first: at, last: at, noun: null, others: true };
};

/** What stands behind a counted noun: others, the side of those counted, one of two measures. */
const behind = (counting: Counting, noun: Noun): Pick<Quantity, 'last' | 'owner' | 'others'> => {
  const { items } = counting.sentence;
  let from = noun.last + 1;
  const others = isOthers(counting, from);
  if (others) from++;
  if (isAtLeast(items, from)) from += 2;
  const owner = noun.of === 'events' ? null : ownerOf(counting, from, noun.of === 'people');
  return { last: owner?.last ?? (others ? noun.last + 1 : noun.last), owner: owner?.group ?? null, others };
};

/** A number behind its noun: الجرحى الخمسة, صواريخ عدة, مستشارين اثنين, انتحاري واحد. */
const postposed = (counting: Counting, noun: Noun): Quantity | null => {
  const { items } = counting.sentence;
  if (noun.side !== null && noun.group === null && !/(?:ين|ان)$/.test(items[noun.first]!.form ?? '')) return null;
  let k = noun.last + 1;
  while (
    k - noun.last <= 2 &&
    (isAdjective(items[k]) ||
      (items[k]?.kind === 'word' && items[k]!.means !== undefined) ||
      (items[k]?.kind === 'actor' && noun.of === 'events'))
  )
    k++;
  const number = items[k]?.number;
  if (!number || items[k]!.kind !== 'number' || items[k]!.conjunction || number.percent || number.kind !== 'cardinal')
    return null;
  const told = items[k]!.clitic === 'ب' && noun.of === 'harmed' && noun.definite; // النازحين بحوالي مليونين
  const counts = told
    ? true
    : number.definite
      ? noun.definite || noun.of === 'events'
      : number.quantifier === 'several' ||
        (number.form === 'words' && number.value !== null && number.value <= 2 && !noun.definite);
  if (!counts) return null;
  // «مواطنين اثنين على الأقل», but not the number of a next noun.
  const next = items[k + 1];
  if (
    !number.definite &&
    next &&
    !next.conjunction &&
    (nounAt(counting, k + 1) ||
      (number.quantifier === 'several' && (next.kind === 'trigger' || (next.kind === 'word' && !isAdjective(next)))))
  )
    return null;
  const tail = behind(counting, { ...noun, last: k });
  return {
    ...base,
    ...tail,
    first: noun.first,
    min: number.min,
    max: number.max,
    approximate: number.approximate,
    number,
    stated: true,
    noun,
  };
};

/** Whether a noun without article stands behind a construct: شيخي عشيرة, but إنساني (humanitarian). */
const governs = (next: Item | undefined): boolean =>
  next !== undefined &&
  !next.conjunction &&
  !next.clitic &&
  (next.kind === 'actor' ||
    next.kind === 'people' ||
    next.kind === 'place' ||
    next.kind === 'thing' ||
    (next.kind === 'word' && next.definite));

const bare = (counting: Counting, noun: Noun): Quantity | null => {
  const next = counting.sentence.items[noun.last + 1];
  if (
    (noun.of === 'events' || noun.of === 'things') &&
    noun.number === 'plural' &&
    counting.words.is('repeated', next?.form)
  )
    return { ...base, first: noun.first, last: noun.last + 1, min: 2, max: null, stated: true, vague: true, noun };
  // «برصاص عناصر قسد»: those who fired.
  const { means } = counting.sentence.items[noun.first]!;
  if (
    noun.of === 'people' &&
    (counting.sentence.governor[noun.first] === 'agent' || (means !== undefined && noun.side !== null))
  )
    return null;
  if (noun.construct && noun.of === 'people' && noun.side === null && !governs(counting.sentence.items[noun.last + 1]))
    return null;
  if (noun.side !== null && noun.group === null && counting.sentence.items[noun.first]!.side?.heads[0] !== 'adjective')
    return null;
  const count =
    noun.number === 'dual'
      ? { min: 2, max: 2 }
      : noun.number === 'singular'
        ? { min: 1, max: 1 }
        : { min: 1, max: null };
  return { ...base, first: noun.first, ...count, ...behind(counting, noun), noun };
};

export { nextOf };
