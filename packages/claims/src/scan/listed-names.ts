import type { Gazetteer } from '@isnad/lexicon';
import type { Token } from '@isnad/text';
import { spelling } from '../words/classes.js';
import type { Item } from './item.js';
import { isAmong } from './place-names.js';

/** What may stand behind a name in a list: the next name, the end of the list, or where all of them lie. */
const LEADS_ON = new RegExp(
  [
    /^و(?:.{2,})?$/.source,
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

/** What may follow: nothing, names without heads of their own that و joins, the second of two, or names that marks part. */
export type Listing = 'none' | 'many' | 'second' | 'parted';

/** Whether names without heads of their own may follow a place: «قرى خطاب», and what و joins to it. */
export const listingBehind = (
  { place, conjunction, kind, mark }: Item,
  { words }: Gazetteer,
  open: Listing,
): Listing => {
  // «قرى خطاب، سوبين، المجدل»: the list goes on behind a comma or a dash.
  if (isParting(kind, mark)) return open === 'none' ? 'none' : 'parted';
  if (place === undefined || place.anaphoric) return 'none';
  if (place.headWord !== null && isAmong(words.listingTwo, place.headWord)) return 'second';
  if (place.headWord !== null && isAmong(words.listing, place.headWord)) return 'many';
  return open === 'parted' || (open !== 'none' && conjunction === 'و') ? 'many' : 'none';
};

/**
 * «قرى خطاب وسوبين والمجدل وتلة البيجو بريف حماة» (the villages …): the length in tokens of the unlisted name that و joins to
 * a list of places, 0 where none begins. `isClaimed`: whether a token means something else without its و; `parted`: the و
 * is written apart.
 */
export const listedNameAt = (
  { words }: Gazetteer,
  tokens: readonly Token[],
  at: number,
  last: number,
  parted: boolean,
  isClaimed: (at: number) => boolean,
): number => {
  const token = tokens[at]!;
  if (token.kind !== 'word' || !(parted || token.word.form.startsWith('و'))) return 0;
  if (parted && isQuote(tokens[at - 1])) return quotedLength(tokens, at, last);
  const name = parted ? token.word.form : token.word.form.slice(1);
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

/** The longest name in quotation marks, in tokens. */
const LONGEST_QUOTED = 3;

/** «قرى "تل الحور" و"رسم العيد"»: the words up to the closing mark; 0 where it is too far off. */
const quotedLength = (tokens: readonly Token[], at: number, last: number): number => {
  for (let k = at; k <= Math.min(last + 1, at + LONGEST_QUOTED); k++) {
    if (isQuote(tokens[k])) return k - at;
    if (tokens[k]?.kind !== 'word') return 0;
  }
  return 0;
};
const isQuote = (token: Token | undefined): boolean => token?.kind === 'mark' && /^["']$/.test(token.word.form);

/** «بلدتي النخيب والعلم» (the towns of Nukhayb and al-Alam): behind two the second is a name, whatever else the word means. */
export const isSecondName = ({ kind, word }: Token, listing: Listing): boolean =>
  listing === 'second' && kind === 'word' && word.form.startsWith('وال');

/** «،», «ـ»: what parts the names of a list. */
const isParting = (kind: Item['kind'], mark: string | undefined): boolean =>
  kind === 'comma' || PARTING.test(mark ?? '');
const PARTING = /^[-ـ–/]$/;
const isPartingToken = (token: Token | undefined): boolean =>
  token?.kind === 'mark' && /^[-ـ–/،,;؛)]$/.test(token.word.form);

/**
 * «قرى خطاب، سوبين، المجدل وتل الذهب»: the length in tokens of an unlisted name between marks; 0 where none begins. The mark
 * or the و behind it is what tells it.
 */
export const partedNameAt = (
  { words }: Gazetteer,
  tokens: readonly Token[],
  at: number,
  last: number,
  isClaimed: (at: number) => boolean,
): number => {
  const { kind, word } = tokens[at]!;
  const begins = words.compound.has(word.form);
  if (kind !== 'word' || (word.form.length < SHORTEST && !begins) || word.form.startsWith('و')) return 0;
  if (NO_NAME.test(word.form) || words.notNames.has(word.form)) return 0;
  for (const length of [1, 2]) {
    const behind = tokens[at + length];
    if (at + length > last) return 0;
    const isNext = behind?.kind === 'word' && /^و(?:ال.+)?$/.test(behind.word.form);
    if ((isPartingToken(behind) || isNext) && (length === 2 || !begins)) return length;
    if (length === 1 && (behind?.kind !== 'word' || isClaimed(at + 1) || behind.word.form.startsWith('و'))) return 0;
  }
  return 0;
};

/** How far before a bracket or a colon the head of its list may stand, in tokens. */
const HEAD_WITHIN = 6;

/** «أربع قرى هي (…)», «قرى: …» (four villages, these: …): marks behind which names are listed. */
export const opensNames = ({ words }: Gazetteer, tokens: readonly Token[], at: number): boolean =>
  /^[(:]$/.test(tokens[at]!.word.form) &&
  tokens
    .slice(Math.max(0, at - HEAD_WITHIN), at)
    .some(
      ({ kind, word }) =>
        kind === 'word' && (isAmong(words.listing, word.form) || isAmong(words.listingTwo, word.form)),
    );
