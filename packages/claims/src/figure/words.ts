import { type Form, fold, inflectVerb } from '@isnad/arabic';
import { Memo } from '@isnad/lexicon';
import type { Word } from '@isnad/text';
import type { FigureEntries } from '../words/schema.js';

/** Lists of figures.yaml whose words stand alone, verbs and the first words of phrases included. */
export type WordList = keyof FigureEntries['words'] | keyof FigureEntries['verbs'] | keyof FigureEntries['phrases'];
/** Lists of figures.yaml that hold ids of groups. */
export type GroupList = keyof FigureEntries['groups'];

/** A verb whose meaning a later word decides: «لقي … مصرعهم» (met their death). */
export interface Split {
  readonly measure: string;
  /** Folded forms of the verb. */
  readonly verbs: ReadonlySet<string>;
  /** Folded nouns behind it, pronouns left aside. */
  readonly nouns: readonly string[];
}

/** A verb that may tell of losses. */
export interface Loss {
  /** The verbs of two words of which it is a form. */
  readonly splits: readonly Split[];
  /** The measure that it tells where a side loses people by it. */
  readonly losing: string | null;
}

/** The small words around counts, ready to be asked. */
export interface FigureWords {
  /** Whether the first word of an item, with or without proclitics and article, is one of a list. */
  readonly is: (list: WordList, item: { readonly word: Word } | undefined) => boolean;
  /** Whether a group or side is one of a list; null is of none. */
  readonly has: (list: GroupList, group: string | null) => boolean;
  /** What a word tells of losses as a verb, a conjunction before it or not; null for most words. */
  readonly loss: (word: Word) => Loss | null;
  /** What occurrences of a kind are counted as: اغتيال (assassination); null for other words. */
  readonly kind: (form: string | undefined) => string | null;
  /** What the events of a shared word are counted as; null for other words. */
  readonly sharedKind: (word: string) => string | null;
  /** The side that a name stands for only behind another side: الحوثي وصالح; null for other words. */
  readonly partner: (form: string | undefined) => string | null;
  /** The wider kind of things that a kind belongs to: helicopters to aircraft; null for others. */
  readonly finer: (group: string) => string | null;
  /** The group as which people are counted: workers as civilians. */
  readonly general: (group: string) => string;
}

type Counting = FigureEntries['verbs']['rising'][number];

const formsOf = ({ verb, form, masdars }: Counting): string[] =>
  inflectVerb(
    { root: verb, form: form as Form, ...(masdars ? { masdars } : {}) },
    (part) => part === 'perfect' || part === 'imperfect' || part === 'masdar',
  ).map((inflection) => inflection.form);

/** A folded word, and what is left of it without conjunction, preposition and article. */
const stems = (form: string): readonly string[] => {
  const found = [form];
  for (const cut of [/^[وف]/, /^لل/, /^[بلكس]/, /^ال|^ل(?=ل)/])
    for (const one of [...found]) if (one.length > 3 && cut.test(one)) found.push(one.replace(cut, ''));
  return found;
};

const NO_LISTS: ReadonlySet<WordList> = new Set();

/** Prepares the words of figures.yaml. */
export const buildFigureWords = ({
  words,
  verbs,
  phrases,
  split,
  losing,
  groups,
  general,
  finer,
  kinds,
  partners,
  shared,
}: FigureEntries): FigureWords => {
  const lists = new Map<WordList, ReadonlySet<string>>();
  for (const [name, list] of Object.entries({ ...words, ...phrases }))
    lists.set(name as WordList, new Set(list.map(fold)));
  for (const [name, list] of Object.entries(verbs)) lists.set(name as WordList, new Set(list.flatMap(formsOf)));
  /** The lists that hold a word. */
  const listsOf = new Memo<Word, ReadonlySet<WordList>>(({ form }) => {
    const forms = stems(form);
    const found = [...lists].flatMap(([name, list]) => (forms.some((one) => list.has(one)) ? [name] : []));
    return found.length > 0 ? new Set(found) : NO_LISTS;
  });
  const splits = split.map(
    (entry): Split => ({ measure: entry.measure, verbs: new Set(formsOf(entry)), nouns: entry.with.map(fold) }),
  );
  const lost = new Map(losing.flatMap((entry) => formsOf(entry).map((form) => [form, entry.measure] as const)));
  const counted = new Map(Object.entries(kinds).map(([word, group]) => [fold(word), group]));
  const joint = new Map(Object.entries(partners).map(([name, side]) => [fold(name), side]));
  const losses = new Memo<Word, Loss | null>(({ form }) => {
    const verbs = splits.filter(({ verbs }) => verbs.has(form) || (/^[وف]/.test(form) && verbs.has(form.slice(1))));
    const losing = lost.get(form) ?? lost.get(form.slice(1)) ?? null;
    return verbs.length === 0 && losing === null ? null : { splits: verbs, losing };
  });
  const ids = new Map(Object.entries(groups).map(([name, list]) => [name as GroupList, new Set(list)]));
  return {
    is: (list, item) => {
      if (item === undefined) return false;
      const lists = listsOf.of(item.word);
      return lists !== NO_LISTS && lists.has(list); // most words are on none
    },
    has: (list, group) => group !== null && ids.get(list)!.has(group),
    loss: (word) => losses.of(word),
    kind: (form) => (form === undefined ? null : (counted.get(form) ?? counted.get(form.replace(/^ال/, '')) ?? null)),
    sharedKind: (word) => shared[word] ?? null,
    partner: (form) => (form === undefined ? null : (joint.get(form.replace(/^و(?:ال)?/, '')) ?? null)),
    finer: (group) => finer[group] ?? null,
    general: (group) => general[group] ?? group,
  };
};
