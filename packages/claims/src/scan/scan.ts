import type { Token } from '@isnad/text';
import { spelling } from '../words/classes.js';
import { copyOf, type Item, type ItemDraft, newItem, type PlaceFound } from './item.js';
import { knownAt } from './known-words.js';
import { isSecondName, listingBehind, opensNames } from './listed-names.js';
import { relationAt } from './place-heads.js';
import type { Marked } from './scanners.js';
import { beginScan, NO_RELATIONS, type Scanned, type Scanning, skip } from './scanning.js';
import { bring, dateItem } from './small-items.js';
import { speechAt } from './speech-at.js';
import { spelt } from './spelt.js';
import { isParticle } from './told-in.js';
import { listedItem, unknownAt } from './unknown-words.js';

/**
 * Cuts a sentence into items: at each token the longest thing that begins there. Everything else a
 * stretch may be is kept beside, so that «مقتل» (killing) is both a word of an event and of a measure.
 * `first`: the first token of the sentence.
 */
export const scanSentence = (scanned: Scanned, first: number): Item[] => {
  const scanning = beginScan(scanned);
  for (let at = first; at <= scanned.last; ) {
    if (scanning.relationsUntil < at) scanning.relations = NO_RELATIONS;
    at =
      takeParted(scanning, at) ||
      takeRestOfDate(scanning, at) ||
      takeListed(scanning, at) ||
      takeKnown(scanning, at) ||
      takeRelation(scanning, at) ||
      takeMark(scanning, at) ||
      takeUnknown(scanning, at);
  }
  return scanning.items;
};

// Each step gives the token behind what it took; 0 where nothing of its kind stands at a token.

/** «و الشعفة», «لـ"قسد"»: what is written apart belongs to the next word. */
const takeParted = (scanning: Scanning, at: number): number => {
  const { tokens, last, marked } = scanning;
  const { kind, word } = tokens[at]!;
  if (kind !== 'word') return 0;
  if (word.form === 'و') {
    scanning.detached = true;
    return skip(scanning, at);
  }
  const parted = isParted(tokens[at]!) ? PARTED.exec(word.form) : null;
  if (!parted || at === last || marked.numbers[at] !== undefined) return 0;
  if (parted[1]) scanning.detached = true;
  scanning.clitic = parted[2] as Item['clitic'];
  return skip(scanning, at);
};
/** A preposition written apart from what it governs. */
const PARTED = /^(و)?([بل])$/;
const isParted = spelt(PARTED);

/** «منذ بدء الهجوم في العاشر من أيلول» (since the attack began, on the tenth …): the rest of the date behind what began. */
const takeRestOfDate = (scanning: Scanning, at: number): number => {
  const { rest, tokens } = scanning;
  if (!rest || at !== rest.onset!.last + 1) return 0;
  scanning.items.push(newItem('word', tokens, at, rest.lastToken));
  scanning.rest = null;
  return rest.lastToken + 1;
};

/** A name that its place in a list tells, though the word may mean something else: in quotation marks, or the second of two. */
const takeListed = (scanning: Scanning, at: number): number => {
  const { tokens, listing, detached, scanners } = scanning;
  if (listing === 'none') return 0;
  const inQuotes = detached && tokens[at - 1]?.kind === 'mark';
  // أم العلق (a village) is no «or».
  const begins = listing === 'parted' && scanners.gazetteer.words.compound.has(tokens[at]!.word.form);
  if (!(inQuotes || begins || isSecondName(tokens[at]!, listing))) return 0;
  if (knownAt(scanning, at, NO_RELATIONS)?.kind === 'place') return 0;
  const item = listedItem(scanning, at);
  if (item === null) return 0;
  scanning.items.push(item);
  scanning.listing = listingBehind(item, scanners.gazetteer, listing);
  join(scanning, item);
  return item.last + 1;
};

const takeKnown = (scanning: Scanning, at: number): number => {
  const { tokens, last, scanners, items } = scanning;
  const whole = knownAt(scanning, at, scanning.relations);
  if (whole === null) return 0;
  const item = untilOnset(scanning, at, whole);
  join(scanning, item);
  if (scanning.listing !== 'none' && item.place && item.conjunction) item.place = withHeadOfList(item.place, items);
  item.speech = speechAt(tokens, at, last, scanners);
  if (item.harm && isParticle(tokens, at, scanners)) item.harm = undefined;
  markUnmanned(items, item);
  items.push(item);
  scanning.listing = listingBehind(item, scanners.gazetteer, scanning.listing);
  return item.last + 1;
};

/** «طائرات أمريكية بدون طيار» (American aircraft without a pilot): what stands behind says what the aircraft were. */
const markUnmanned = (items: Item[], { kind, means, first, last }: ItemDraft): void => {
  if (kind !== 'word' || means !== 'drone' || last === first) return;
  for (let k = items.length - 1; k >= Math.max(0, items.length - UNMANNED_WITHIN); k--) {
    const item = items[k]!;
    if (item.means === 'air' && item.kind !== 'trigger') {
      const unmanned = copyOf(item);
      unmanned.means = means;
      items[k] = unmanned;
      return;
    }
    if (item.kind !== 'word' && item.kind !== 'actor') return;
  }
};
/** How far before «without a pilot» the aircraft may stand, in items. */
const UNMANNED_WITHIN = 3;

/** «بلدتي النخيب والعلم»: what is a place only behind a head noun has that of its list. */
const withHeadOfList = (place: PlaceFound, items: readonly Item[]): PlaceFound => {
  if (place.head || place.candidates.length === 0 || !place.candidates.every((one) => one.needsHead)) return place;
  const first = items.findLast((one) => one.place?.head)?.place;
  return first ? { ...place, head: first.head, headWord: first.headWord } : place;
};

/** What began is an event of its own, between «منذ» and the rest of the date: such a date ends before it. */
const untilOnset = (scanning: Scanning, at: number, whole: ItemDraft): ItemDraft => {
  const { date } = whole;
  if (!date?.onset || !tellsEvent(scanning, date.onset)) return whole;
  scanning.rest = date;
  return dateItem(scanning.tokens, at, date, scanning.marked.numbers[at], date.onset.first - 1);
};

/** «بدء الهجوم», «انطلاق العملية» (the beginning of the attack, of the operation). */
const BEGINNING = spelling('scan/beginning');

const tellsEvent = (scanned: Scanned, { first, last }: { readonly first: number; readonly last: number }): boolean => {
  if (!BEGINNING.test(scanned.tokens[first]!.word.form)) return false;
  for (let k = first; k <= last; k++) if (knownAt(scanned, k, NO_RELATIONS)?.kind === 'trigger') return true;
  return false;
};

/** «شمال» (north of), «ريف» (the countryside of): it waits for its place. */
const takeRelation = (scanning: Scanning, at: number): number => {
  const { tokens, last, scanners } = scanning;
  const relation = tokens[at]!.kind === 'word' ? relationAt(scanners.gazetteer, tokens, at, last) : null;
  if (!relation) return 0;
  const behind = at + relation.length;
  scanning.relations = [...scanning.relations, { precision: relation.precision }];
  scanning.relationsUntil = behind;
  const word = bring(newItem('word', tokens, at, behind - 1), relation.proclitics);
  word.head = 'relation';
  scanning.items.push(word);
  return behind;
};

/** Quotation marks, and brackets around a number, part nothing. */
const takeMark = (scanning: Scanning, at: number): number => {
  const { tokens, last, marked } = scanning;
  const { kind, word } = tokens[at]!;
  const parts = kind !== 'mark' || !(isQuote(word.form) || isAroundNumber(tokens, at, last, marked));
  return parts ? 0 : skip(scanning, at);
};

const takeUnknown = (scanning: Scanning, at: number): number => {
  const item = unknownAt(scanning, at);
  scanning.items.push(item);
  const { gazetteer } = scanning.scanners;
  const opens = item.mark !== undefined && opensNames(gazetteer, scanning.tokens, at);
  scanning.listing = opens ? 'parted' : listingBehind(item, gazetteer, scanning.listing);
  join(scanning, item);
  return item.last + 1;
};

/** Gives an item what was written apart before it. A mark takes nothing, and what stood before it is lost. */
const join = (scanning: Scanning, item: ItemDraft): void => {
  if (item.kind !== 'mark') {
    if (scanning.detached && !item.conjunction) item.conjunction = 'و';
    if (scanning.clitic && !item.clitic) item.clitic = scanning.clitic;
  }
  scanning.detached = false;
  scanning.clitic = '';
};

/** «تدمير (35) عربة», «مقتل /15/ عنصرا»: brackets or slashes that hold a number alone, before what is counted, are no marks. */
const isAroundNumber = (tokens: readonly Token[], at: number, last: number, { numbers }: Marked): boolean => {
  const closing = PAIRS[tokens[at]!.word.form];
  return (
    (closing !== undefined && holdsNumber(tokens, at, last, numbers, closing)) ||
    (at > 1 && holdsNumber(tokens, at - 2, last, numbers, tokens[at]!.word.form))
  );
};
const PAIRS: Readonly<Record<string, string>> = { '(': ')', '/': '/' };

const holdsNumber = (
  tokens: readonly Token[],
  open: number,
  last: number,
  numbers: Marked['numbers'],
  closing: string,
): boolean =>
  open + 3 <= last &&
  PAIRS[tokens[open]!.word.form] === closing &&
  numbers[open + 1] !== undefined &&
  tokens[open + 2]!.word.form === closing &&
  tokens[open + 3]!.kind === 'word';

const isQuote = (form: string): boolean => form === '"' || form === "'" || form === '#';
