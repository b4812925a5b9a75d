import type { Item } from '../scan/item.js';
import { harmAt, type Splits } from './harm.js';
import { isVerbalHere } from './harmed.js';
import type { MeasureSource } from './measure.js';
import type { Counting } from './noun.js';
import { isAtLeast, isPartCue } from './part-cue.js';
import type { Quantity } from './quantity.js';

const REACH = 20;

/** Kinds of words that may stand between people and the verb that tells what befell them. */
const BETWEEN: ReadonlySet<Item['kind']> = new Set([
  'relative',
  'date',
  'cue',
  'word',
  'preposition',
  'place',
  'support',
]);
const NOUNS: ReadonlySet<Item['kind']> = new Set(['actor', 'people', 'number']);

/** The verb or predicate behind a count: «12 مدنيا على الأقل بينهم 4 أطفال قتلوا», «لا يزال العشرات مفقودين». */
export const lookAhead = (counting: Counting, quantity: Quantity, splits: Splits): MeasureSource | null => {
  const { sentence, words } = counting;
  const { items, governor } = sentence;
  const { first, last, stated } = quantity;
  if (governor[first] === 'من' || governor[first] === 'في' || (!stated && items[first]!.clitic)) return null;
  let commas = 0;
  let inParts = false;
  let inList = false;
  for (let k = last + 1; k <= Math.min(items.length - 1, last + REACH); k++) {
    const item = items[k]!;
    const verb = verbAt(counting, k, splits);
    if (verb) {
      const follows = commas !== 1 || inParts || (k === last + 2 && /وا$/.test(item.form ?? ''));
      return follows && !takesObject(counting, k) && !didIt(counting, k, quantity) && agrees(item, quantity)
        ? { measures: [verb], item: k, behind: true, two: isDual(item) }
        : null;
    }
    if (item.kind === 'measure') {
      if (item.definite && k === last + 1) continue;
      const near = (stated && k - last <= 2) || items[k - 1]!.cue === 'ongoing';
      // «635 وأكثر من 2800 جريح» (635, and more than 2800 wounded): the number before it has it.
      const another = k > last + 1 && items[k - 1]!.kind === 'number';
      const predicate =
        item.measure?.number && near && !another && !item.definite && !item.conjunction && !isVerbalHere(items, k);
      return predicate ? { measures: [item.measure!.id], item: k, behind: true } : null;
    }
    if (item.kind === 'comma') commas++;
    else if (isAtLeast(items, k)) k++;
    else if (isPartCue(item)) inParts = true;
    else if (NOUNS.has(item.kind)) {
      if (k === last + 1 && item.kind === 'people' && !item.conjunction && !item.definite) continue; // شخصين عاملين
      const listed = inList && item.kind !== 'number';
      inList = item.kind === 'number' && item.conjunction === 'و';
      const beside = governor[k] !== null || item.conjunction === 'و' || listed;
      if (!inParts && !(stated && beside)) return null;
    } else if (!BETWEEN.has(item.kind) && !words.is('herald', item) && !isMarker(item)) return null;
  }
  return null;
};

const isMarker = ({ kind, reporting }: Item): boolean => kind === 'reporting' && reporting?.kind !== 'verb';

/** The measure of a verb that may stand behind its people; null for verbal nouns. */
const verbAt = (counting: Counting, at: number, splits: Splits): string | null => {
  const item = counting.sentence.items[at]!;
  const harm = harmAt(counting, at, splits);
  if (!harm || item.conjunction || item.clitic || item.definite) return null;
  const finite =
    counting.sentence.verbs.has(at) ||
    splits.has(at) ||
    item.kind === 'cue' ||
    item.kind === 'word' ||
    (item.kind === 'measure' && !item.measure?.number) ||
    (item.senses ?? []).some(({ part }) => part === 'perfect' || part === 'imperfect' || part === 'phrase');
  return finite ? harm : null;
};

/** «قتلوا خمسة»: who stands before the verb did it, and did not suffer it. */
const takesObject = ({ sentence: { items }, words }: Counting, at: number): boolean => {
  const next = items[at + 1];
  if (!next || next.conjunction || next.clitic || next.means !== undefined) return false;
  if (next.kind === 'number') return next.number?.quantifier !== 'all';
  return next.kind === 'actor' || next.kind === 'people' || (next.kind === 'word' && words.is('bodies', next));
};

/** «أطلق عناصر الدورية النار عليه ما أدى إلى مقتله» (men of the patrol shot at him, which led to his death): who did it suffered nothing. */
export const didIt = ({ drafts }: Counting, at: number, { first, last }: Quantity): boolean => {
  const draft = drafts.get(at);
  return draft?.counts === 'killed' && draft.roles.actors.some((k) => k >= first && k <= last);
};

/** «قُتلا», «استشهدا»: of two. */
const isDual = ({ form, senses }: Item): boolean =>
  /[^او]ا$/.test(form ?? '') && (senses ?? []).some(({ number, part }) => number === 'd' && part === 'perfect');

/** A verb behind its subject shows number: قتلوا of many, قُتلا of two, قتل of one. */
const agrees = (item: Item, { min, noun }: Quantity): boolean =>
  noun === null || min === 1 || min === null || /(?:و|ا|ن|ت)$/.test(item.form ?? '') || item.kind !== 'trigger';
