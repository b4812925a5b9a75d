import type { Sentence } from '../clause/sentence.js';
import type { EventDraft } from '../event/draft.js';
import type { Item } from '../scan/item.js';
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
}

type GrammaticalNumber = 'singular' | 'dual' | 'plural';

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
  /** Both measures in one set phrase: قتيلا وجريحا. */
  readonly joint: boolean;
}

/** How a set phrase of a measure is built; null for a noun proper. */
export const phraseOf = (item: Item, words: FigureWords): 'plural' | 'joint' | 'topic' | 'adverb' | 'verbal' | null => {
  if (!item.measure || item.measure.number !== null) return null;
  if (words.is('herald', item.form)) return item.last > item.first ? 'plural' : 'adverb';
  for (const kind of ['plural', 'joint', 'topic', 'adverb'] as const) if (words.is(kind, item.form)) return kind;
  return 'verbal';
};

/** Words that are noun and verbal noun alike (إصابة) are verbal where people stand behind them. */
export const isVerbalHere = (items: readonly Item[], at: number): boolean => {
  const item = items[at]!;
  if (item.measure?.number !== 'singular' || !item.supports) return false;
  const before = items[at - 1];
  return !(before?.kind === 'number' && !item.conjunction);
};

const harmedOf = ({ sentence: { items }, words }: Counting, at: number): Noun | null => {
  const item = items[at]!;
  if (!item.measure) return null;
  const phrase = phraseOf(item, words);
  if (phrase === 'verbal' || phrase === 'adverb' || phrase === 'topic' || isVerbalHere(items, at)) return null;
  const base = {
    first: at,
    of: 'harmed' as const,
    side: null,
    definite: item.definite || /^[وف]?لل/.test(item.form ?? ''),
    construct: item.measure.construct,
    group: words.is('women', item.form) ? 'women' : (item.group?.id ?? null),
  };
  if (phrase === 'joint') return { ...base, last: at, measures: ['casualties'], number: 'plural', joint: true };
  const number = phrase === 'plural' ? 'plural' : item.measure.number;
  const next = nextOf(items, at);
  const joined = items[next];
  const measures = [item.measure.id];
  let last = at;
  const alike =
    joined?.measure &&
    joined.conjunction === 'و' &&
    (joined.measure.number === number ||
      (joined.measure.number !== null && number === 'plural' && joined.measure.number === 'plural'));
  const bareAnd = next === at + 2;
  if (
    joined?.measure &&
    (alike || (bareAnd && joined.measure.number === number)) &&
    !isVerbalHere(items, next) &&
    joined.measure.id !== item.measure.id
  ) {
    measures.push(joined.measure.id);
    last = next;
  }
  return { ...base, last, measures, number, joint: false };
};

/** «عشرات الشهداء»: a place may bear the name (حي الشهداء), but not behind a number. */
const isCountedName = (items: readonly Item[], at: number): boolean =>
  items[at]!.measure !== undefined &&
  items[at]!.place?.head == null &&
  (items[at - 1]?.kind === 'number' || items[at - 1]?.cue === 'part');

/** «52 داعشيا», «لقي فلسطينيان»: the adjective of a side or people is one of them behind a number or a word of harm. */
const nationals = ({ sentence: { items } }: Counting, at: number): Noun | null => {
  const item = items[at]!;
  const before = items[at - 1];
  if (
    item.conjunction ||
    item.clitic ||
    !(
      before?.kind === 'number' ||
      before?.harm !== undefined ||
      before?.kind === 'trigger' ||
      /^(?:ل[قف]ي|اي)/.test(before?.form ?? '')
    )
  )
    return null;
  if (before?.kind !== 'number' && /يه$/.test(item.form ?? '')) return null;
  const number =
    item.owned?.number ??
    (/ان$/.test(item.form ?? '') ? 'dual' : /(?:ي|يا|يه)$/.test(item.form ?? '') ? 'singular' : 'plural');
  return {
    first: at,
    last: at,
    of: 'people',
    group: item.owned?.id ?? null,
    side: item.owned ? null : (item.side?.ids[0] ?? null),
    measures: [],
    number,
    construct: false,
    definite: item.definite,
    joint: false,
  };
};

/** A masculine construct in ي is both dual and plural (مقاتلي); the plural is far more often meant. */
const numberOf = ({ group, form, kind }: Item): GrammaticalNumber | null =>
  group?.construct && (kind === 'actor' || (form?.endsWith('ي') && !form.endsWith('تي')))
    ? 'plural'
    : (group?.number ?? null);

const isNisba = ({ form }: Item): boolean => form !== undefined && form.endsWith('ي') && !form.endsWith('تي');

/** The item behind, a written «و» that stands apart read over. */
export const nextOf = (items: readonly Item[], at: number): number =>
  items[at + 1]?.form === 'و' && items[at + 1]?.kind === 'word' ? at + 2 : at + 1;

/** The countable noun at an item, if it is one. */
export const nounAt = (counting: Counting, at: number): Noun | null => {
  const { sentence, drafts } = counting;
  const item = sentence.items[at];
  if (
    !item ||
    (item.kind === 'place' && !isCountedName(sentence.items, at)) ||
    item.kind === 'number' ||
    item.kind === 'date'
  )
    return null;
  const harmed = harmedOf(counting, at);
  if (harmed) return harmed;
  const base = {
    first: at,
    last: at,
    measures: [],
    definite: item.definite || /^[وف]?لل/.test(item.form ?? ''),
    joint: false,
  };
  const { group } = item;
  if (item.kind === 'actor') {
    const side = item.side?.ids[0] ?? null;
    if ((item.side?.heads[0] === 'adjective' || item.owned) && !group) return nationals(counting, at);
    return {
      ...base,
      of: item.things ? 'things' : 'people',
      group: group?.id ?? null,
      side,
      number: numberOf(item),
      construct: group?.construct ?? false,
    };
  }
  // انفجارين انتحاريين (two suicide blasts): an adjective of the event.
  if (
    item.kind === 'people' &&
    group?.id === 'suicide-bombers' &&
    sentence.items[at - 1]?.kind === 'trigger' &&
    !item.conjunction &&
    !sentence.verbs.has(at - 1) &&
    sentence.items[at - 1]!.harm === undefined
  )
    return null;
  if (item.kind === 'people' || (item.kind === 'source' && group))
    return { ...base, of: 'people', group: group!.id, side: null, number: numberOf(item), construct: group!.construct };
  if (item.kind === 'thing' && group) {
    // صاروخي is far more often the adjective (by rocket) than «two rockets of».
    if (group.construct && isNisba(item)) return null;
    return { ...base, of: 'things', group: group.id, side: null, number: group.number, construct: group.construct };
  }
  if (item.owned && item.kind === 'word')
    return {
      ...base,
      of: counting.groupKind(item.owned.id) ?? 'people',
      group: item.owned.id,
      side: null,
      number: item.owned.number === 'dual' ? 'plural' : item.owned.number,
      construct: false,
      definite: true,
    };
  const draft = drafts.get(at);
  if (item.kind === 'trigger' && draft?.countedAs && !sentence.verbs.has(at)) {
    const number = draft.sense.number === 'd' ? 'dual' : draft.sense.number === 'p' ? 'plural' : 'singular';
    return { ...base, of: 'events', group: draft.countedAs, side: null, number, construct: false };
  }
  return null;
};
