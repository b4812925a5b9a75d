import { entryAt } from '@isnad/text';
import type { Item } from '../scan/item.js';
import { spelling } from '../words/classes.js';
import { phraseOf } from './harmed.js';
import type { Counting } from './noun.js';
import type { FigureWords } from './words.js';

/** Measures that words tell of things rather than of people. */
const BARRED: ReadonlySet<string> = new Set(['equipment', 'attacks', 'places', 'strength', 'other']);
/** How far the second word of a death told by two may stand behind the first. */
const SPLIT_REACH = 14;

/** Measure by item of words whose meaning others decide; empty for a noun that is part of such a pair. */
export type Splits = ReadonlyMap<number, string>;

/**
 * Deaths told by two words with their people between (لقي … مصرعهم, فقد … حياتهما), and verbs by which a side
 * loses people (خسر، فقد).
 */
export const splitDeaths = ({ sentence: { items }, words }: Counting): Splits => {
  const found = new Map<number, string>();
  items.forEach(({ word }, at) => {
    const loss = words.loss(word);
    if (loss === null) return;
    for (const { measure, nouns } of loss.splits) {
      const second = items.findIndex((other, k) => k > at && nouns.some((noun) => isNoun(other.form ?? '', noun)));
      if (second < 0 || second - at >= SPLIT_REACH) continue;
      if (items.slice(at, second).some(({ mark }) => mark !== undefined && /[.:!?]/.test(mark))) continue;
      found.set(at, measure);
      if (second > at + 1) found.set(second, '');
    }
    if (loss.losing && !found.has(at) && isActive(items, at)) found.set(at, loss.losing);
  });
  return found;
};

/** Whether a word is a noun, a pronoun behind it or not: حياة, حياتهما. */
const isNoun = (form: string, noun: string): boolean => {
  const bare = form.replace(/^[بلو]{0,2}(?:ال)?/, '');
  const stem = noun.replace(/ه$/, '');
  return bare === noun || (bare.startsWith(stem) && /^(?:ت)?(?:ه|ها|هم|هما|هن)$/.test(bare.slice(stem.length)));
};

/** «فقدت قسد 12 مقاتلا»: a side stands at the verb, and a count behind. */
const isActive = (items: readonly Item[], at: number): boolean => {
  const isSide = (item: Item | undefined) =>
    item?.kind === 'actor' || item?.kind === 'place' || item?.metonym !== undefined;
  if (!items.slice(at + 1, at + 9).some((item) => item.kind === 'number')) return false;
  const resumes = items[at]!.form?.startsWith('ف') && items.slice(Math.max(0, at - 8), at).some(isSide);
  return isSide(items[at + 1]) || isSide(entryAt(items, at - 1)) || resumes === true;
};

/** The measure that a verb or verbal noun tells of the people beside it; null for other words. */
export const harmAt = (counting: Counting, at: number, splits: Splits): string | null => {
  const measure = splits.get(at) ?? wordAt(counting, at);
  return measure && !isUnreal(counting, at) ? measure : null;
};

const wordAt = ({ sentence: { items }, drafts, words }: Counting, at: number): string | null => {
  const item = items[at]!;
  if (item.kind === 'place' || item.kind === 'actor' || item.kind === 'people' || item.kind === 'number') return null;
  if (DESCRIBED.test(item.form ?? '')) return null;
  if (isRemains(items, at, words)) return item.measure!.id;
  const phrase = phraseOf(item, words);
  if (phrase !== null && phrase !== 'verbal') return null;
  if (item.measure?.number && !item.supports) return null;
  const counts = drafts.get(at)?.counts ?? null;
  if (counts) return item.harm === 'recaptured' ? item.harm : counts;
  const harm = item.harm ?? (phrase === 'verbal' ? item.measure!.id : null);
  if (harm === null || BARRED.has(harm)) return null;
  return harm === 'casualties' && item.kind === 'trigger' ? 'killed' : harm;
};

/** «وصفت إصابته بالخطيرة» (his wound was described as bad) is written like «and liquidated». */
const DESCRIBED = spelling('figure/described', '[وف]?');

/** «رفات 50 شخصا» (the remains of 50 people). */
export const isRemains = (items: readonly Item[], at: number, words: FigureWords): boolean =>
  items[at]!.measure !== undefined &&
  items[at + 1]?.kind === 'number' &&
  items[at + 1]!.conjunction === '' &&
  words.is('remains', items[at]);

const tellsResult = ({ supports, cue }: Item): boolean =>
  supports?.[0]?.does === 'result' || cue === 'result' || cue === 'not-negation';

const TRIES: ReadonlySet<string> = new Set(['attempt', 'fail']);

/** «محاولة اغتيال», «لاعتقال أحدهم»: tried or meant, and not told, unless a result stands before it (أدى لمقتل). */
const isUnreal = ({ sentence: { items }, drafts, words }: Counting, at: number): boolean => {
  // «حاول مسلحون اغتيال قيادي» (tried to assassinate a leader): nobody died of it.
  if (TRIES.has(drafts.get(at)?.roles.support?.does ?? '')) return true;
  const before = entryAt(items, at - 1);
  if (before?.cue === 'attempt' || (before?.kind === 'trigger' && /^[بلو]?محاول/.test(before.form ?? ''))) return true;
  if (items[at]!.clitic !== 'ل' || words.is('additions', before)) return false; // إضافة لإصابة امرأة
  if (items.slice(Math.max(0, at - 2), at).some((item) => item.kind === 'support')) return false;
  return !items.slice(Math.max(0, at - 14), at).some(tellsResult);
};
