import { entryAt } from '@isnad/text';
import { copyOf, type Item } from '../scan/item.js';
import { isNominal } from '../scan/words.js';
import type { Sense } from '../words/senses.js';

/** How far behind a finite verb its object may stand. */
const OBJECT_REACH = 6;
/** How far before a word the one that it wants may stand. */
const BEFORE = 7;

/** «وأسرهم» (and their families): with و and a pronoun it is another word. */
const isAnotherWord = ({ conjunction, enclitic }: Item, entry: Sense['entry']): boolean =>
  entry['unless-joined-pronoun'] === true && conjunction === 'و' && enclitic !== '';

/** «خربة» (a hamlet) is another word than «خرّبه» (wrecked it), wherever it stands. */
const isAnotherForm = (item: Item, entry: Sense['entry']): boolean =>
  isAnotherWord(item, entry) || entry['unless-form']?.includes(item.form ?? '') === true;

/** Whether the words that an entry wants or shuns right beside its word stand so; `behind` are the items looked through behind it. */
export const fitsWording = (items: readonly Item[], at: number, { entry }: Sense, behind: readonly Item[]): boolean => {
  const next = items[at + 1];
  if (isAnotherForm(items[at]!, entry)) return false;
  const before = entryAt(items, at - 1)?.form ?? '';
  if (next && entry['unless-before']?.includes(next.form ?? '')) return false;
  if (entry['unless-after']?.includes(before) || entry['unless-after']?.includes(before.replace(/^[وفبل](?=..)/, '')))
    return false;
  const after = entry['needs-after'];
  if (after && !behind.some(({ form, word }) => after.includes(form ?? '') || after.includes(word.form))) return false;
  const wanted = entry['needs-before'];
  return (
    !wanted ||
    items.slice(Math.max(0, at - BEFORE), at).some(({ form }) => wanted.some((one) => (form ?? '').endsWith(one)))
  );
};

/** A comma that no date stands beside: «فجرت القوات، فجر اليوم، منزلا». */
const isBreak = (items: readonly Item[], at: number): boolean =>
  items[at]!.kind === 'comma' && items[at + 1]?.kind !== 'date' && entryAt(items, at - 1)?.kind !== 'date';

/**
 * The items right behind a word; behind a verb those up to its object: «عزز الجيش اللبناني مواقعه». `isVerb` ends them;
 * before verbs are known none does.
 */
export const behind = (
  items: readonly Item[],
  at: number,
  sense: Sense,
  isVerb: (at: number) => boolean = () => false,
): readonly Item[] => {
  if (isNominal(sense)) return items.slice(at + 1, at + 3);
  let end = at + 3;
  while (end <= at + OBJECT_REACH && end < items.length && !isBreak(items, end - 1) && !isVerb(end)) end++;
  return items.slice(at + 1, end);
};

/** «بلغم», «جراء عبوة»: as the cause of something. */
const isCause = (items: readonly Item[], at: number): boolean =>
  items[at]!.clitic === 'ب' || items.slice(Math.max(0, at - 3), at).some(({ preposition }) => preposition === 'بسبب');

/** What an entry needs beside its word that the wording alone can rule out, before clauses are known. */
const RULED_OUT: Readonly<Partial<Record<string, (items: readonly Item[], at: number) => boolean>>> = {
  cause: (items, at) => !isCause(items, at),
};

/** «نقطة تفتيش» (a checkpoint): with the noun before it the word names a thing, and stays what figures count. */
const mayTell = (items: readonly Item[], at: number, sense: Sense): boolean =>
  (sense.entry['unless-after'] !== undefined &&
    sense.entry['needs-after'] === undefined &&
    !isAnotherForm(items[at]!, sense.entry)) ||
  (fitsWording(items, at, sense, behind(items, at, sense)) && RULED_OUT[sense.entry.needs ?? '']?.(items, at) !== true);

/**
 * Words that could tell an event in other company, and cannot here: «لغم» (a mine) is one only as a cause. They are
 * what they are besides, and part no other event from what belongs to it.
 */
export const withoutUnmet = (items: readonly Item[]): readonly Item[] =>
  items.map((item, at) => {
    if (item.kind !== 'trigger' || !item.senses || item.senses.some((sense) => mayTell(items, at, sense))) return item;
    const word = copyOf(item);
    word.senses = undefined;
    word.cue = item.supports || item.measure ? undefined : item.otherwise;
    word.kind = item.supports ? 'support' : item.measure ? 'measure' : word.cue ? 'cue' : 'word';
    return word;
  });
