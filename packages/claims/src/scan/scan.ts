import type { DateMention, Token } from '@isnad/text';
import { spelling } from '../words/classes.js';
import { ownedAt } from './choose.js';
import { freeStandingAt } from './imported.js';
import { copyOf, type Item, type ItemDraft, newItem, type PlaceFound } from './item.js';
import { listedNameAt, opensList } from './listed-names.js';
import { matchedAt } from './matched.js';
import { definite, type Relations } from './matches.js';
import type { Entry } from './named-here.js';
import { numberEnd, numberItem } from './numbers.js';
import { relationAt } from './place-heads.js';
import type { Beginning, Marked, Scanners } from './scanners.js';
import { bring, dateItem } from './small-items.js';
import { speechAt } from './speech-at.js';
import { spelt } from './spelt.js';
import { harmAt, isParticle } from './told-in.js';

/**
 * Cuts a sentence into items: at each token the longest thing that begins there. Everything else a
 * stretch may be is kept beside, so that «مقتل» (killing) is both a word of an event and of a measure.
 */
export const scanSentence = (
  tokens: readonly Token[],
  original: string,
  first: number,
  last: number,
  scanners: Scanners,
  marked: Marked,
): Item[] => {
  const items: Item[] = [];
  let relations: Relations = NO_RELATIONS;
  let relationsUntil = -1;
  let detached = false;
  let clitic: Item['clitic'] = '';
  let listing = false;
  const isClaimed = (k: number): boolean => itemAt(tokens, original, k, last, scanners, marked, NO_RELATIONS) !== null;
  /** «منذ بدء الهجوم في العاشر من أيلول»: what began is an event of its own, between «منذ» and the rest of the date. */
  let rest: DateMention | null = null;
  const begins = ({ first: from, last: to }: { first: number; last: number }): boolean => {
    if (!BEGINNING.test(tokens[from]!.word.form)) return false;
    for (let k = from; k <= to; k++)
      if (itemAt(tokens, original, k, last, scanners, marked, NO_RELATIONS)?.kind === 'trigger') return true;
    return false;
  };
  for (let at = first; at <= last; ) {
    const token = tokens[at]!;
    if (relationsUntil < at) relations = NO_RELATIONS;
    if (token.kind === 'word' && token.word.form === 'و') {
      detached = true; // «و الشعفة»: the conjunction belongs to the next word
      if (relationsUntil === at) relationsUntil++;
      at++;
      continue;
    }
    const parted = token.kind === 'word' && isParted(token) ? PARTED.exec(token.word.form) : null;
    if (parted && at < last && marked.numbers[at] === undefined) {
      // لـ"قسد": the preposition belongs to the name in quotation marks.
      if (parted[1]) detached = true;
      clitic = parted[2] as Item['clitic'];
      if (relationsUntil === at) relationsUntil++;
      at++;
      continue;
    }
    if (rest && at === rest.onset!.last + 1) {
      items.push(newItem('word', tokens, at, rest.lastToken));
      at = rest.lastToken + 1;
      rest = null;
      continue;
    }
    const whole = itemAt(tokens, original, at, last, scanners, marked, relations);
    const begun = whole?.date?.onset && begins(whole.date.onset) ? whole.date : null;
    if (begun) rest = begun;
    const item = begun ? dateItem(tokens, at, begun, marked.numbers[at], begun.onset!.first - 1) : whole;
    if (item === null) {
      const relation = token.kind === 'word' ? relationAt(scanners.gazetteer, tokens, at, last) : null;
      if (relation) {
        relations = [...relations, { precision: relation.precision }];
        relationsUntil = at + relation.length;
        const word = bring(newItem('word', tokens, at, at + relation.length - 1), relation.proclitics);
        word.head = 'relation';
        items.push(word);
        at += relation.length;
        continue;
      }
      if (token.kind === 'mark' && (isQuote(token.word.form) || isAroundNumber(tokens, at, last, marked))) {
        if (relationsUntil === at) relationsUntil++;
        at++;
        continue;
      }
      const unknown = bare(tokens, at, scanners);
      unknown.speech = speechAt(tokens, at, last, scanners);
      const named =
        importedItem(tokens, at, last, scanners, isClaimed, relations, unknown) ??
        (listing ? listedItem(tokens, at, last, scanners, isClaimed) : null);
      const next = named ?? unknown;
      if (clitic && !next.clitic && next.kind !== 'mark') next.clitic = clitic;
      clitic = '';
      items.push(next);
      listing = opensList(next, scanners.gazetteer, listing);
      if (detached && !next.conjunction && next.kind !== 'mark') next.conjunction = 'و';
      detached = false;
      at = (named ?? unknown).last + 1;
      continue;
    }
    if (detached && !item.conjunction) item.conjunction = 'و';
    if (clitic && !item.clitic) item.clitic = clitic;
    clitic = '';
    item.speech = speechAt(tokens, at, last, scanners);
    if (item.harm && isParticle(tokens, at, scanners)) item.harm = undefined;
    items.push(item);
    listing = opensList(item, scanners.gazetteer, listing);
    detached = false;
    at = item.last + 1;
  }
  return items;
};

/** A place whose name stands without a head noun. */
const headless = (
  candidates: PlaceFound['candidates'],
  nameStart: number,
  nameEnd: number,
  relations: Relations,
): PlaceFound => ({ candidates, head: null, headWord: null, relations, nameStart, nameEnd, anaphoric: false });

/** A word that nothing else claims as the name of an imported place, to be borne out by the report. */
const importedItem = (
  tokens: readonly Token[],
  at: number,
  last: number,
  scanners: Scanners,
  isClaimed: (at: number) => boolean,
  relations: Relations,
  unknown: ItemDraft,
): ItemDraft | null => {
  if (scanners.imported === null || tokens[at]!.kind !== 'word' || unknown.speech || unknown.harm) return null;
  const found = freeStandingAt(scanners.imported, tokens, at, last, isClaimed);
  if (!found) return null;
  const end = at + found.length - 1;
  const instead: Item[] = [unknown];
  for (let k = at + 1; k <= end; k++) {
    const word = bare(tokens, k, scanners);
    word.speech = speechAt(tokens, k, last, scanners);
    if (word.kind !== 'mark') instead.push(word);
  }
  const item = bring(newItem('place', tokens, at, end), found.proclitics);
  item.place = {
    ...headless(found.candidates, tokens[at]!.start + found.proclitics.length, tokens[end]!.end, relations),
    instead,
  };
  return item;
};

/** A name that only its place in a list of places tells. */
const listedItem = (
  tokens: readonly Token[],
  at: number,
  last: number,
  scanners: Scanners,
  isClaimed: (at: number) => boolean,
): ItemDraft | null => {
  const length = listedNameAt(scanners.gazetteer, tokens, at, last, isClaimed);
  if (length === 0) return null;
  const item = newItem('place', tokens, at, at + length - 1);
  item.conjunction = 'و';
  item.place = headless([], tokens[at]!.start + 1, tokens[at + length - 1]!.end, NO_RELATIONS);
  return item;
};

/** «بدء الهجوم», «انطلاق العملية» (the beginning of the attack, of the operation). */
const BEGINNING = spelling('scan/beginning');

/** A preposition written apart from what it governs. */
const PARTED = /^(و)?([بل])$/;
const isParted = spelt(PARTED);
const isComma = spelt(/^[،,;؛]$/);

const NO_RELATIONS: Relations = [];

/** «تدمير (35) عربة» (35 vehicles): brackets that hold a number alone, before what is counted, are no marks. */
const isAroundNumber = (tokens: readonly Token[], at: number, last: number, { numbers }: Marked): boolean => {
  const form = tokens[at]!.word.form;
  const open = form === '(' ? at : form === ')' ? at - 2 : -1;
  return (
    open >= 0 &&
    open + 3 <= last &&
    tokens[open]!.word.form === '(' &&
    numbers[open + 1] !== undefined &&
    tokens[open + 2]!.word.form === ')' &&
    tokens[open + 3]!.kind === 'word'
  );
};

const isQuote = (form: string): boolean => form === '"' || form === "'" || form === '#';

const bare = (tokens: readonly Token[], at: number, scanners: Scanners): ItemDraft => {
  const token = tokens[at]!;
  if (token.kind === 'word') {
    const { form } = token.word;
    const item = newItem('word', tokens, at, at);
    const owned = ownedAt(tokens, at, scanners);
    if (owned) {
      item.owned = owned.value as Entry<'group'>;
      item.enclitic = owned.enclitic;
    }
    item.harm = harmAt(tokens, at, scanners);
    if (form.startsWith('و') && (form.length > 3 || form === 'و')) item.conjunction = 'و';
    item.definite = definite.of(token.word);
    return item;
  }
  if (token.kind !== 'mark') return newItem(token.kind === 'break' ? 'mark' : 'word', tokens, at, at);
  const form = token.word.form;
  // A dash inside a name (F-15) joins; one between spaces parts.
  const joins = form === '-' && !(token.spaced && (tokens[at + 1]?.spaced ?? true));
  const item = newItem(joins ? 'word' : isComma(token) ? 'comma' : 'mark', tokens, at, at);
  item.mark = joins ? '' : form;
  return item;
};

const itemAt = (
  tokens: readonly Token[],
  original: string,
  at: number,
  last: number,
  scanners: Scanners,
  marked: Marked,
  relations: Relations,
): ItemDraft | null => {
  const token = tokens[at]!;
  const date = marked.dates[at];
  const number = marked.numbers[at];
  if (date && date.lastToken <= last && (!number || date.lastToken >= number.lastToken))
    return dateItem(tokens, at, date, number);
  if (number && numberEnd(tokens, number) <= last) {
    const counted = numberItem(tokens, at, number, scanners);
    if (counted) return counted;
  }
  const beginning = token.kind === 'word' ? scanners.begins.of(token.word) : null;
  if (beginning === null) return null;
  if (beginning.place || goesOn(beginning, scanners, tokens, at))
    return matchedAt({ tokens, original, at, last, scanners, relations });
  if (beginning.alone !== undefined) return beginning.alone && again(beginning.alone, token, at);
  const item = matchedAt({ tokens, original, at, last, scanners, relations });
  // A side keeps where its loaded words stand.
  if (item === null || item.side === undefined) beginning.alone = item && copyOf(item);
  return item;
};

/** Whether a word begins a longer phrase here; most do not, as the next word goes on with none. */
const goesOn = (
  { longer }: Beginning,
  { automata, follows }: Scanners,
  tokens: readonly Token[],
  at: number,
): boolean => {
  const next = tokens[at + 1];
  if (longer === 0 || next === undefined) return false;
  // What stands behind a mark may go on with it: phrases are read over quotation marks.
  const open = next.kind === 'mark' ? longer : longer & follows.of(next.word);
  if (open === 0) return false;
  return automata.some((phrases, bit) => (open & (1 << bit)) !== 0 && phrases.goesOnAt(tokens, at));
};

/** The item that a word made before by itself, at another token. */
const again = (item: Item, { start, end }: Token, at: number): ItemDraft => {
  const one = copyOf(item);
  one.first = at;
  one.last = at;
  one.start = start;
  one.end = end;
  return one;
};
