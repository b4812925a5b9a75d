import { entryAt } from '@isnad/text';
import type { Sentence } from '../clause/sentence.js';
import type { EventDraft } from '../event/draft.js';
import type { Item } from '../scan/item.js';
import { spelling } from '../words/classes.js';
import { eventNounAt } from './event-noun.js';
import { harmedAt, isDefinite } from './harmed.js';
import { newNoun } from './new-noun.js';
import type { FigureWords } from './words.js';

/** What the reader of figures knows of a sentence. */
export interface Counting {
  readonly sentence: Sentence;
  /** Event mentions of the sentence by item. */
  readonly drafts: ReadonlyMap<number, EventDraft>;
  readonly words: FigureWords;
  /** What a group of the lexicon counts; null for other ids. */
  readonly groupKind: (id: string) => 'people' | 'things' | null;
  /** Whether a side has soldiers: an army, or the forces of a state. */
  readonly isArmy: (id: string) => boolean;
  /** The army named last in the sentences before. */
  readonly army: string | null;
  /** All armies that the report names, in the order of their first mentions. */
  readonly armies: readonly string[];
  /** Countable nouns found so far, by item; `nounAt` keeps them here. */
  readonly nouns: (Noun | null)[];
}

export type GrammaticalNumber = 'singular' | 'dual' | 'plural';

/** A noun that can be counted: people, the harmed (قتلى, the dead), things, or events (غارات, raids). */
export interface Noun {
  /** Items, inclusive. */
  readonly first: number;
  readonly last: number;
  readonly of: 'people' | 'harmed' | 'things' | 'events';
  /** Group of the lexicon, or what the event is counted as. */
  readonly group: string | null;
  /** Side that the noun itself names. */
  readonly side: string | null;
  /** Measures that the noun itself tells. */
  readonly measures: readonly string[];
  readonly number: GrammaticalNumber | null;
  /** Before a genitive: عنصرا داعش, قريتي … */
  readonly construct: boolean;
  readonly definite: boolean;
}

/** The countable noun at an item, if it is one. */
export const nounAt = (counting: Counting, at: number): Noun | null => {
  const item = counting.sentence.items[at];
  if (!item || item.kind === 'number' || item.kind === 'date') return null;
  const known = counting.nouns[at];
  if (known !== undefined) return known;
  const found = findNoun(counting, at, item);
  counting.nouns[at] = found;
  return found;
};

/** «ضابط برتبة عميد» (an officer with the rank of brigadier): the rank is no other person. */
const isRank = ({ items }: Sentence, at: number): boolean => /^[وف]?برتبه$/.test(entryAt(items, at - 1)?.form ?? '');

const findNoun = (counting: Counting, at: number, item: Item): Noun | null => {
  const { sentence, groupKind } = counting;
  if (item.kind === 'place') {
    if (item.group) return isNumbered(sentence.items, at) ? named(item, at, 'things', null) : null;
    return isCountedName(sentence.items, at) ? harmedAt(counting, at) : null;
  }
  const harmed = harmedAt(counting, at);
  if (harmed) return harmed;
  const { group, owned } = item;
  switch (item.kind) {
    case 'actor':
      if ((item.side?.heads[0] === 'adjective' || owned) && !group) return nationalAt(counting, at);
      return named(item, at, item.things ? 'things' : 'people', item.side?.ids[0] ?? null);
    case 'people':
    case 'source':
      return group && !describesEvent(sentence, at) && !isRank(sentence, at) ? named(item, at, 'people', null) : null;
    case 'thing':
      // صاروخي is far more often the adjective (by rocket) than «two rockets of».
      return group && !(group.construct && (isNisba(item) || isMine(sentence.items, at)))
        ? named(item, at, 'things', null)
        : null;
    case 'word': {
      if (!owned) return eventNounAt(counting, at);
      // عناصره (its members): definite, and never a dual.
      const noun = newNoun(at, at, groupKind(owned.id) ?? 'people', owned.id);
      noun.number = owned.number === 'dual' ? 'plural' : owned.number;
      noun.definite = true;
      return noun;
    }
    default:
      return eventNounAt(counting, at);
  }
};

/** A noun that the scan has found to be a group or side. */
const named = (item: Item, at: number, of: Noun['of'], side: string | null): Noun => {
  const noun = newNoun(at, at, of, item.group?.id ?? null);
  noun.side = side;
  noun.number = numberOf(item);
  noun.construct = item.group?.construct ?? false;
  noun.definite = isDefinite(item);
  return noun;
};

/** «أربع قرى شرق النهر», «ثلاث من هذه القرى»: kinds of places behind a number are counted, whatever their name. */
const isNumbered = (items: readonly Item[], at: number): boolean =>
  items
    .slice(Math.max(0, at - 3), at)
    .some(
      ({ kind }, k, before) => kind === 'number' && (k === before.length - 1 || before[k + 1]?.preposition === 'من'),
    );

/** «عشرات الشهداء»: a place may bear the name (حي الشهداء), but not behind a number. */
const isCountedName = (items: readonly Item[], at: number): boolean => {
  const before = entryAt(items, at - 1);
  // «والشهداء الأربعة» (the four martyrs)
  const after = items[at]!.definite && items[at + 1]?.number?.definite === true;
  return items[at]!.place?.head == null && (before?.kind === 'number' || before?.cue === 'part' || after);
};

/** «انفجارين انتحاريين» (two suicide blasts): an adjective of the event. */
const describesEvent = ({ items, verbs }: Sentence, at: number): boolean => {
  const before = entryAt(items, at - 1);
  const bombers = items[at]!.group?.id === 'suicide-bombers' && !items[at]!.conjunction;
  return bombers && before?.kind === 'trigger' && !verbs.has(at - 1) && before.harm === undefined;
};

/** «لقي عراقي مصرعه», «أي سوري» (an Iraqi met his death, any Syrian): an adjective behind these is a person. */
const BEFORE_NATIONAL = spelling('figure/before-national');

/** «52 داعشيا», «لقي فلسطينيان»: the adjective of a side or people is one of them behind a number or a word of harm. */
const nationalAt = ({ sentence: { items }, isArmy }: Counting, at: number): Noun | null => {
  const item = items[at]!;
  const { owned, side } = item;
  const form = item.form ?? '';
  const before = entryAt(items, at - 1);
  const counted = before?.kind === 'number';
  const harmed = before?.harm !== undefined || BEFORE_NATIONAL.test(before?.form ?? '');
  if (item.conjunction || item.clitic || !(counted || (harmed && !form.endsWith('يه')))) return null;
  const written = /ان$/.test(form) ? 'dual' : /(?:ي|يا|يه)$/.test(form) ? 'singular' : 'plural';
  const noun = newNoun(at, at, 'people', owned?.id ?? null);
  // «خمسة كينيين» (five Kenyans): people of a nation are not its army.
  const id = side?.ids[0] ?? null;
  noun.side = owned || (id !== null && isArmy(id)) ? null : id;
  noun.number = owned?.number ?? written;
  noun.definite = item.definite;
  return noun;
};

/** «كنت في سيارتي حين» (I was in my car when): the construct of a dual has a noun behind it. */
const isMine = (items: readonly Item[], at: number): boolean => {
  const next = items[at + 1];
  return (
    items[at]!.form?.endsWith('تي') === true &&
    (next === undefined || next.kind === 'comma' || next.kind === 'mark' || next.kind === 'preposition')
  );
};

const isNisba = ({ form }: Item): boolean => form?.endsWith('ي') === true && !form.endsWith('تي');

/** A masculine construct in ي is both dual and plural (مقاتلي); the plural is far more often meant. */
const numberOf = (item: Item): GrammaticalNumber | null => {
  const { group, kind, form } = item;
  // «متمردي الحوثي» (rebels of the Houthis): participles have the one form for both.
  const either = group?.number === 'dual' && /^م\S*[^ت\s]ي(?:\s|$)/.test(form ?? '');
  return (group?.construct && (kind === 'actor' || isNisba(item))) || either ? 'plural' : (group?.number ?? null);
};
