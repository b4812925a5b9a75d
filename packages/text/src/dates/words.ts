import { fold, inflectNoun } from '@isnad/arabic';
import { alike, Memo, type PhraseHit, Phrases } from '@isnad/lexicon';
import type { Token } from '../tokens.js';
import type { Word } from '../words.js';
import calendar from './calendar.json' with { type: 'json' };
import expressions from './expressions.json' with { type: 'json' };
import type { Edge, Unit, Which } from './meaning.js';

/** Part of the day in the terms of the field notes: dawn, morning, noon, afternoon, evening, night. */
export type DayPart = 'fajr' | 'sabah' | 'zuhr' | 'asr' | 'masa' | 'layl';

/** What a word or set phrase contributes to a date. */
export type DateWord =
  | { readonly role: 'month'; readonly month: number; readonly hijri?: boolean; readonly support?: 'some' | 'full' }
  | { readonly role: 'weekday'; readonly weekday: number }
  | { readonly role: 'part'; readonly part: DayPart; readonly night?: boolean }
  | { readonly role: 'part-adverb'; readonly part: DayPart }
  | { readonly role: 'era'; readonly hijri?: boolean }
  | { readonly role: 'unit'; readonly unit: Unit; readonly number: 'one' | 'two' | 'many' }
  | { readonly role: 'pair'; readonly unit: Unit }
  | { readonly role: 'which'; readonly which: Exclude<Which, 'plain'> }
  | { readonly role: 'edge'; readonly edge: Edge }
  | { readonly role: 'season'; readonly months: readonly [number, number] }
  | { readonly role: 'day'; readonly offset: number; readonly part?: DayPart }
  | { readonly role: 'now'; readonly alone?: boolean }
  | {
      readonly role:
        | 'corresponding'
        | 'lately'
        | 'just-now'
        | 'since'
        | 'during'
        | 'lasting'
        | 'until'
        | 'ago'
        | 'later'
        | 'about'
        | 'about-after'
        | 'vague'
        | 'few'
        | 'onset'
        | 'elapsed'
        | 'same'
        | 'same-after'
        | 'then'
        | 'every'
        | 'regularly'
        | 'this'
        | 'last'
        | 'in-a-row'
        | 'ahead';
    };

export type Role = DateWord['role'];

/** A date word as found: the word itself, and whether the article stands before it. */
export interface FoundWord {
  readonly word: DateWord;
  readonly definite: boolean;
}

/** Roles whose words are also read with the article in front. */
const WITH_ARTICLE: ReadonlySet<Role> = new Set<Role>([
  'unit',
  'weekday',
  'part',
  'season',
  'onset',
  'vague',
  'few',
  'which',
]);

type Row = Readonly<Record<string, unknown>> & {
  readonly role: Role;
  readonly forms?: readonly string[];
  readonly adjectives?: readonly string[];
};

const phrases = new Phrases<FoundWord>();
/** First words of all phrases, folded: a quick no for the many words that open no date. */
const firstWords = new Set<string>();
const add = (phrase: string, value: FoundWord) => {
  phrases.add(phrase, value);
  firstWords.add(phrase.split(' ')[0]!);
};
for (const row of alike([...calendar.rows, ...expressions.rows] as readonly Row[])) {
  const { forms, adjectives, source: _source, ...word } = row;
  const inflected = adjectives?.flatMap((singular) =>
    inflectNoun({ singular, gender: 'm', kind: 'adjective' })
      .filter(({ article }) => article)
      .map(({ form }) => form),
  );
  for (const form of new Set([...(forms ?? []), ...(inflected ?? [])].map(fold))) {
    add(form, { word: word as unknown as DateWord, definite: false });
    if (WITH_ARTICLE.has(row.role) && !form.startsWith('ال'))
      add(`ال${form}`, { word: word as unknown as DateWord, definite: true });
  }
}

/** Everything that the words from `index` on may mean in a date, longest first. */
export const dateWordsAt = (tokens: readonly Token[], index: number): readonly PhraseHit<FoundWord>[] =>
  tokens[index] && isDateWord(tokens[index].word) ? phrases.at(tokens, index) : NOTHING;

const known = new Memo<Word, boolean>((word) =>
  word.cuts.some(({ stem, definite, enclitic }) => enclitic === '' && firstWords.has(definite ? `ال${stem}` : stem)),
);

/** Whether a word, its clitics cut, begins any date word or phrase. */
export const isDateWord = (word: Word): boolean => known.of(word);

const NOTHING: readonly PhraseHit<FoundWord>[] = [];

const folded = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(fold));

/** Words that make what follows something other than a date. */
export const NOT_AFTER = {
  weekday: folded(calendar.notAfter.weekday),
  named: folded(calendar.notAfter.named),
  today: folded(expressions.notToday.after),
};

/** Words behind اليوم that make it "day" rather than "today". */
export const NOT_TODAY_BEFORE: ReadonlySet<string> = folded(expressions.notToday.before);
