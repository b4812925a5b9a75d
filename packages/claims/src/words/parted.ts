import { fold } from '@isnad/arabic';
import { Memo } from '@isnad/lexicon';
import type { Word } from '@isnad/text';
import type { Tail } from './behind.js';
import type { Sense } from './senses.js';

/** What a verb may mean where a noun stands behind it, apart from it. */
export interface Parted {
  /** The words of the noun, folded. */
  readonly object: readonly string[];
  readonly sense: Sense;
}

/** A noun behind a preposition is no object. */
const PREPOSITION = /^(?:علي|من|الي)$/;

/** Of long phrases the middle would have to be told too. */
const MOST_WORDS = 2;

const NOTHING: readonly Parted[] = [];

/** Verbs that mean something with a noun that their subject parts from them; made for a verb once a text has it. */
export class PartedVerbs {
  readonly #waiting = new Map<string, (() => readonly Parted[])[]>();
  readonly #known = new Map<string, readonly Parted[]>();
  readonly #begins = new Memo<Word, boolean>(({ form }) => this.#waiting.has(form) || this.#waiting.has(form.slice(1)));

  /** Notes what a folded verb means with each of the nouns that may stand behind it. */
  add(verb: string, tails: () => readonly Tail[], senseOf: (tail: Tail) => Sense): void {
    const make = () =>
      tails().flatMap((tail): Parted[] => {
        const object = fold(tail.next).split(' ');
        return object.length > MOST_WORDS || PREPOSITION.test(object[0]!) ? [] : [{ object, sense: senseOf(tail) }];
      });
    const waiting = this.#waiting.get(verb);
    if (waiting) waiting.push(make);
    else this.#waiting.set(verb, [make]);
  }

  /** Whether an item that begins with a word may be such a verb, a conjunction before it or not: a quick no for most. */
  mayBe(word: Word): boolean {
    return this.#begins.of(word);
  }

  of(verb: string): readonly Parted[] {
    const waiting = this.#waiting.get(verb);
    if (!waiting) return NOTHING;
    let known = this.#known.get(verb);
    if (!known) {
      known = waiting.flatMap((make) => make());
      this.#known.set(verb, known);
    }
    return known;
  }
}
