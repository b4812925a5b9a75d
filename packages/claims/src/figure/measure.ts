import { spelling } from '../words/classes.js';
import type { FigureDraft } from './draft.js';
import { harmAt, type Splits } from './harm.js';
import { didIt, lookAhead } from './look-ahead.js';
import { type Counting, nounAt } from './noun.js';
import type { Quantity } from './quantity.js';
import { isDefined } from './rules/definite.js';

/** The words that give a count its measure, and the item of the last of them. */
export interface MeasureSource {
  readonly measures: readonly string[];
  readonly item: number;
  /** The word stands behind the count: «21 مدنيا قتلوا». */
  readonly behind: boolean;
  /** That word is in the dual: «مدنيين قتلا». */
  readonly two?: boolean;
}

/** Words of a sentence that figures have used already. */
export interface Used {
  /** Last item of the figure before. */
  readonly until: number;
  /** Figures of the sentence so far, with the items that gave their measure. */
  readonly figures: readonly FigureDraft[];
}

const REACH = 18;
/** A word so near before a count is its own, whatever stands behind. */
const NEAR = 3;

/**
 * The measure of a count whose noun tells none: that of the verb or verbal noun before it («مقتل 11 عنصرا»),
 * or of the verb behind it («21 مدنيا قتلوا»). Null when nothing befalls those counted.
 */
export const measureOf = (counting: Counting, quantity: Quantity, splits: Splits, used: Used): MeasureSource | null => {
  const before = lookBack(counting, quantity, splits, used);
  if (before && quantity.first - before.item <= NEAR) return before;
  return lookAhead(counting, quantity, splits) ?? before;
};

const lookBack = (counting: Counting, quantity: Quantity, splits: Splits, used: Used): MeasureSource | null => {
  const { items, verbs } = counting.sentence;
  const { first } = quantity;
  let commas = 0;
  for (let k = first - 1; k > Math.max(used.until, first - REACH, -1); k--) {
    const harm = harmAt(counting, k, splits);
    if (harm) {
      // Two commas hold an aside (وقتل الخميس، وفق المرصد، 8 مدنيين); one opens something new behind a noun.
      const belongs = (commas !== 1 || verbs.has(k)) && reaches(counting, quantity, k, harm);
      const doer =
        verbs.has(k) &&
        !splits.has(k) &&
        first - k <= 2 &&
        (isDoer(counting, quantity) || didIt(counting, k, quantity));
      if (!belongs || doer) return null;
      return { measures: joinedBefore(counting, k, harm, splits, used), item: k, behind: false };
    }
    if (items[k]!.kind === 'comma') commas++;
    else if (
      parts(counting, k, quantity.stated || isOneMoreBeside(counting, quantity, k)) &&
      !isSubject(counting, k, quantity)
    )
      return null;
  }
  return null;
};

/** «مقتل المدرس محمد وشخص آخر» (of the teacher and one more person): nothing but who was named stands before the others. */
const isOneMoreBeside = ({ sentence: { items } }: Counting, { first, others }: Quantity, at: number): boolean =>
  others && items[first]!.conjunction === 'و' && items[at]!.kind !== 'preposition';

/** «كل من الشقيقين» (each of the two brothers) */
const isEachOf = ({ sentence: { items } }: Counting, at: number): boolean => {
  const [before, item, next] = [items[at - 1], items[at]!, items[at + 1]];
  return item.preposition === 'من'
    ? ALL_OF.test(before?.form ?? '')
    : ALL_OF.test(item.form ?? '') && next?.preposition === 'من';
};
const ALL_OF = spelling('figure/all-of');

/** Whether an item parts a count from the words before it. */
const parts = (counting: Counting, at: number, stated: boolean): boolean => {
  const {
    sentence: { items, verbs, governor },
    words,
  } = counting;
  const item = items[at]!;
  switch (item.kind) {
    case 'connector':
    case 'complementiser':
    case 'relative':
    case 'purpose':
    case 'negator':
      return true;
    case 'mark':
      return !/^["'«»()“”]$/.test(item.mark ?? '');
    case 'reporting':
      return false;
    default:
  }
  if (verbs.has(at)) return !words.is('reaching', item);
  if (item.kind === 'trigger') return governor[at] === null;
  if (stated || isEachOf(counting, at)) return false;
  // A noun without number stands at the word that tells what befell it.
  return (
    item.kind === 'people' ||
    item.kind === 'thing' ||
    item.kind === 'word' ||
    // «قتل فيها شخص» (a person was killed in it): a preposition with its pronoun stands aside.
    (item.kind === 'preposition' && item.preposition !== 'ل' && item.enclitic === '')
  );
};

/** «اعتقلت الدورية شبانا»: the subject of an active verb right before it, an indefinite object behind. */
const isSubject = (counting: Counting, at: number, quantity: Quantity): boolean => {
  const { items, verbs } = counting.sentence;
  const { kind, definite, clitic, conjunction } = items[at]!;
  if (!quantity.noun || quantity.noun.definite || isDefined(counting, quantity)) return false;
  const isNoun = kind === 'word' || kind === 'people' || kind === 'thing' || (kind === 'trigger' && !verbs.has(at));
  return isNoun && definite && !clitic && !conjunction && verbs.has(at - 1) && items[at - 1]!.harm !== undefined;
};

/** Whether a word tells of a count: a number by itself counts people only beside it, and movements only with one. */
const reaches = (
  { sentence: { items } }: Counting,
  { first, noun, others, ofThem, stated }: Quantity,
  at: number,
  harm: string,
): boolean => {
  if (harm === 'displaced' && items[at]!.harm !== harm && !stated) return false;
  if (noun !== null || others || ofThem) return true;
  const between = items.slice(at + 1, first);
  return (
    items[first]!.clitic !== 'ب' &&
    first - at <= NEAR &&
    !between.some((item) => item.kind === 'word' || item.kind === 'place')
  );
};

const SHARES: ReadonlySet<string> = new Set(['most', 'all', 'some']);

/** «قتل مسلحون شخصين»: a second count behind the first makes the first the doer. */
const isDoer = (counting: Counting, { last, noun }: Quantity): boolean => {
  const { items } = counting.sentence;
  const next = items[last + 1];
  if (!noun || !next || next.conjunction || next.clitic) return false;
  // «خطف مسلحون من الجبهة عددا من الجنود» (gunmen of the front took a number of soldiers): the accusative shows the object.
  if (NUMBER_OF.test(next.word.form)) return true;
  if (SHARES.has(next.number?.quantifier ?? '')) return false;
  const other = nounAt(counting, next.kind === 'number' ? last + 2 : last + 1);
  return other !== null && other.of === 'people' && !other.definite;
};
const NUMBER_OF = /^عددا$/;

/** «مقتل وإصابة», «قتل وأصيب», «أصيب أو قتل»: two measures for one count. */
const joinedBefore = (counting: Counting, at: number, harm: string, splits: Splits, used: Used): readonly string[] => {
  const { items } = counting.sentence;
  const between = items[at - 1]?.form;
  const apart = between === 'و' || between === 'او';
  if (!apart && items[at]!.conjunction !== 'و') return [harm];
  const first = apart ? at - 2 : at - 1;
  const isUsed = used.figures.some(({ source }) => source === first);
  // «قتلته وأصابت شقيقته» (killed him and wounded his sister): the first verb has its own object.
  const ownObject = !apart && items[first]?.enclitic !== '';
  const other = first >= 0 && !isUsed && !ownObject ? harmAt(counting, first, splits) : null;
  return other && other !== harm ? [other, harm] : [harm];
};
