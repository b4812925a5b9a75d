import type { Item } from '../scan/item.js';
import { type Counting, isVerbalHere, nounAt, phraseOf } from './noun.js';
import { isAtLeast, type Quantity } from './quantity.js';

/** The words that give a count its measure, and the item of the last of them. */
export interface MeasureSource {
  readonly measures: readonly string[];
  readonly item: number;
  /** The word stands behind the count: «21 مدنيا قتلوا». */
  readonly behind: boolean;
  /** That word is in the dual: «مدنيين قتلا». */
  readonly two?: boolean;
}

const BACK = 18;
const AHEAD = 20;
const BARRED = new Set(['equipment', 'attacks', 'places', 'strength', 'other']);

/**
 * Deaths told by two words with their people between (لقي … مصرعهم, فقد … حياتهما), and verbs by which a side
 * loses people (خسر، فقد): measure by item.
 */
export const splitDeaths = ({ sentence: { items }, words }: Counting): ReadonlyMap<number, string> => {
  const found = new Map<number, string>();
  items.forEach((item, at) => {
    const form = item.form ?? '';
    for (const { measure, verbs, nouns } of words.splits) {
      if (!stemIn(verbs, form)) continue;
      for (let k = at + 1; k < Math.min(items.length, at + 14); k++) {
        const behind = items[k]!;
        if (behind.mark && /[.:!?]/.test(behind.mark)) break;
        if (nouns.some((noun) => startsWith(behind.form ?? '', noun))) {
          found.set(at, measure);
          if (k > at + 1) found.set(k, ''); // the noun tells no death of its own
          break;
        }
      }
    }
    const losing = words.losing.get(form) ?? words.losing.get(form.slice(1));
    if (losing && !found.has(at) && isActive(items, at)) found.set(at, losing);
  });
  return found;
};

const stemIn = (forms: ReadonlySet<string>, form: string): boolean =>
  forms.has(form) || (/^[وف]/.test(form) && forms.has(form.slice(1)));
const startsWith = (form: string, noun: string): boolean => {
  const bare = form.replace(/^[بلو]{0,2}(?:ال)?/, '');
  const stem = noun.replace(/ه$/, '');
  return bare === noun || (bare.startsWith(stem) && /^(?:ت)?(?:ه|ها|هم|هما|هن)$/.test(bare.slice(stem.length)));
};

/** «فقدت قسد 12 مقاتلا»: a side stands at the verb, and a count behind. */
const isActive = (items: readonly Item[], at: number): boolean => {
  const before = items[at - 1];
  const near = items.slice(at + 1, at + 9);
  const side = (item: Item | undefined) =>
    item?.kind === 'actor' || item?.kind === 'place' || item?.metonym !== undefined;
  if (!near.some((item) => item.kind === 'number')) return false;
  return (
    side(items[at + 1]) ||
    side(before) ||
    (/^ف?ف/.test(items[at]!.form ?? '') && items.slice(Math.max(0, at - 8), at).some(side))
  );
};

/** The measure that a verb or verbal noun tells of the people beside it; null for other words. */
export const harmAt = (counting: Counting, at: number, splits: ReadonlyMap<number, string>): string | null =>
  isPurpose(counting, at) ? null : toldAt(counting, at, splits);

/** «لاعتقال أحدهم»: meant, not told, unless a result stands before it (أدى لمقتل). */
const isPurpose = ({ sentence: { items } }: Counting, at: number): boolean => {
  const item = items[at]!;
  if (
    items[at - 1]?.cue === 'attempt' ||
    (items[at - 1]?.kind === 'trigger' && /^(?:ب|ل|و)?محاول/.test(items[at - 1]?.form ?? ''))
  )
    return true;
  if (item.clitic !== 'ل') return false;
  return (
    !items.slice(Math.max(0, at - 2), at).some((before) => before.kind === 'support') &&
    !items
      .slice(Math.max(0, at - 14), at)
      .some(
        (before) => before.supports?.[0]?.does === 'result' || before.cue === 'result' || before.cue === 'not-negation',
      )
  );
};

const toldAt = (counting: Counting, at: number, splits: ReadonlyMap<number, string>): string | null => {
  const split = splits.get(at);
  if (split !== undefined) return split || null;
  const {
    sentence: { items },
    drafts,
    words,
  } = counting;
  const item = items[at]!;
  if (item.kind === 'place' || item.kind === 'actor' || item.kind === 'people' || item.kind === 'number') return null;
  const phrase = phraseOf(item, words);
  if (phrase !== null && phrase !== 'verbal') return null;
  if (item.measure?.number && !item.supports) return null;
  const counts = drafts.get(at)?.counts ?? null;
  if (counts) return item.harm === 'recaptured' ? 'recaptured' : counts;
  const harm = item.harm ?? (phrase === 'verbal' ? item.measure!.id : null);
  if (harm === null || BARRED.has(harm)) return null;
  return harm === 'casualties' && item.kind === 'trigger' ? 'killed' : harm;
};

/**
 * The measure of a count whose noun tells none: that of the verb or verbal noun before it («مقتل 11 عنصرا»),
 * or of the verb behind it («21 مدنيا قتلوا»). Null when nothing befalls those counted.
 */
export const measureOf = (
  counting: Counting,
  quantity: Quantity,
  splits: ReadonlyMap<number, string>,
  used: Used,
): MeasureSource | null => {
  const before = lookBack(counting, quantity, splits, used);
  if (before && quantity.first - before.item <= 3) return before;
  return lookAhead(counting, quantity, splits) ?? before;
};

/** Words of a sentence that figures have used already. */
export interface Used {
  /** Last item of the figure before. */
  readonly until: number;
  /** Items that gave their measure. */
  readonly sources: ReadonlySet<number | null>;
}

const lookBack = (
  counting: Counting,
  quantity: Quantity,
  splits: ReadonlyMap<number, string>,
  used: Used,
): MeasureSource | null => {
  const { first, stated, noun, others, ofThem } = quantity;
  const {
    sentence: { items, verbs },
    words,
  } = counting;
  let commas = 0;
  for (let k = first - 1; k > Math.max(used.until, first - BACK, -1); k--) {
    const item = items[k]!;
    const harm = harmAt(counting, k, splits);
    if (harm) {
      // Movements count people as displaced only where a number stands or the word itself means it.
      if (harm === 'displaced' && item.harm !== 'displaced' && !stated) return null;
      if (commas === 1 && !verbs.has(k)) return null;
      // A number by itself counts people only at the word that tells what befell them.
      if (
        noun === null &&
        !others &&
        !ofThem &&
        (items[first]!.clitic === 'ب' ||
          first - k > 3 ||
          items.slice(k + 1, first).some((between) => between.kind === 'word' || between.kind === 'place'))
      )
        return null;
      if (verbs.has(k) && !splits.has(k) && first - k <= 2 && isSubject(counting, quantity)) return null;
      return { measures: joinedBefore(counting, k, harm, splits, used), item: k, behind: false };
    }
    if (item.kind === 'comma') {
      commas++;
      continue;
    }
    if (item.kind === 'mark' && !/^["'«»()“”]$/.test(item.mark ?? '')) return null;
    if (
      item.kind === 'connector' ||
      item.kind === 'complementiser' ||
      item.kind === 'relative' ||
      item.kind === 'purpose'
    )
      return null;
    if (verbs.has(k) && item.kind !== 'reporting' && !words.is('reaching', item.form)) return null;
    if (item.kind === 'trigger' && !verbs.has(k) && !governed(counting, k)) return null;
    if (!stated && (item.kind === 'people' || item.kind === 'actor' || item.kind === 'thing') && item.kind !== 'actor')
      return null;
    if (
      !stated &&
      ((item.kind === 'preposition' && item.preposition !== 'ل') || (item.kind === 'word' && !item.number))
    )
      return null;
    if (item.kind === 'negator') return null;
  }
  return null;
};

/** «قتل مسلحون شخصين»: a second count behind the first makes the first the doer. */
const isSubject = (counting: Counting, { last, noun }: Quantity): boolean => {
  const next = counting.sentence.items[last + 1];
  if (!noun || !next || next.conjunction || next.clitic) return false;
  if (next.number && ['most', 'all', 'some'].includes(next.number.quantifier ?? '')) return false;
  const other =
    next.kind === 'number' && next.number?.kind === 'cardinal'
      ? nounAt(counting, last + 2)
      : nounAt(counting, last + 1);
  return other !== null && other.of === 'people' && !other.definite;
};

const governed = (counting: Counting, at: number): boolean => (counting.sentence.governor[at] ?? null) !== null;

/** «مقتل وإصابة», «قتل وأصيب», «أصيب أو قتل»: two measures for one count. */
const joinedBefore = (
  counting: Counting,
  at: number,
  harm: string,
  splits: ReadonlyMap<number, string>,
  used: Used,
): readonly string[] => {
  const { items } = counting.sentence;
  const item = items[at]!;
  const previous = items[at - 1];
  const apart = previous?.form === 'و' || previous?.form === 'او' ? at - 2 : at - 1;
  if (item.conjunction !== 'و' && apart === at - 1) return [harm];
  const other = apart >= 0 && !used.sources.has(apart) ? harmAt(counting, apart, splits) : null;
  return other && other !== harm ? [other, harm] : [harm];
};

const lookAhead = (
  counting: Counting,
  { first, last, noun, min, stated }: Quantity,
  splits: ReadonlyMap<number, string>,
): MeasureSource | null => {
  const {
    sentence: { items, verbs, governor },
    words,
  } = counting;
  if (governor[first] === 'من' || governor[first] === 'في' || (!stated && items[first]!.clitic)) return null;
  let commas = 0;
  let inParts = false;
  let inList = false;
  for (let k = last + 1; k <= Math.min(items.length - 1, last + AHEAD); k++) {
    const item = items[k]!;
    const harm = harmAt(counting, k, splits);
    if (
      harm &&
      !item.conjunction &&
      !item.clitic &&
      !item.definite &&
      (verbs.has(k) ||
        item.kind === 'cue' ||
        item.kind === 'word' ||
        item.kind === 'measure' ||
        splits.has(k) ||
        isPredicate(item))
    ) {
      if (commas === 1 && !inParts && !(k === last + 2 && /وا$/.test(item.form ?? ''))) return null;
      if (takesObject(items, k)) return null;
      return agrees(item, min) || noun === null ? { measures: [harm], item: k, behind: true, two: isDual(item) } : null;
    }
    if (item.kind === 'measure' && item.definite && k === last + 1) continue;
    if (
      item.measure &&
      item.measure.number !== null &&
      (k - last <= 2 || items[k - 1]!.cue === 'ongoing') &&
      !item.definite &&
      !item.conjunction &&
      item.kind === 'measure' &&
      !isVerbalHere(items, k)
    )
      return { measures: [item.measure.id], item: k, behind: true };
    if (item.kind === 'comma') {
      commas++;
      continue;
    }
    if (words.is('herald', item.form)) continue;
    if (isAtLeast(items, k)) {
      k++;
      continue;
    }
    if (isPartCue(item)) {
      inParts = true;
      continue;
    }
    if (
      item.kind === 'relative' ||
      item.kind === 'date' ||
      item.kind === 'cue' ||
      item.kind === 'word' ||
      item.kind === 'preposition' ||
      item.kind === 'place'
    )
      continue;
    if (item.kind === 'number' && item.conjunction === 'و' && stated) inList = true;
    else if (inList && (item.kind === 'people' || item.kind === 'actor')) {
      inList = false;
      continue;
    }
    if (item.kind === 'actor' || item.kind === 'people' || item.kind === 'number') {
      if (inParts || (stated && (governed(counting, k) || item.conjunction === 'و'))) continue;
      return null;
    }
    if ((item.kind === 'reporting' && item.reporting?.kind !== 'verb') || item.kind === 'support') continue;
    return null;
  }
  return null;
};

/** «قتلوا خمسة»: who stands before the verb did it, and did not suffer it. */
const takesObject = (items: readonly Item[], at: number): boolean => {
  const next = items[at + 1];
  return (
    next !== undefined &&
    !next.conjunction &&
    !next.clitic &&
    next.means === undefined &&
    (next.kind === 'actor' ||
      next.kind === 'people' ||
      (next.kind === 'number' && next.number?.quantifier !== 'all') ||
      (next.kind === 'word' &&
        next.harm === undefined &&
        !next.definite &&
        /^(?:خليه|مجموعه|عنصرا|شخصا)/.test(next.form ?? '')))
  );
};

/** «قُتلا», «استشهدا»: of two. */
const isDual = (item: Item): boolean =>
  /[^ا]ا$/.test(item.form ?? '') &&
  !/وا$/.test(item.form ?? '') &&
  (item.senses ?? []).some(({ number, part }) => number === 'd' && part === 'perfect');

const isPredicate = (item: Item): boolean =>
  item.kind === 'trigger' &&
  (item.senses ?? []).some(({ part }) => part === 'perfect' || part === 'imperfect' || part === 'phrase');

/** A verb behind its subject shows number: قتلوا of many, قُتلا of two, قتل of one. */
const agrees = (item: Item, min: number | null): boolean => {
  const form = (item.form ?? '').replace(/^(?:قد)/, '');
  if (min === 1 || min === null) return true;
  return /(?:وا|و|ا|ون|ن|ت)$/.test(form) || item.kind === 'measure' || item.kind === 'cue';
};

/** A word that divides the count before it: بينهم, من ضمنهم, منهم. */
export const isPartCue = (item: Item): boolean =>
  item.kind === 'cue'
    ? item.cue === 'part' && item.enclitic !== ''
    : item.kind === 'preposition' &&
      (item.preposition === 'بين' || item.preposition === 'من') &&
      ['هم', 'هن', 'ها', 'هما'].includes(item.enclitic);
