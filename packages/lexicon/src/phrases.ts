import { folded } from './folded.js';

/** A written word as the automaton sees it: its folded form and the ways to cut its clitics. */
export interface Cuttable {
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
  readonly next: Map<string, Node<T>>;
  readonly values: T[];
}

interface Entry<T> {
  readonly node: Node<T>;
  readonly proclitics: string;
  readonly enclitic: string;
}

/**
 * The automaton over the lexicon: phrases of one or more words, matched by words rather than letters.
 * The first word may carry proclitics; quotation marks between words are read over. Each distinct word
 * is looked up at the root once, however often it occurs.
 */
export class Phrases<T> {
  readonly #root: Node<T> = { next: new Map(), values: [] };
  #entries = new WeakMap<Cuttable, readonly Entry<T>[]>();
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
      let next = node.next.get(word);
      if (!next) {
        next = { next: new Map(), values: [] };
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
   * `pronouns` also tries single words with a pronoun behind (قواته, his forces).
   */
  at(
    tokens: readonly { readonly word: Cuttable; readonly kind: string }[],
    at: number,
    pronouns = false,
  ): PhraseHit<T>[] {
    const first = tokens[at];
    if (first?.kind !== 'word') return [];
    const hits: PhraseHit<T>[] = [];
    for (const { node, proclitics, enclitic } of this.#entriesOf(first.word)) {
      if (enclitic) {
        if (pronouns) for (const value of node.values) hits.push({ value, length: 1, proclitics, enclitic });
        continue;
      }
      let here: Node<T> | undefined = node;
      let length = 1;
      while (here) {
        for (const value of here.values) hits.push({ value, length, proclitics, enclitic });
        if (here.next.size === 0) break;
        let ahead = at + length;
        while (tokens[ahead]?.kind === 'mark' && isQuote(tokens[ahead]!.word.form)) ahead++;
        const token = tokens[ahead];
        here = token ? here.next.get(token.word.form) : undefined;
        length = ahead - at + 1;
      }
    }
    return hits.length > 1 ? hits.sort((a, b) => b.length - a.length) : hits;
  }

  #entriesOf(word: Cuttable): readonly Entry<T>[] {
    if (this.#stale) {
      this.#entries = new WeakMap();
      this.#stale = false;
    }
    const known = this.#entries.get(word);
    if (known) return known;
    const found: Entry<T>[] = [];
    const seen = new Set<Node<T>>();
    // A single letter has no cuts, yet begins spelt-out abbreviations: أ ف ب (AFP).
    const whole = this.#root.next.get(word.form);
    if (whole) {
      seen.add(whole);
      found.push({ node: whole, proclitics: '', enclitic: '' });
    }
    for (const cut of word.cuts) {
      const node = this.#root.next.get(cut.definite ? `ال${cut.stem}` : cut.stem);
      if (!node || seen.has(node)) continue;
      seen.add(node);
      found.push({ node, proclitics: cut.proclitics, enclitic: cut.enclitic });
    }
    this.#entries.set(word, found);
    return found;
  }
}

/**
 * A form that ends in a preposition written on the next word (تمهيدا لـ, in preparation for) is matched up to
 * there. A letter behind a letter is no preposition: أ ف ب (AFP).
 */
const withoutClitic = (phrase: string): string =>
  phrase.endsWith(' ل') || phrase.endsWith(' ب') ? phrase.replace(/(\S{2,}) .$/, '$1') : phrase;

const isQuote = (form: string): boolean => form === '"' || form === "'";
