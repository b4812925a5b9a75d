import type { Gazetteer, Lexicon, Memo, NameEntry, Phrases, Place } from '@isnad/lexicon';
import type { DateMention, NumberMention, Word } from '@isnad/text';
import type { Speech } from '../source/speech.js';
import type { FunctionWord } from '../words/functions.js';
import type { Senses } from '../words/senses.js';
import type { Item } from './item.js';

/** Everything that is matched against the tokens. */
export interface Scanners {
  readonly lexicon: Lexicon;
  readonly gazetteer: Gazetteer;
  readonly senses: Senses;
  readonly functions: Phrases<FunctionWord>;
  /** Words of reported speech, whatever else they are. */
  readonly speech: Phrases<Speech>;
  /** Reporting verbs and cues that are verbs, inflected. */
  readonly verbs: Phrases<NameEntry>;
  /** Verbs and verbal nouns that tell a measure (أصيب, إصابة), inflected. */
  readonly harms: Phrases<string>;
  /** Names of imported places that may stand without a head noun; null without an import. */
  readonly imported: Phrases<Place> | null;
  /** The automata that make items; each has a bit in what is known of a word. */
  readonly automata: readonly Phrases<unknown>[];
  /** What may begin with a word; null for most words, which begin nothing. */
  readonly begins: Memo<Word, Beginning | null>;
  /** The automata, by their bits, in which a word stands behind the first of a phrase. */
  readonly follows: Memo<Word, number>;
}

/** What is known of a distinct word that something may begin with. */
export interface Beginning {
  /** The automata, by their bits, with phrases of more than one word that begin with it. */
  readonly longer: number;
  /** It names or announces places, which what stands before it rules, too. */
  readonly place: boolean;
  /** The item that the word makes by itself, null for none; undefined until it was met so, or where its place rules it. */
  alone: Item | null | undefined;
}

/** Numbers and dates of a report by the token at which they begin; every token asks. */
export interface Marked {
  readonly numbers: readonly (NumberMention | undefined)[];
  readonly dates: readonly (DateMention | undefined)[];
}
