import type { Token } from '@isnad/text';
import { spelling } from '../words/classes.js';
import { ownedAt } from './choose.js';
import { freeStandingAt } from './imported.js';
import { type Item, type ItemDraft, newItem, type PlaceFound } from './item.js';
import { isKnown, knownAt } from './known-words.js';
import { listedNameAt, partedNameAt } from './listed-names.js';
import { definite, type Relations } from './matches.js';
import type { Entry } from './named-here.js';
import { relationAt } from './place-heads.js';
import type { Scanners } from './scanners.js';
import { NO_RELATIONS, type Scanned, type Scanning } from './scanning.js';
import { bring } from './small-items.js';
import { speechAt } from './speech-at.js';
import { spelt } from './spelt.js';
import { harmAt } from './told-in.js';

/** What nothing known begins with: a name that only its surroundings tell, else a word or a mark by itself. */
export const unknownAt = (scanning: Scanning, at: number): ItemDraft => {
  const { tokens, last, scanners, relations, listing } = scanning;
  const unknown = bare(tokens, at, scanners);
  unknown.speech = speechAt(tokens, at, last, scanners);
  return (
    importedItem(scanning, at, relations, unknown) ??
    (listing === 'none' ? null : listedItem(scanning, at)) ??
    locatedItem(scanning, at, unknown) ??
    unknown
  );
};

/** A word that nothing else claims as the name of an imported place, to be borne out by the report. */
const importedItem = (scanned: Scanned, at: number, relations: Relations, unknown: ItemDraft): ItemDraft | null => {
  const { tokens, last, scanners } = scanned;
  if (scanners.imported === null || tokens[at]!.kind !== 'word' || unknown.speech || unknown.harm) return null;
  const found = freeStandingAt(scanners.imported, tokens, at, last, (k) => isKnown(scanned, k));
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
export const listedItem = (scanning: Scanning, at: number): ItemDraft | null => {
  const { tokens, last, scanners, detached, listing } = scanning;
  const isClaimed = (k: number): boolean => isKnown(scanning, k);
  const parted = listing === 'parted' && !detached ? partedNameAt(scanners.gazetteer, tokens, at, last, isClaimed) : 0;
  const length = parted || listedNameAt(scanners.gazetteer, tokens, at, last, detached, isClaimed);
  if (length === 0) return null;
  const item = newItem('place', tokens, at, at + length - 1);
  if (parted > 0) {
    item.place = headless([], tokens[at]!.start, tokens[at + length - 1]!.end, NO_RELATIONS);
    return item;
  }
  item.conjunction = 'و';
  item.place = headless([], tokens[at]!.start + (detached ? 0 : 1), tokens[at + length - 1]!.end, NO_RELATIONS);
  return item;
};

/** «في القديح شرقي السعودية»: an unknown word behind في of which is said where it lies. */
const locatedItem = (
  scanning: Scanned,
  at: number,
  { definite: isDefinite, speech, harm, owned }: Item,
): ItemDraft | null => {
  const { tokens, last, scanners } = scanning;
  const { gazetteer } = scanners;
  const { kind, word } = tokens[at]!;
  if (kind !== 'word' || !isDefinite || speech || harm || owned || !isIn(tokens[at - 1])) return null;
  if (
    !word.form.startsWith('ال') ||
    gazetteer.words.notNames.has(word.form) ||
    NO_PLACE.test(word.form) ||
    isBody(tokens[at])
  )
    return null;
  const relation = at < last ? relationAt(gazetteer, tokens, at + 1, last) : null;
  const behind = at + 1 + (relation?.length ?? 0);
  if (!relation || relation.proclitics || behind > last) return null;
  if (!isCompass(tokens[at + 1]) || knownAt(scanning, behind, NO_RELATIONS)?.kind !== 'place') return null;
  const item = newItem('place', tokens, at, at);
  item.place = headless([], tokens[at]!.start, tokens[at]!.end, NO_RELATIONS);
  return item;
};
const isIn = spelt(/^[وف]?في$/);
const isBody = spelt(spelling('scan/body'));
const isCompass = spelt(spelling('scan/compass', '', 'ي?'));
/** Participles and adjectives: «في الواقعة», «في الشمالي». */
const NO_PLACE = /(?:ي|يه)$/;

/** A place whose name stands without a head noun. */
const headless = (
  candidates: PlaceFound['candidates'],
  nameStart: number,
  nameEnd: number,
  relations: Relations,
): PlaceFound => ({ candidates, head: null, headWord: null, relations, nameStart, nameEnd, anaphoric: false });

/** A word or a mark that nothing is known of, but perhaps whose it is and whom it harms. */
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

const isComma = spelt(/^[،,;؛]$/);
