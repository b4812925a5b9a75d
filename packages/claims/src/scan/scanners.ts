import type { Gazetteer, Lexicon, Memo, NameEntry, Phrases, Place } from '@isnad/lexicon';
import type { DateMention, NumberMention, Word } from '@isnad/text';
import type { Speech } from '../source/speech.js';
import type { FunctionWord } from '../words/functions.js';
import type { Senses } from '../words/senses.js';

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
  /** Whether anything that is matched may begin with a word; most words begin nothing. */
  readonly begins: Memo<Word, boolean>;
}

/** Numbers and dates of a report by the token at which they begin. */
export interface Marked {
  readonly numbers: ReadonlyMap<number, NumberMention>;
  readonly dates: ReadonlyMap<number, DateMention>;
}
