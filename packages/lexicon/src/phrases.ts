import { folded } from './folded.js';
import { Memo, type Remembering } from './memo.js';

/** A written word as the automaton sees it: its folded form and the ways to cut its clitics. */
export interface Cuttable extends Remembering {
  readonly form: string;
  readonly cuts: readonly {
    readonly proclitics: string;
    readonly definite: boolean;
    readonly stem: string;
    readonly enclitic: string;
  }[];
}

/** What was found at a position: the value, the words it takes, and the proclitics before it. */
export interface PhraseHit<T> {
  readonly value: T;
  /** Number of tokens, quotation marks inside the phrase included. */
  readonly length: number;
  readonly proclitics: string;
  /** Pronoun behind the last word, when the phrase is a single word. */
  readonly enclitic: string;
}

interface Node<T> {
  /** Null until a phrase goes on behind it. */
  next: Map<string, Node<T>> | null;
  readonly values: T[];
}

interface Entry<T> {
  readonly node: Node<T>;
  readonly proclitics: string;
  readonly enclitic: string;
}

/** What a word is to an automaton, whatever stands behind it. */
interface Known<T> {
  readonly entries: readonly Entry<T>[];
  /** The word by itself, and the same with a pronoun behind. */
  readonly alone: readonly PhraseHit<T>[];
  readonly withPronouns: readonly PhraseHit<T>[];
  /** Longer phrases begin with it. */
  readonly goesOn: boolean;
}

interface Token {
  readonly word: Cuttable;
  readonly kind: string;
}

const NOTHING: readonly never[] = [];
const UNKNOWN: Known<never> = { entries: NOTHING, alone: NOTHING, withPronouns: NOTHING, goesOn: false };

/**
 * The automaton over the lexicon: phrases of one or more words, matched by words rather than letters.
 * The first word may carry proclitics; quotation marks between words are read over. Each distinct word
 * is looked up at the root once, however often it occurs.
 */
export class Phrases<T> {
  readonly #root: Node<T> = { next: new Map(), values: [] };
  /** Words behind the first of a phrase. */
  readonly #later = new Set<string>();
  #known = new Memo<Cuttable, Known<T>>((word) => this.#lookUp(word));
  #continues = new Memo<Cuttable, boolean>(({ form }) => this.#later.has(form));
  /** Words were looked up before the last phrase was added. */
  #stale = false;
  /** Phrases added so far. */
  size = 0;

  /** Adds a phrase as people write it; spelling is folded here. */
  add(phrase: string, value: T): void {
    this.addFolded(folded(phrase).replace(/["']/g, ' '), value);
  }

  /** Adds a phrase that is folded already and has no quotation marks. */
  addFolded(phrase: string, value: T): void {
    let node = this.#root;
    for (const word of withoutClitic(phrase).split(' ')) {
      if (!word) continue;
      node.next ??= new Map();
      if (node !== this.#root) this.#later.add(word);
      let next = node.next.get(word);
      if (!next) {
        next = { next: null, values: [] };
        node.next.set(word, next);
      }
      node = next;
    }
    if (node === this.#root) return;
    node.values.push(value);
    this.size++;
    this.#stale = true;
  }

  /**
   * Everything that begins at `tokens[at]`: longest first; of equal length, the least cut first.
   * `pronouns` also tries single words with a pronoun behind (قواته, his forces). Where no phrase of more than
   * one word begins, the same word gives the same array.
   */
  at(tokens: readonly Token[], at: number, pronouns = false): readonly PhraseHit<T>[] {
    const first = tokens[at];
    if (first?.kind !== 'word') return NOTHING;
    const known = this.#of(first.word);
    if (!known.goesOn) return pronouns ? known.withPronouns : known.alone;
    const alone = pronouns ? known.withPronouns : known.alone;
    const next = tokens[behind(tokens, at, 1)];
    if (next === undefined || !this.#continues.of(next.word) || !goesOn(known.entries, next.word.form)) return alone;
    const hits = follow(known.entries, tokens, at, pronouns);
    return hits.length > alone.length ? hits.sort((a, b) => b.length - a.length) : alone;
  }

  /** Whether a folded word, nothing cut off, is one of the phrases by itself. */
  has(word: string): boolean {
    return (this.#root.next?.get(word)?.values.length ?? 0) > 0;
  }

  /** Whether a folded phrase, nothing cut off, is one of those added. */
  holds(phrase: string): boolean {
    let node: Node<T> | undefined = this.#root;
    for (const word of withoutClitic(phrase).split(' ')) if (word) node = node?.next?.get(word);
    return (node?.values.length ?? 0) > 0;
  }

  /** Whether anything may begin with a word, pronouns behind it included. */
  mayBegin(word: Cuttable): boolean {
    return this.#of(word) !== UNKNOWN;
  }

  #of(word: Cuttable): Known<T> {
    if (this.#stale) {
      this.#known = new Memo((one) => this.#lookUp(one));
      this.#continues = new Memo(({ form }) => this.#later.has(form));
      this.#stale = false;
    }
    return this.#known.of(word);
  }

  #lookUp(word: Cuttable): Known<T> {
    const roots = this.#root.next!;
    const entries: Entry<T>[] = [];
    const seen = new Set<Node<T>>();
    // A single letter has no cuts, yet begins spelt-out abbreviations: أ ف ب (AFP).
    const whole = roots.get(word.form);
    if (whole) {
      seen.add(whole);
      entries.push({ node: whole, proclitics: '', enclitic: '' });
    }
    for (const cut of word.cuts) {
      const node = roots.get(cut.definite ? `ال${cut.stem}` : cut.stem);
      if (!node || seen.has(node)) continue;
      seen.add(node);
      entries.push({ node, proclitics: cut.proclitics, enclitic: cut.enclitic });
    }
    if (entries.length === 0) return UNKNOWN;
    const hits = entries.flatMap(({ node, proclitics, enclitic }) =>
      node.values.map((value): PhraseHit<T> => ({ value, length: 1, proclitics, enclitic })),
    );
    const goesOn = entries.some(({ node, enclitic }) => !enclitic && node.next !== null);
    return { entries, alone: hits.filter(({ enclitic }) => !enclitic), withPronouns: hits, goesOn };
  }
}

/** Whether a longer phrase may be spelt: the next token is the second word of one. */
const goesOn = (entries: readonly Entry<unknown>[], next: string): boolean => {
  for (const { node, enclitic } of entries) if (!enclitic && node.next?.has(next)) return true;
  return false;
};

/** Index of the token behind the `length` tokens from `at` on, quotation marks read over. */
const behind = (tokens: readonly Token[], at: number, length: number): number => {
  let ahead = at + length;
  while (tokens[ahead]?.kind === 'mark' && isQuote(tokens[ahead]!.word.form)) ahead++;
  return ahead;
};

/** All phrases that the tokens go on to spell, entry by entry. */
const follow = <T>(
  entries: readonly Entry<T>[],
  tokens: readonly Token[],
  at: number,
  pronouns: boolean,
): PhraseHit<T>[] => {
  const hits: PhraseHit<T>[] = [];
  for (const { node, proclitics, enclitic } of entries) {
    if (enclitic && !pronouns) continue;
    let here: Node<T> | undefined = node;
    let length = 1;
    while (here) {
      for (const value of here.values) hits.push({ value, length, proclitics, enclitic });
      if (here.next === null || enclitic) break;
      const ahead = behind(tokens, at, length);
      const token = tokens[ahead];
      here = token ? here.next.get(token.word.form) : undefined;
      length = ahead - at + 1;
    }
  }
  return hits;
};

/**
 * A form that ends in a preposition written on the next word (تمهيدا لـ, in preparation for) is matched up to
 * there. A letter behind a letter is no preposition: أ ف ب (AFP).
 */
const withoutClitic = (phrase: string): string =>
  phrase.endsWith(' ل') || phrase.endsWith(' ب') ? phrase.replace(/(\S{2,}) .$/, '$1') : phrase;

const isQuote = (form: string): boolean => form === '"' || form === "'";
