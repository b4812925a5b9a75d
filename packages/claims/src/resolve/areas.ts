import { type HeldAreaWords, Memo, type PlaceWords } from '@isnad/lexicon';
import type { Word } from '@isnad/text';
import { concordOf, concordOfPronoun } from '../frame/concord.js';
import { copyOf, type Item, type PlaceFound } from '../scan/item.js';
import { anyOf, classOf, spelling } from '../words/classes.js';

const BANK = classOf('resolve/bank');
const OPPOSITE = spelling('resolve/opposite', 'ال');

/** A word without conjunction, clitic and article: وبالمناطق (and in the areas) is مناطق. */
const bareOf = new Memo<Word, string>(({ form }) =>
  form.replace(/^[وف]?(?:[بك]?ال|لل|[بلك](?=...))/, '').replace(/^و(?=....)/, ''),
);
const bare = (item: Item | undefined): string => (item ? bareOf.of(item.word) : '');

const announcing = new WeakMap<PlaceWords, Memo<Word, boolean>>();

/** Whether a word may be the noun of an area; most are not, and need no closer look. */
const announcesArea = (words: PlaceWords): Memo<Word, boolean> => {
  let known = announcing.get(words);
  if (!known) {
    const { pockets, strongholds, last, areas } = words.held;
    const lists = [pockets, strongholds, last, areas, words.saidOf, words.saidAlone, words.unnamed];
    known = new Memo((word) => {
      const noun = bareOf.of(word);
      return BANK.has(noun) || lists.some((list) => list.has(noun)) || words.unnamed.has(withoutEnding(noun));
    });
    announcing.set(words, known);
  }
  return known;
};

/** «هاجموا منزلا» (they attacked a house): the noun without the ending of an object. */
const withoutEnding = (noun: string): string => noun.replace(/ا$/, '');

const PLAIN = new Set<Item['kind']>(['word', 'thing', 'people']);
/** How far behind its noun the word that tells who holds an area may stand. */
const FARTHEST = 3;

const newPlace = (item: Item, end: number, more: Partial<PlaceFound>): Item => {
  const area = copyOf(item);
  area.kind = 'place';
  area.place = {
    candidates: [],
    head: null,
    headWord: null,
    relations: item.place?.relations ?? [],
    nameStart: item.start + (/^[وف]?[بلك]?(?=ال)|^و/.exec(item.form ?? '')?.[0].length ?? 0),
    nameEnd: end,
    anaphoric: false,
    ...more,
  };
  return area;
};

/** «سيطرته», «لها», «يتحصنون فيه» (its control, of it): the pronoun that tells who holds an area. */
const PRONOUN = new RegExp(`(?:${anyOf('resolve/rule-of')}|^ل)(ه|ها|هم)$`);

/** The side that a pronoun behind an area stands for: the last one before it that it agrees with. */
const meantBy = (items: readonly Item[], at: number, end: number): string | null => {
  for (let k = at; k < items.length && items[k]!.start < end; k++) {
    const goesOn = concordOfPronoun(PRONOUN.exec(items[k]!.form ?? '')?.[1] ?? '');
    if (goesOn === null) continue;
    const meant = items.slice(0, at).findLast((item) => item.side !== undefined && concordOf(item) === goesOn);
    return meant?.side?.ids[0] ?? null;
  }
  return null;
};

/** Where the wording of a held area ends, and who holds it: null for a pronoun, or when nobody is named. */
const holderBehind = (
  items: readonly Item[],
  from: number,
): { readonly end: number; readonly holder: string | null } => {
  let end = items[from]!.end;
  for (let k = from + 1; k <= from + 3; k++) {
    const item = items[k];
    if (item?.kind === 'actor') return { end: item.end, holder: item.side?.ids[0] ?? null };
    if (!item || item.kind === 'comma' || item.kind === 'mark' || item.kind === 'place') break;
    const goesOn =
      item.kind === 'trigger' || item.kind === 'preposition' || /^ل(?:ه|ها|هم)$/.test(item.form ?? '') || item.definite;
    if (!goesOn || (item.kind === 'preposition' && item.enclitic === '')) break;
    end = item.end;
    if (item.kind === 'people' || item.kind === 'source') break;
  }
  return { end, holder: null };
};

/** The word behind an area's noun that tells that somebody holds it. */
const holdingBehind = (items: readonly Item[], at: number, words: HeldAreaWords): number | null => {
  for (let k = at + 1; k <= at + FARTHEST; k++) {
    const item = items[k];
    if (!item) return null;
    const form = bare(item);
    if (words.holding.has(form.replace(/ت(?:ه|ها|هم)$/, 'ه'))) return k;
    if (item.kind !== 'relative' && !words.between.has(form) && !words.between.has(item.form ?? '')) return null;
  }
  return null;
};

const heldArea = (items: readonly Item[], at: number, words: HeldAreaWords): Item | null => {
  const item = items[at]!;
  const isNamed = item.kind === 'place' && !(item.place!.anaphoric || item.place!.candidates.length === 0);
  // «على آخر معاقل التنظيم»: what tells who holds a place where it stands alone, is a place behind a preposition.
  const isPhrase = item.kind === 'trigger' && item.last > item.first && items[at - 1]?.kind === 'preposition';
  if (isPhrase) {
    const { end, holder } = holderBehind(items, at);
    return words.last.has(bare(item)) || words.strongholds.has(bare(item))
      ? newPlace(item, end, { held: { holder: holder ?? meantBy(items, at, end), plural: false } })
      : null;
  }
  if ((!PLAIN.has(item.kind) && item.kind !== 'place') || isNamed) return null;
  const noun = bare(item);
  const next = items[at + 1];
  const isLast = words.last.has(bare(items[at - 1])) || (next !== undefined && words.last.has(bare(next)));
  const isPocket = words.pockets.has(noun);
  if (isPocket || (isLast && words.strongholds.has(noun))) {
    const last = next && words.last.has(bare(next)) ? at + 1 : at;
    const { end, holder } = holderBehind(items, last);
    return newPlace(item, end, { held: { holder: holder ?? meantBy(items, at, end), plural: false } });
  }
  if (!words.areas.has(noun)) return null;
  const holding = holdingBehind(items, at, words);
  if (holding === null) return null;
  const { end, holder } = holderBehind(items, holding);
  return newPlace(item, end, { held: { holder: holder ?? meantBy(items, at, end), plural: true } });
};

const ENDING = new Set<Item['kind']>(['comma', 'mark', 'connector', 'date', 'cue', 'support', 'reporting']);

/** «المناطق المذكورة», «هذه البلدات», «البلدتين»: the places told last. */
const saidAreas = (items: readonly Item[], at: number, { said, saidOf, saidAlone }: PlaceWords): Item | null => {
  const item = items[at]!;
  const noun = bare(item);
  if (!PLAIN.has(item.kind) || !item.definite || !(saidOf.has(noun) || saidAlone.has(noun))) return null;
  const next = items[at + 1];
  if (next?.definite && said.has(bare(next))) return newPlace(item, next.end, { said: true });
  const before = items[at - 1];
  const isShown = before !== undefined && !before.definite && said.has(before.form ?? '');
  const isAlone =
    saidAlone.has(noun) && before?.kind !== 'number' && (!next || ENDING.has(next.kind) || next.kind === 'trigger');
  return isShown || isAlone ? newPlace(item, item.end, { said: true }) : null;
};

/** «قرية نائية» (a remote village): a place without a name, with the adjectives that are all that is known of it. */
const unnamedPlace = (items: readonly Item[], at: number, { unnamed }: PlaceWords): Item | null => {
  const item = items[at]!;
  if (!PLAIN.has(item.kind) || item.definite || item.enclitic || item.number) return null;
  const noun = withoutEnding(bare(item));
  if (!unnamed.has(noun) && !unnamed.has(bare(item))) return null;
  const before = items[at - 1];
  const isTold =
    item.clitic === 'ب' ||
    (before?.kind === 'preposition' && TELLING.has(before.preposition ?? '')) ||
    before?.head === 'relation' ||
    before?.kind === 'trigger' ||
    before?.kind === 'support' ||
    before?.kind === 'actor' ||
    before?.kind === 'people';
  const next = items[at + 1];
  // «قرية يسيطر عليها …», «قرية تابعة لـ…»: what is told of it tells where it lies.
  if (!isTold || next?.kind === 'trigger' || next?.kind === 'support' || OWNED.test(next?.form ?? '')) return null;
  let last = at;
  while (last < at + 2 && agrees(items[last + 1], noun.endsWith('ه'))) last++;
  const of = items[last + 1];
  // «مخيم النازحين» (the camp of the displaced): whose it is, is all its name.
  const isOwned = of?.kind === 'people' || of?.kind === 'measure';
  if (last === at && isOwned && of!.definite && !of!.side && !of!.conjunction && !of!.clitic) last++;
  if (last === at && /^ل(?:ل|[^ل].*)/.test(of?.form ?? '') && of!.kind !== 'place' && of!.kind !== 'trigger') last++;
  return newPlace(item, items[last]!.end, { unnamed: true });
};

const OWNED = /^تابع/;
/** An adjective of a noun without article. */
const agrees = (item: Item | undefined, feminine: boolean): boolean =>
  item?.kind === 'word' &&
  !item.definite &&
  !item.conjunction &&
  !item.clitic &&
  !item.head &&
  (feminine ? /ه$/ : /[^هما]$/).test(item.form ?? '') &&
  !/^(?:ل|ب|و|في|من|ان)/.test(item.form ?? '');
const TELLING = new Set(['في', 'على', 'ب', 'ضد', 'إلى', 'نحو', 'باتجاه']);

/** «الضفة المقابلة» (the opposite bank): of whatever river, and no bank that was named before. */
const oppositeBank = (items: readonly Item[], at: number): Item | null => {
  const next = items[at + 1];
  const isOpposite = BANK.has(bare(items[at])) && next !== undefined && OPPOSITE.test(next.form ?? '');
  return isOpposite ? newPlace(items[at]!, next.end, { unnamed: true }) : null;
};

/** Makes places of areas without a name of their own: those told by who holds them, and those said before. */
export const markAreas = (items: readonly Item[], words: PlaceWords): Item[] => {
  const announces = announcesArea(words);
  return items.map((item, at) =>
    announces.of(item.word)
      ? (heldArea(items, at, words.held) ??
        saidAreas(items, at, words) ??
        unnamedPlace(items, at, words) ??
        oppositeBank(items, at) ??
        item)
      : item,
  );
};
