/** A written word that carries what the stages have found out about it. */
export interface Remembering {
  /** By the slot of each `Memo`. */
  readonly memo: unknown[];
}

let slots = 0;

/**
 * What a stage knows of a distinct word, worked out when it is first asked for. It is kept on the word, found by
 * index, and given up together with the word.
 */
export class Memo<W extends Remembering, T extends NonNullable<unknown> | null> {
  readonly #slot = slots++;
  readonly #workOut: (word: W) => T;

  constructor(workOut: (word: W) => T) {
    this.#workOut = workOut;
  }

  of(word: W): T {
    const known = word.memo[this.#slot] as T | undefined;
    if (known !== undefined) return known;
    const found = this.#workOut(word);
    word.memo[this.#slot] = found;
    return found;
  }
}
