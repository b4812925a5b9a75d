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
  /** By the number of the next word; null until a phrase goes on behind it. */
  next: Map<number, Node<T>> | null;
  readonly values: T[];
}

/** A first word. */
interface Root<T> extends Node<T> {
  /** Adds what was to wait until the word is met, in order; null where nothing waits. */
  waiting: (() => void)[] | null;
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
  /** Marks of the words that go on with a phrase behind it, `markOf` each; 0 where no longer phrase begins with it. */
  readonly later: number;
}

interface Token {
  readonly word: Cuttable;
  readonly kind: string;
}

const NOTHING: readonly never[] = [];
/** Number of a word that stands in no phrase behind the first. */
const NO_LATER = -1;
const UNKNOWN: Known<never> = { entries: NOTHING, alone: NOTHING, withPronouns: NOTHING, later: 0 };

/** A bit for a numbered word; several words share it. A quick no, before a table of words is looked into. */
const markOf = (number: number): number => (number === NO_LATER ? 0 : 1 << (number % 30));

/**
 * The automaton over the lexicon: phrases of one or more words, matched by words rather than letters.
 * The first word may carry proclitics; quotation marks between words are read over. Each distinct word
 * is looked up at the root once, however often it occurs.
 */
export class Phrases<T> {
  /** What the first words of phrases lead to. */
  readonly #roots = new Map<string, Root<T>>();
  /** The words behind the first of a phrase, numbered. */
  readonly #later = new Map<string, number>();
  /** The words that were numbered last, before their phrases. */
  #expected: readonly string[] = NOTHING;
  /** Both made by `#of`; not before, as every one made takes a slot on each word. */
  #known!: Memo<Cuttable, Known<T>>;
  #numbers!: Memo<Cuttable, number>;
  /** No word was looked up since the last phrase was added. */
  #stale = true;
  readonly #areNouns: boolean;

  /** `nouns`: the phrases are names, before which the س of the future does not stand («سليمان» is not «will» and ليمان). */
  constructor({ nouns = false }: { readonly nouns?: boolean } = {}) {
    this.#areNouns = nouns;
  }

  /** Adds a phrase as people write it; spelling is folded here. */
  add(phrase: string, value: T): void {
    this.addFolded(plain(phrase), value);
  }

  /** Adds a phrase that is folded already and has no quotation marks. */
  addFolded(phrase: string, value: T): void {
    const [first, ...behind] = wordsOf(phrase);
    if (first === undefined) return;
    const root = this.#rootOf(first);
    for (const word of behind) this.#number(word);
    // Behind those that wait, so that the order of one phrase's values is that of their adding.
    if (root.waiting !== null && behind.length > 0) root.waiting.push(() => this.#insert(root, behind, value));
    else this.#insert(root, behind, value);
    this.#stale = true;
  }

  /**
   * Adds phrases of two and more words that begin with `first` and go on with some of `later`, but makes them only once
   * a text has that word: a noun or verb with all that may stand behind it comes to thousands of phrases, of which
   * texts have few. They are found as if they had been added at once.
   */
  addWhenMet(
    first: string,
    later: readonly string[],
    make: () => Iterable<{ readonly next: string; readonly value: T }>,
  ): void {
    if (later !== this.#expected) for (const next of later) for (const word of wordsOf(plain(next))) this.#number(word);
    this.#expected = later;
    const [start, ...rest] = wordsOf(plain(first));
    if (start === undefined) return;
    for (const word of rest) this.#number(word);
    const root = this.#rootOf(start);
    root.waiting ??= [];
    root.waiting.push(() => {
      for (const { next, value } of make()) this.#insert(root, wordsOf(plain(`${first} ${next}`)).slice(1), value);
    });
    this.#stale = true;
  }

  #rootOf(word: string): Root<T> {
    let root = this.#roots.get(word);
    if (!root) {
      root = { next: null, values: [], waiting: null };
      this.#roots.set(word, root);
    }
    return root;
  }

  #insert(root: Node<T>, behind: readonly string[], value: T): void {
    let node = root;
    for (const word of behind) {
      node.next ??= new Map();
      node = grow(node.next, this.#later.get(word)!);
    }
    node.values.push(value);
  }

  #number(word: string): void {
    if (!this.#later.has(word)) this.#later.set(word, this.#later.size);
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
    const alone = pronouns ? known.withPronouns : known.alone;
    if (known.later === 0) return alone;
    const next = tokens[behind(tokens, at, 1)];
    if (next === undefined || !goesOn(known, this.#numbers.of(next.word))) return alone;
    const hits = follow(known.entries, tokens, at, pronouns, this.#numbers);
    return hits.length > alone.length ? hits : alone;
  }

  /** Whether phrases of more than one word begin with a word. */
  mayGoOn(word: Cuttable): boolean {
    return this.#of(word).later !== 0;
  }

  /** Whether a word stands behind the first of any phrase. */
  mayFollow({ form }: Cuttable): boolean {
    return this.#later.has(form);
  }

  /** Whether the token behind `tokens[at]` may go on with a phrase that begins there. */
  goesOnAt(tokens: readonly Token[], at: number): boolean {
    const known = this.#of(tokens[at]!.word);
    const next = known.later === 0 ? undefined : tokens[behind(tokens, at, 1)];
    return next !== undefined && goesOn(known, this.#numbers.of(next.word));
  }

  /** Whether a folded word, nothing cut off, is one of the phrases by itself. */
  has(word: string): boolean {
    return (this.#roots.get(word)?.values.length ?? 0) > 0;
  }

  /** Whether a folded phrase, nothing cut off, is one of those added. */
  holds(phrase: string): boolean {
    const [first, ...rest] = wordsOf(phrase);
    let node: Node<T> | undefined = first === undefined ? undefined : this.#rootMet(first);
    for (const word of rest) node = node?.next?.get(this.#later.get(word) ?? NO_LATER);
    return (node?.values.length ?? 0) > 0;
  }

  /** Whether anything may begin with a word, pronouns behind it included. */
  mayBegin(word: Cuttable): boolean {
    return this.#of(word) !== UNKNOWN;
  }

  #of(word: Cuttable): Known<T> {
    if (this.#stale) {
      this.#known = new Memo((one) => this.#lookUp(one));
      this.#numbers = new Memo(({ form }) => this.#later.get(form) ?? NO_LATER);
      this.#stale = false;
    }
    return this.#known.of(word);
  }

  /** What a first word leads to, with all that waited for it. */
  #rootMet(word: string): Root<T> | undefined {
    const root = this.#roots.get(word);
    if (root && root.waiting !== null) {
      for (const add of root.waiting) add();
      root.waiting = null;
    }
    return root;
  }

  #lookUp(word: Cuttable): Known<T> {
    const entries: Entry<T>[] = [];
    const seen = new Set<Node<T>>();
    // A single letter has no cuts, yet begins spelt-out abbreviations: أ ف ب (AFP).
    const whole = this.#rootMet(word.form);
    if (whole) {
      seen.add(whole);
      entries.push({ node: whole, proclitics: '', enclitic: '' });
    }
    for (const cut of word.cuts) {
      if (this.#areNouns && cut.proclitics.endsWith(FUTURE)) continue;
      const node = this.#rootMet(cut.definite ? `ال${cut.stem}` : cut.stem);
      if (!node || seen.has(node)) continue;
      seen.add(node);
      entries.push({ node, proclitics: cut.proclitics, enclitic: cut.enclitic });
    }
    if (entries.length === 0) return UNKNOWN;
    const hits = entries.flatMap(({ node, proclitics, enclitic }) =>
      node.values.map((value): PhraseHit<T> => ({ value, length: 1, proclitics, enclitic })),
    );
    let later = 0;
    for (const { node, enclitic } of entries)
      if (!enclitic && node.next !== null) for (const number of node.next.keys()) later |= markOf(number);
    return { entries, alone: hits.filter(({ enclitic }) => !enclitic), withPronouns: hits, later };
  }
}

/** «سيقول» (will say) */
const FUTURE = 'س';

/** A phrase as people write it, folded and without quotation marks. */
const plain = (phrase: string): string => folded(phrase).replace(/["']/g, ' ');

const wordsOf = (phrase: string): string[] =>
  withoutClitic(phrase)
    .split(' ')
    .filter((word) => word !== '');

/** The node that a word leads to, made where there is none. */
const grow = <K, T>(nodes: Map<K, Node<T>>, word: K): Node<T> => {
  let node = nodes.get(word);
  if (!node) {
    node = { next: null, values: [] };
    nodes.set(word, node);
  }
  return node;
};

/** Whether a longer phrase may be spelt: the next token is the second word of one. */
const goesOn = ({ entries, later }: Known<unknown>, next: number): boolean => {
  if ((later & markOf(next)) === 0) return false;
  for (const { node, enclitic } of entries) if (!enclitic && node.next?.has(next)) return true;
  return false;
};

/** Index of the token behind the `length` tokens from `at` on, quotation marks read over. */
const behind = (tokens: readonly Token[], at: number, length: number): number => {
  let ahead = at + length;
  while (tokens[ahead]?.kind === 'mark' && isQuote(tokens[ahead]!.word.form)) ahead++;
  return ahead;
};

/** Puts a hit behind those that are as long. */
const put = <T>(hits: PhraseHit<T>[], hit: PhraseHit<T>): void => {
  let at = hits.length;
  hits.push(hit);
  for (; at > 0 && hits[at - 1]!.length < hit.length; at--) hits[at] = hits[at - 1]!;
  hits[at] = hit;
};

/** All phrases that the tokens go on to spell, the longest first, else entry by entry. */
const follow = <T>(
  entries: readonly Entry<T>[],
  tokens: readonly Token[],
  at: number,
  pronouns: boolean,
  numbers: Memo<Cuttable, number>,
): PhraseHit<T>[] => {
  const hits: PhraseHit<T>[] = [];
  for (const { node, proclitics, enclitic } of entries) {
    if (enclitic && !pronouns) continue;
    let here: Node<T> | undefined = node;
    let length = 1;
    while (here) {
      for (const value of here.values) put(hits, { value, length, proclitics, enclitic });
      if (here.next === null || enclitic) break;
      const ahead = behind(tokens, at, length);
      const token = tokens[ahead];
      here = token ? here.next.get(numbers.of(token.word)) : undefined;
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
