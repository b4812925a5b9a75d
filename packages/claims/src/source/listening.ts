import { fold } from '@isnad/arabic';
import type { Sentence } from '../clause/sentence.js';
import type { Item } from '../scan/item.js';
import type { Chain, Heard, Voice } from './heard.js';
import type { Reading } from './named.js';
import { quotedIn } from './quotes.js';
import type { Scope } from './scope.js';
import type { Teller } from './teller.js';
import type { Telling } from './telling.js';

/** A sentence while its attributions are read, item by item: what is known, and what was found so far. */
export interface Listening {
  readonly items: readonly Item[];
  /** Last item. */
  readonly end: number;
  /** A new paragraph began since the sentence before. */
  readonly newParagraph: boolean;
  readonly scopes: Scope[];
  /** What is known where the next source is read; another one each time that somebody was heard. */
  reading: Reading;
  /** First item that no marker and no closing telling covers. */
  covered: number;
  /** Who spoke in this sentence without saying what. */
  pending: Chain | null;
  /** Who is said, at the end of the sentence, to speak the next. */
  announced: Heard['still'];
}

/** Begins to listen to a sentence, after all that the report was heard to say `before`. */
export const listenTo = (sentence: Sentence, before: Heard, teller: Teller): Listening => {
  const { items, start, end } = sentence;
  const newParagraph = teller.text.slice(before.end - 1, start + 1).includes('\n');
  const quoted = quotedIn(items, teller.text, start, end, before.quoted && !newParagraph);
  return {
    items,
    end: items.length - 1,
    newParagraph,
    scopes: [],
    reading: { sentence, quoted, teller, heard: before },
    covered: 0,
    pending: null,
    announced: null,
  };
};

/** Says who tells a stretch; a stretch without items tells nothing. */
export const cover = (
  { scopes }: Listening,
  chain: Chain,
  first: number,
  last: number,
  strength: number | null,
): void => {
  if (first <= last) scopes.push({ chain, first, last, strength });
};

/** One who speaks, over the items `at`–`last`. */
type Spoken = Pick<Telling, 'chain' | 'words' | 'unnamed' | 'asSource' | 'behindMan' | 'at' | 'last'>;

/** Remembers who spoke, and by which names where the sentence tells them. */
export const hear = (listening: Listening, spoken: Spoken, named: boolean): void => {
  const { heard, teller } = listening.reading;
  const { chain } = spoken;
  const names = named
    ? [...spoken.words, ...namesIn(listening.items.slice(spoken.at, spoken.last + 1), teller.text)]
    : [];
  const voice: Voice = {
    chain,
    unnamed: spoken.unnamed,
    asSource: spoken.asSource,
    relays: spoken.behindMan ? chain.slice(0, 1) : null,
  };
  const voices = [voice, ...heard.voices].slice(0, REMEMBERED);
  remember(listening, chain, voices, names.length > 0 ? withNames(heard.persons, names, chain) : heard.persons);
};

/** Remembers that several spoke last, one citing the other. */
export const hearTogether = (listening: Listening, chain: Chain): void =>
  remember(listening, chain, listening.reading.heard.voices, listening.reading.heard.persons);

/** Who spoke last and before; the rest as it was. All fields in one order, so that all have one shape. */
const remember = (listening: Listening, chain: Chain, voices: Heard['voices'], persons: Heard['persons']): void => {
  const { sentence, quoted, teller, heard } = listening.reading;
  const { bodies, still, announced, quoted: open, end } = heard;
  listening.reading = {
    sentence,
    quoted,
    teller,
    heard: { chain, voices, persons, bodies, still, announced, quoted: open, end },
  };
};

/** Voices that are remembered, the ones heard last. */
const REMEMBERED = 12;
/** Names of speakers that are remembered, the ones heard last. */
const NAMES = 200;

const withNames = (known: Heard['persons'], names: readonly string[], chain: Chain): Heard['persons'] => {
  const persons = new Map(known);
  for (const name of names) {
    persons.delete(name);
    persons.set(name, chain);
  }
  for (const name of persons.keys()) {
    if (persons.size <= NAMES) break;
    persons.delete(name);
  }
  return persons;
};

/** Folded words of the names of sources, for «وقال عبد الرحمن» (and Abdulrahman said). */
const namesIn = (items: readonly Item[], text: string): readonly string[] =>
  items.flatMap((item) =>
    item.source?.named
      ? fold(text.slice(item.start, item.end))
          .split(/[^\p{L}]+/u)
          .filter((word) => word.length > 2)
      : [],
  );
