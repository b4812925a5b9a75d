import { fold } from '@isnad/arabic';
import type { Modality } from '@isnad/model';
import { entryAt, type Token } from '@isnad/text';
import type { Clause } from '../clause/clause.js';
import { isDemonstrative } from '../clause/parts.js';
import type { Sentence } from '../clause/sentence.js';
import type { FigureDraft } from '../figure/draft.js';
import type { Grammar } from '../reader.js';
import type { ResolvedPlace } from '../resolve/places.js';
import type { ItemKind } from '../scan/item.js';
import { isNominal } from '../scan/words.js';
import { asWords, type Openings, type Retelling } from '../words/retelling.js';
import type { EventRead } from './mention.js';

/** What an event is known by when it is told once, or in several places together. */
export interface Telling {
  readonly type: string;
  readonly family: string;
  /** Families, or single types, of the events that the word can stand for; without means of its own it may be any of them. */
  readonly refers: readonly string[];
  /** A word of violence whose means the text does not tell here. */
  readonly general: boolean;
  readonly definite: boolean;
  /** «هذا الهجوم», «الهجوم المذكور»: said to be told before. */
  readonly this: boolean;
  /** «في أعقاب تحشدات عسكرية» (in the wake of a build-up): without the article, behind a word for after. */
  readonly cameBefore: boolean;
  /** «هجوم آخر»: said to be another one. */
  readonly another: boolean;
  /** «كما قصفت», «قصفت أيضا»: said to come on top of what was told before. */
  readonly also: boolean;
  /** «بالإضافة إلى القصف»: one more of a list. */
  readonly listed: boolean;
  /** «بين الحين والآخر»: what happens again and again. */
  readonly often: boolean;
  /** «استمرار المعارك», «لا تزال الاشتباكات»: said to have begun before. */
  readonly goesOn: boolean;
  /** «في حوادث متفرقة»: several events told together. */
  readonly scattered: boolean;
  /** «أشهر مضت على المعارك»: told over months, no single event. */
  readonly long: boolean;
  /** A definite noun: it may point back. What a verb of trying or succeeding takes is definite by grammar only. */
  readonly back: boolean;
  /** It points back and tells nothing of its own: no side, place or day. */
  readonly bare: boolean;
  /** One or several, where the word tells it; null for words that do not count («قصف»). */
  readonly number: 's' | 'p' | null;
  /** Told in the imperfect: what goes on, or what is usual. */
  readonly imperfect: boolean;
  readonly verbal: boolean;
  readonly actors: readonly string[];
  readonly targets: readonly string[];
  /** Places told beside the word; none borrowed from elsewhere in the sentence. */
  readonly places: readonly ResolvedPlace[];
  /** Places told elsewhere in its sentence, where none is told beside the word. */
  readonly around: readonly ResolvedPlace[];
  readonly date: string | null;
  readonly dateTold: boolean;
  readonly modality: Modality;
  /** Told in the title so far only. */
  readonly title: boolean;
  /** Told in the title, or in the first sentence of a report without one. */
  readonly topic: boolean;
  /** The word itself, whatever its form. */
  readonly word: string;
  /** Index of the sentence, and of the word's item in it. */
  readonly sentence: number;
  readonly item: number;
  /** Joined by و to an event word right before it. */
  readonly joined: boolean;
  /** How its sentence opens. */
  readonly opening: 'turn' | 'more' | 'background' | null;
  readonly attribution: readonly string[];
  /** `measure number` of the figures told in its sentence. */
  readonly counts: readonly string[];
}

/** A report's text and its tokens. */
export interface Worded {
  readonly original: string;
  readonly tokens: readonly Token[];
}

const begins = (text: string, phrase: string): boolean =>
  text.startsWith(phrase) && (text.length === phrase.length || text[phrase.length] === ' ');

const firstWord = (text: string): string => {
  const end = text.indexOf(' ');
  return end < 0 ? text : text.slice(0, end);
};

const opens = (start: string, bare: string, phrases: Openings): boolean => {
  for (const text of start === bare ? [start] : [start, bare])
    for (const phrase of phrases.get(firstWord(text)) ?? []) if (begins(text, phrase)) return true;
  return false;
};

/** How far into a sentence its opening words reach, in characters. */
const OPENING = 40;

const openingOf = ({ start, end }: Sentence, original: string, words: Retelling): Telling['opening'] => {
  const first = fold(original.slice(start, Math.min(end, start + OPENING)));
  const bare = first.startsWith('و') && first.length > 1 && first[1] !== ' ' ? first.slice(1) : first;
  if (!words.mayOpen.has(firstWord(first)) && !words.mayOpen.has(firstWord(bare))) return null;
  if (opens(first, bare, words.turn)) return 'turn';
  if (opens(first, bare, words.more)) return 'more';
  return opens(first, bare, words.background) ? 'background' : null;
};

/** What the clause of a word says of how often and how long it happened. */
type ClauseSays = { readonly [K in 'often' | 'scattered' | 'long' | 'within']: boolean };

const NOTHING_SAID: ClauseSays = { often: false, scattered: false, long: false, within: false };

/** What the clause of an item says; every clause that may say something is folded once. */
const clausesSay = (
  { original, tokens }: Worded,
  words: Retelling,
): ((sentence: Sentence, at: number) => ClauseSays) => {
  const known = new Map<Clause, ClauseSays>();
  const maySay = (first: number, last: number): boolean => {
    for (let k = first; k <= last; k++) if (words.maySay.of(tokens[k]!.word)) return true;
    return false;
  };
  const read = (clause: string): ClauseSays => {
    const said = asWords(fold(clause));
    return {
      often: words.often(said),
      scattered: words.scattered(said),
      long: words.long(said),
      within: words.within(said),
    };
  };
  return ({ items, clauses, clauseOf }, at) => {
    const clause = clauses[clauseOf[at]!]!;
    let says = known.get(clause);
    if (says === undefined) {
      const [first, last] = [items[clause.first]!, items[clause.last]!];
      says = maySay(first.first, last.last) ? read(original.slice(first.start, last.end)) : NOTHING_SAID;
      known.set(clause, says);
    }
    return says;
  };
};

/** Told over months in its own clause, or in the one before it that «خلالها» (during which) points to. */
const isLong = ({ sentenceOf, draft }: EventRead, saysOf: ReturnType<typeof clausesSay>): boolean => {
  const says = saysOf(sentenceOf, draft.item);
  if (says.long) return true;
  const clause = sentenceOf.clauses[sentenceOf.clauseOf[draft.item]!]!;
  return says.within && clause.first > 0 && saysOf(sentenceOf, clause.first - 1).long;
};

/** How far before a word what says that it goes on may stand: «لا تزال الاشتباكات», «استمرار حدة المعارك». */
const BEFORE = 3;

const saysGoingOn = ({ sentenceOf: { items }, draft }: EventRead, words: ReadonlySet<string>): boolean => {
  for (let k = draft.item - 1; k >= Math.max(0, draft.item - BEFORE); k--) {
    const { kind, form } = items[k]!;
    if (words.has(form ?? '')) return true;
    if (kind === 'comma' || kind === 'mark') break;
  }
  return false;
};

/** How far behind a verb the words of its noun reach: «انفجرت عبوة ناسفة أخرى». */
const REACH = 5;
const PHRASE: ReadonlySet<ItemKind> = new Set(['word', 'thing', 'number', 'trigger', 'measure']);

const saysBehind = ({ sentenceOf: { items, verbs }, draft }: EventRead, words: ReadonlySet<string>): boolean => {
  for (let k = draft.item + 1; k <= Math.min(items.length - 1, draft.item + REACH); k++) {
    const item = items[k]!;
    if (words.has(item.form ?? '')) return true;
    const carrier = k === draft.roles.supportItem;
    if (!carrier && (!PHRASE.has(item.kind) || verbs.has(k) || item.conjunction || item.clitic)) return false;
  }
  return false;
};

/** «كما قصفت», «كما شنت غارة»: right before the word, or before the verb that carries it. */
const saysAlso = ({ sentenceOf: { items }, draft }: EventRead, words: ReadonlySet<string>): boolean =>
  [draft.item, draft.roles.supportItem].some((k) => k !== null && words.has(entryAt(items, k - 1)?.form ?? ''));

/** Verbs whose verbal noun is definite by grammar: «تمكنت من السيطرة على», «حاولت التقدم». */
const TAKES_DEFINITE: ReadonlySet<string> = new Set(['succeed', 'attempt', 'fail', 'force', 'plan']);

const numberOf = ({ entry, number, word }: EventRead['draft']['sense']): Telling['number'] => {
  const counts = 'shared' in word && (entry.plural?.length ?? 0) > 0;
  return !counts || number === null ? null : number === 's' ? 's' : 'p';
};

const wordOf = ({ entry, word }: EventRead['draft']['sense']): string =>
  entry.verb ?? entry.noun ?? ('shared' in word ? word.shared : entry.phrase!);

/** Figures by which an event can be known again: stated numbers, not «several» or «some». */
const isTelling = ({ min, max }: FigureDraft): boolean =>
  min !== null && min >= 2 && (min === max || (max === null && min >= 10));

const countsBySentence = (figures: readonly FigureDraft[]): ReadonlyMap<number, readonly string[]> => {
  const counts = new Map<number, string[]>();
  for (const figure of figures) {
    if (!isTelling(figure)) continue;
    const count = `${figure.measure} ${figure.min}`;
    const known = counts.get(figure.sentence);
    if (known) known.push(count);
    else counts.set(figure.sentence, [count]);
  }
  return counts;
};

/** The tellings of a report's event mentions, in reading order. */
export const tellingsOf = (
  events: readonly EventRead[],
  types: readonly string[],
  figures: readonly FigureDraft[],
  worded: Worded,
  { words }: Pick<Grammar, 'words'>,
): Telling[] => {
  const titled = events.some((event) => event.title);
  const firstSentence = events[0]?.sentence;
  const countsOf = countsBySentence(figures);
  const saysOf = clausesSay(worded, words.retelling);
  let opening: Telling['opening'] = null;
  let opened: Sentence | null = null;
  return events.map((event, index) => {
    const type = types[index]!;
    const { draft, sentenceOf } = event;
    const { items } = sentenceOf;
    if (opened !== sentenceOf) opening = openingOf(sentenceOf, worded.original, words.retelling);
    opened = sentenceOf;
    const before = entryAt(items, draft.item - 1);
    const says = saysOf(sentenceOf, draft.item);
    const verbal = !isNominal(draft.sense);
    const back = draft.definite && !verbal && !TAKES_DEFINITE.has(draft.roles.support?.does ?? '');
    const shared = 'shared' in draft.sense.word ? words.shared.get(draft.sense.word.shared) : undefined;
    return {
      type,
      family: words.events.get(type)!.family,
      refers: shared?.refers ?? [draft.family],
      general: draft.anaphora && draft.by === null,
      definite: draft.definite,
      this: isDemonstrative(before) || words.retelling.said.has(items[draft.item + 1]?.form ?? ''),
      cameBefore: !verbal && !draft.definite && sentenceOf.governor[draft.item] === 'بعد',
      another: saysBehind(event, words.retelling.another),
      also: saysBehind(event, words.retelling.also) || saysAlso(event, words.retelling.also),
      listed: [before, entryAt(items, draft.item - 2)].some((one) => words.retelling.listed.has(one?.form ?? '')),
      often: says.often,
      goesOn: saysBehind(event, words.retelling['going-on']) || saysGoingOn(event, words.retelling['going-on']),
      scattered: says.scattered,
      long: isLong(event, saysOf),
      verbal,
      back,
      bare: back && event.actors.length + event.targets.length + event.places.length === 0 && !event.dateTold,
      number: verbal ? null : numberOf(draft.sense),
      imperfect: draft.sense.part === 'imperfect',
      actors: event.actors,
      targets: event.targets,
      places: event.places,
      around: event.around,
      date: event.date,
      dateTold: event.dateTold,
      modality: draft.modality,
      title: event.title,
      topic: event.title || (!titled && event.sentence === firstSentence),
      word: wordOf(event.draft.sense),
      sentence: event.sentence,
      item: draft.item,
      joined: items[draft.item]!.conjunction === 'و',
      opening,
      attribution: event.attribution,
      counts: countsOf.get(event.sentence) ?? [],
    };
  });
};

const union = <T>(a: readonly T[], b: readonly T[]): readonly T[] =>
  b.length === 0 && a.length < 2 ? a : [...new Set([...a, ...b])];

/** What an event is known by once it has been told again. */
export const tellingBoth = (first: Telling, again: Telling): Telling => {
  const tellsKind = first.general && !again.general ? again : first;
  const tellsDate = first.dateTold || !again.dateTold ? first : again;
  // All fields in the order of `tellingsOf`, so that both have one shape.
  return {
    type: tellsKind.type,
    family: tellsKind.family,
    refers: first.refers,
    general: tellsKind.general,
    definite: first.definite,
    this: first.this,
    cameBefore: first.cameBefore,
    another: first.another,
    also: first.also,
    listed: first.listed,
    often: first.often,
    goesOn: first.goesOn,
    scattered: first.scattered,
    long: first.long,
    verbal: first.verbal,
    back: first.back,
    bare: first.bare,
    number: first.number,
    imperfect: first.imperfect,
    actors: union(first.actors, again.actors),
    targets: union(first.targets, again.targets),
    // A headline names the region; where the body has told the place, another place in that region is another event's.
    places: first.title && !again.title && again.places.length > 0 ? again.places : union(first.places, again.places),
    around: first.places.length > 0 ? first.around : union(first.around, again.around),
    date: tellsDate.date,
    dateTold: tellsDate.dateTold,
    modality: first.modality,
    title: first.title && again.title,
    topic: first.topic,
    word: first.word,
    sentence: again.sentence,
    item: again.item,
    joined: first.joined,
    opening: first.opening,
    attribution: first.attribution,
    counts: union(first.counts, again.counts),
  };
};
