import type { Gazetteer } from '@isnad/lexicon';
import type { Token } from '@isnad/text';
import { spelling } from '../words/classes.js';
import type { Item } from './item.js';

/** What may stand behind a name in a list: the next name, the end of the list, or where all of them lie. */
const LEADS_ON = new RegExp(
  [
    /^و.{2,}$/.source,
    spelling('scan/behind-list').source,
    spelling('scan/compass', '', 'ي?').source,
    spelling('scan/around-list', 'ب').source,
  ].join('|'),
);
/** Endings of verbs and of nouns with a pronoun: no unknown name ends so. */
const NO_NAME = /(?:ها|هم|هما|هن|وا)$/;
const SHORTEST = 3;

const leadsOn = (token: Token | undefined): boolean =>
  token === undefined || (token.kind === 'word' ? LEADS_ON.test(token.word.form) : token.word.form !== '"');

/** Whether names without heads of their own may follow a place: «قرى خطاب», and what و joins to it. */
export const opensList = (item: Item, { words }: Gazetteer, open: boolean): boolean =>
  item.place !== undefined &&
  !item.place.anaphoric &&
  ((item.place.headWord !== null && words.listing.has(item.place.headWord.replace(/^[وفبكل]*(?:ال)?(?=...)/, ''))) ||
    (open && item.conjunction === 'و'));

/**
 * «قرى خطاب وسوبين والمجدل وتلة البيجو بريف حماة» (the villages …): the length in tokens of the unlisted name that و joins to
 * a list of places, 0 where none begins. `isClaimed`: whether a token means something else without its و.
 */
export const listedNameAt = (
  { words }: Gazetteer,
  tokens: readonly Token[],
  at: number,
  last: number,
  isClaimed: (at: number) => boolean,
): number => {
  const token = tokens[at]!;
  if (token.kind !== 'word' || !token.word.form.startsWith('و')) return 0;
  const name = token.word.form.slice(1);
  const begins = words.compound.has(name);
  if (!begins && (name.length < SHORTEST || words.headOfFolded(name))) return 0;
  if (NO_NAME.test(name) || words.notNames.has(name)) return 0;
  // «ورفعت العلم» (and raised the flag)
  if (!name.startsWith('ال') && name.endsWith('ت')) return 0;
  const two = begins && at < last && tokens[at + 1]!.kind === 'word' && !isClaimed(at + 1);
  if (begins && !two) return 0;
  const length = two ? 2 : 1;
  return leadsOn(at + length > last ? undefined : tokens[at + length]) ? length : 0;
};
