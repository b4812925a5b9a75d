import { entryAt, type NumberMention } from '@isnad/text';
import type { Item } from '../scan/item.js';
import { isRemains } from './harm.js';
import { phraseOf } from './harmed.js';
import { newNoun } from './new-noun.js';
import { type Counting, type Noun, nounAt } from './noun.js';
import { isAdjective, isInRanks, joinedTo, ownerAt } from './owner.js';
import { isAtLeast } from './part-cue.js';

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
const UNITS: ReadonlySet<string> = new Set(['forces', 'body', 'state', 'positions']);
const VAGUE: ReadonlySet<string> = new Set(['some', 'many', 'all', 'most']);
/** More barrels than were ever dropped: oil. */
const OIL = 1000;

/** A quantity while it is put together. */
type QuantityDraft = { -readonly [K in keyof Quantity]: Quantity[K] };

/** A count of which no more is known than how many; all quantities are made here, in one shape. */
const newQuantity = (
  first: number,
  last: number,
  min: number | null,
  max: number | null,
  noun: Noun | null,
): QuantityDraft => ({
  first,
  last,
  min,
  max,
  approximate: false,
  number: null,
  stated: false,
  vague: false,
  share: false,
  noun,
  owner: null,
  others: false,
  ofThem: false,
});

/** The count that begins at an item, or null. */
export const quantityAt = (counting: Counting, at: number): Quantity | null => {
  const item = counting.sentence.items[at]!;
  if (item.kind === 'number' && item.number) return numbered(counting, at, item.number);
  const noun = nounAt(counting, at);
  if (!noun) return othersAlone(counting, at) ?? twice(counting, at) ?? series(counting, at);
  return postposed(counting, noun) ?? repeated(counting, noun) ?? bare(counting, noun);
};

const stated = (number: NumberMention, first: number, noun: Noun | null): QuantityDraft => {
  const quantity = newQuantity(first, first, number.min, number.max, noun);
  quantity.approximate = number.approximate;
  quantity.number = number;
  quantity.stated = true;
  quantity.share = number.quantifier === 'most';
  quantity.vague = VAGUE.has(number.quantifier ?? '');
  return quantity;
};

/** More of an event than one, and nobody knows how many. */
const several = (first: number, last: number, noun: Noun): Quantity => {
  const quantity = newQuantity(first, last, 2, null, noun);
  quantity.stated = true;
  quantity.vague = true;
  return quantity;
};

const numbered = (counting: Counting, at: number, number: NumberMention): Quantity | null => {
  const { sentence, words } = counting;
  const { items } = sentence;
  const item = items[at]!;
  const isOne = number.form === 'words' && number.value === 1;
  if (number.percent || number.kind !== 'cardinal' || isOne || isName(counting, at)) return null;
  if (/^[وف]?بعضها?$/.test(item.form ?? '')) return null;
  const quantity = stated(number, at, null);
  // «مجموعات عدة من الفلول» (several groups of them): bodies, not their people.
  if (
    number.quantifier === 'several' &&
    entryAt(items, at - 1)?.kind === 'word' &&
    words.is('troops', entryAt(items, at - 1))
  )
    return null;
  if (isOfThem(items[at + 1])) {
    quantity.last = at + 1;
    quantity.ofThem = true;
    return quantity;
  }
  if (number.form === 'dual' && item.group) return quantity;
  if (isOthers(counting, at + 1)) {
    const owner = ownerAt(counting, at + 2, true);
    quantity.last = owner?.last ?? at + 1;
    // «خمسة آخرون من الفارين» (five more of those who fled)
    const whose = owner === null && items[at + 2]?.preposition === 'من' ? nounAt(counting, at + 3) : null;
    if (whose?.definite && whose.measures.length > 0) {
      quantity.noun = whose;
      quantity.last = whose.last;
    }
    quantity.owner = owner?.group ?? null;
    quantity.others = true;
    return quantity;
  }
  const whole = nounOfWhole(counting, at);
  if (whole?.of === 'things') {
    quantity.noun = { ...whole, last: at };
    return quantity;
  }
  let k = at + 1;
  if (items[k]?.kind === 'preposition' && items[k]!.preposition === 'من') k++;
  if (items[k]?.kind === 'word' && words.is('counters', items[k])) k++;
  if (k > at + 1 && items[k]?.kind === 'word' && words.is('demonstratives', items[k])) k++; // ثلاث من هذه القرى
  const next = items[k];
  if (k === at + 1 && next?.kind === 'word' && words.is('occasions', next)) return occasions(counting, number, at, k);
  if ((next?.kind === 'word' || next?.kind === 'people') && words.is('units', next)) return null;
  const noun = next && !next.conjunction && (!next.clitic || next.clitic === 'ل') ? nounAt(counting, k) : null;
  if (!noun) {
    quantity.ofThem = number.form === 'singular-one';
    // «إصابة 20 في صفوف الشرطة» (twenty hurt in the ranks of the police)
    const owner = isInRanks(next) ? ownerAt(counting, at + 1, true) : null;
    quantity.last = owner?.last ?? at;
    quantity.owner = owner?.group ?? null;
    return countsAlone(item, next, k === at + 1) ? quantity : null;
  }
  if (noun.group === 'barrel-bombs' && (number.min ?? 0) >= OIL) return null;
  // «عدة مجموعات»: units of a side, not its people.
  if (noun.group === null && k === at + 1 && UNITS.has(next!.side?.heads[0] ?? '')) return null;
  if (k === at + 1 && next!.side?.heads[0] !== 'people' && words.is('troops', next)) return null; // «عدد من الفصائل»: several bodies
  // «كل من الشقيقين»: both.
  if (number.quantifier === 'all' && noun.number === 'dual') quantity.min = quantity.max = 2;
  const second = items[noun.last + 1];
  // «13 عسكريا ومدنيا» (13 soldiers and civilians): counted together.
  if ((number.min ?? 0) > LAST_OF_PLURALS && noun.number === 'singular' && isSecondKind(second)) {
    // «588 ضابطا وجنديا» (officers and soldiers): both are of an army.
    const military = words.has('military', noun.group) && words.has('military', second!.group?.id ?? null);
    quantity.noun = { ...noun, group: military ? 'soldiers' : 'persons', last: noun.last + 1 };
    return withBehind(counting, quantity, noun.last + 1);
  }
  quantity.noun = noun;
  return withBehind(counting, quantity, noun.last);
};
/** «58 من أصل 62 طائرة» (58 of 62 aircraft): what is counted stands behind the number of the whole. */
const nounOfWhole = (counting: Counting, at: number): Noun | null => {
  const { items } = counting.sentence;
  const isOutOf = items[at + 1]?.preposition === 'من' && counting.words.is('out-of', items[at + 2]);
  return isOutOf && items[at + 3]?.kind === 'number' ? nounAt(counting, at + 4) : null;
};

/** What is counted stands in the plural up to ten, in the accusative singular from eleven. */
const LAST_OF_PLURALS = 10;

const isSecondKind = (item: Item | undefined): boolean =>
  item?.kind === 'people' &&
  item.conjunction === 'و' &&
  !item.definite &&
  item.group?.number === 'singular' &&
  // «40 طفلا وامرأة»: with ة no letter shows the accusative.
  /[اه]$/.test(item.form ?? '');

/** «استهدفت المواقع ثلاث مرات»: the attack told of last before it in the sentence. */
const attackBefore = ({ sentence: { items }, drafts }: Counting, at: number): string | null => {
  for (let k = at - 1; k >= Math.max(0, at - OCCASION_REACH); k--) {
    if (items[k]!.mark !== undefined && /^[.;]$/.test(items[k]!.mark!)) return null;
    const draft = drafts.get(k);
    if (draft) return draft.modality === 'asserted' ? draft.countedAs : null;
  }
  return null;
};
const OCCASION_REACH = 18;

/** Occasions of an attack; of anything else they are no figure (annotation guide). */
const occasions = (counting: Counting, number: NumberMention, at: number, last: number): Quantity | null => {
  const group = attackBefore(counting, at);
  if (group === null) return null;
  const quantity = stated(number, at, newNoun(last, last, 'events', group));
  quantity.last = last;
  return quantity;
};

/** «مرتين»: the same in one word. */
const twice = (counting: Counting, at: number): Quantity | null => {
  if (!counting.words.is('twice', counting.sentence.items[at])) return null;
  const group = attackBefore(counting, at);
  if (group === null) return null;
  const quantity = newQuantity(at, at, 2, 2, newNoun(at, at, 'events', group));
  quantity.stated = true;
  return quantity;
};

/** «ستة منهم»: a partitive with a pronoun. */
const isOfThem = (item: Item | undefined): boolean =>
  item !== undefined &&
  (/^من(?:هم|هن|هما)$/.test(item.form ?? '') ||
    ((item.preposition === 'من' || item.cue === 'part') && item.enclitic !== ''));

/** Whether a number may count people by itself: not «أحد الجيوب», nor «أربعة مستشفيات» (a kind of place). */
const countsAlone = ({ number, form }: Item, next: Item | undefined, beside: boolean): boolean => {
  if (number!.form === 'singular-one') return /(?:هم|هن|هما|ها)$/.test(form ?? '');
  return !(beside && next?.kind === 'place' && next.place?.head && !next.clitic && !next.conjunction);
};

/** «الكتيبة 21», «بداية 2018», «22:30»: digits that name rather than count. */
const isName = ({ sentence: { items }, words }: Counting, at: number): boolean => {
  const { number, clitic, form } = items[at]!;
  if (number!.form !== 'digits' || clitic) return false;
  const [before, next] = [entryAt(items, at - 1), items[at + 1]];
  if (words.is('designated', before)) return true;
  // «سوخوي – 24»: behind a dash.
  if (before?.kind === 'mark' && words.is('designated', entryAt(items, at - 2))) return true;
  // «اليوم الـ419 من الحرب»: the day of a war.
  if (/^ال/.test(form ?? '') && (before?.kind === 'date' || /^(?:[وبل]|وال|لل|ال)*يوم$/.test(before?.form ?? '')))
    return true;
  if ((next?.mark === ':' && items[at + 2]?.number) || (before?.mark === ':' && entryAt(items, at - 2)?.number))
    return true;
  const { value, text } = number!;
  const isYear = value !== null && value >= 1900 && value < 2100 && !/[.,٬]/.test(text);
  return isYear && !(next && (next.kind === 'people' || next.measure !== undefined || next.preposition === 'من'));
};

/** «آخرين» at an item. */
const isOthers = ({ sentence: { items }, words }: Counting, at: number): boolean => {
  const item = items[at];
  return (
    item !== undefined &&
    !item.conjunction &&
    (item.cue === 'addition' || item.kind === 'word') &&
    words.is('others', item)
  );
};

/** «وإصابة ثالث», «ورابعا بجروح طفيفة»: an ordinal in place of a person, at what befell him. */
const isOneMore = (counting: Counting, at: number): boolean => {
  const { items } = counting.sentence;
  const { words } = counting;
  const item = items[at]!;
  if (item.kind !== 'word' || item.clitic || item.definite || !words.is('ordinals', item)) return false;
  const [before, next] = [entryAt(items, at - 1), items[at + 1]];
  if (next && (nounAt(counting, at + 1)?.of === 'people' || (next.kind === 'word' && !next.conjunction))) return false;
  const harmed = before?.harm !== undefined && !item.conjunction;
  return harmed || (item.conjunction === 'و' && next?.measure !== undefined && phraseOf(next, words) === 'adverb');
};

/** «اعتقال آخر», «جرح آخرين»: others without number, at the word that tells what befell them. */
const othersAlone = (counting: Counting, at: number): Quantity | null => {
  const { items } = counting.sentence;
  const before = entryAt(items, at - 1);
  if (isOneMore(counting, at)) {
    const one = newQuantity(at, at, 1, 1, null);
    one.others = true;
    return one;
  }
  // «أصيب عدد آخر» (a number of others were hurt)
  if (NUMBER.test(items[at]!.form ?? '') && isOthers(counting, at + 1) && tellsHarm(before)) {
    const more = newQuantity(at, at + 1, 1, null, null);
    more.others = true;
    return more;
  }
  if (!isOthers(counting, at) || !tellsHarm(before)) return null;
  const form = items[at]!.form ?? '';
  const isPlural = /(?:ين|ون|ات)$/.test(form);
  const min = form.endsWith('ان') ? 2 : 1;
  const quantity = newQuantity(at, at, min, isPlural ? null : min, null);
  quantity.others = true;
  return quantity;
};

const NUMBER = /^عددا?$/;
const tellsHarm = (before: Item | undefined): boolean =>
  before !== undefined && (before.harm !== undefined || before.kind === 'trigger');

/** Takes in what stands behind the counted noun, which ends at `last`: others, and the side of those counted. */
const withBehind = (counting: Counting, quantity: QuantityDraft, last: number): Quantity => {
  const { of, side } = quantity.noun!;
  const others = isOthers(counting, last + 1);
  const from = last + (others ? 2 : 1);
  const both = side !== null && of === 'people' ? joinedTo(counting, side, last) : null;
  const owner =
    both ??
    (of === 'events'
      ? null
      : ownerAt(counting, isAtLeast(counting.sentence.items, from) ? from + 2 : from, of === 'people'));
  quantity.last = owner?.last ?? from - 1;
  quantity.owner = owner?.group ?? null;
  quantity.others = others;
  return quantity;
};

/** A number behind its noun: الجرحى الخمسة, صواريخ عدة, مستشارين اثنين, النازحين بحوالي مليونين. */
const postposed = (counting: Counting, noun: Noun): Quantity | null => {
  const { items } = counting.sentence;
  if (noun.side !== null && noun.group === null && !/(?:ين|ان)$/.test(items[noun.first]!.form ?? '')) return null;
  let k = noun.last + 1;
  while (k - noun.last <= 2 && describes(items[k], noun)) k++;
  const item = items[k];
  const number = item?.kind === 'number' ? item.number : undefined;
  if (!number || item!.conjunction || number.percent || number.kind !== 'cardinal') return null;
  const isSeveral = number.quantifier === 'several';
  if (isSeveral && noun.number === 'singular') return null; // مجموعات مقاتلة عدة: an adjective
  const few = number.form === 'words' && number.value !== null && number.value <= 2 && !noun.definite;
  // «قتلى بالعشرات» (dead by the dozen)
  const amounts = item!.clitic === 'ب' && noun.of === 'harmed' && (noun.definite || number.definite);
  if (!(amounts || (number.definite ? noun.definite || noun.of === 'events' : isSeveral || few))) return null;
  // Not the number of a next noun: «أصيب عنصران ثلاثة منهم», «للقاعدة عدة اعتداءات».
  const next = items[k + 1];
  const another = next && !next.conjunction && !number.definite;
  if (
    another &&
    (nounAt(counting, k + 1) ||
      (isSeveral && (next.kind === 'trigger' || (next.kind === 'word' && !isAdjective(next)))))
  )
    return null;
  const quantity = stated(number, noun.first, noun);
  quantity.share = false;
  quantity.vague = false;
  return withBehind(counting, quantity, k);
};

/** Words between a noun and the number behind it. */
const describes = (item: Item | undefined, { of }: Noun): boolean =>
  isAdjective(item) ||
  (item?.kind === 'word' && item.means !== undefined) ||
  (item?.kind === 'actor' && of === 'events');

/** «سلسلة من التفجيرات في الآونة الأخيرة»: at least two; on one occasion the series is the attack itself. */
const series = (counting: Counting, at: number): Quantity | null => {
  const { items } = counting.sentence;
  if (items[at]!.kind !== 'word' || !counting.words.is('series', items[at])) return null;
  const noun = nounAt(counting, items[at + 1]?.preposition === 'من' ? at + 2 : at + 1);
  if (noun?.of !== 'events' || noun.number === 'singular') return null;
  if (!items.some((item) => counting.words.is('indefinite', item))) return null;
  return several(at, noun.last, noun);
};

/** «إخفاقات متكررة»: at least two. */
const repeated = (counting: Counting, noun: Noun): Quantity | null => {
  const next = counting.sentence.items[noun.last + 1];
  if (
    (noun.of !== 'events' && noun.of !== 'things') ||
    noun.number !== 'plural' ||
    !counting.words.is('repeated', next)
  )
    return null;
  return several(noun.first, noun.last + 1, noun);
};

/** A noun whose own form tells how many: one, two, or at least one. */
const bare = (counting: Counting, noun: Noun): Quantity | null => {
  const { items, governor } = counting.sentence;
  if (noun.of === 'harmed' && isRemains(items, noun.first, counting.words)) return null;
  const item = items[noun.first]!;
  if (noun.of === 'people') {
    // «برصاص عناصر قسد»: those who fired; «إنساني» (humanitarian): an adjective like a dual; «التنظيم»: a side.
    if (governor[noun.first] === 'agent' || (item.means !== undefined && noun.side !== null)) return null;
    if (noun.construct && noun.side === null && !governs(items[noun.last + 1])) return null;
    // «أصيب فلسطينيون» (Palestinians were hurt)
    const ofPeople = item.conjunction === 'و' || counting.words.has('peoples', noun.side);
    const plural = item.side?.heads[0] === 'people' || (ofPeople && /...(?:ون|ين)$/.test(item.form ?? ''));
    const members = plural && !noun.definite && governor[noun.first] === null;
    if (noun.side !== null && noun.group === null && item.side?.heads[0] !== 'adjective' && !members) return null;
  }
  const min = noun.number === 'dual' ? 2 : 1;
  const max = noun.number === 'dual' || noun.number === 'singular' ? min : null;
  const quantity = newQuantity(noun.first, noun.last, min, max, noun);
  withBehind(counting, quantity, noun.last);
  // «قتيل على الأقل»: one or more.
  if (isAtLeast(items, quantity.last + 1) || isAtLeast(items, noun.last + 1)) quantity.max = null;
  return quantity;
};

/** Whether what stands behind a construct is governed by it: شيخي عشيرة. */
const governs = (next: Item | undefined): boolean =>
  next !== undefined &&
  !next.conjunction &&
  !next.clitic &&
  (['actor', 'people', 'place', 'thing'].includes(next.kind) || (next.kind === 'word' && next.definite));
