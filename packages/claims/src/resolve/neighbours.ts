import type { Place } from '@isnad/lexicon';

/** How many places count as named beside another: more than any report names, few enough for a text as long as a book. */
const KEPT = 100;

/** The places named around a name, which help to tell which of its namesakes is meant: those said last. */
export class Neighbours {
  /** The one said longest ago first. */
  readonly #said: Set<Place>;
  #listed: readonly Place[] | null = null;

  /** `named`: the places that the report names without ambiguity. */
  constructor(named: readonly Place[]) {
    this.#said = new Set(named.slice(0, KEPT));
  }

  add(place: Place): void {
    if (!this.#said.delete(place)) this.#listed = null;
    this.#said.add(place);
    if (this.#said.size <= KEPT) return;
    for (const oldest of this.#said) {
      this.#said.delete(oldest);
      break;
    }
  }

  get places(): readonly Place[] {
    this.#listed ??= [...this.#said];
    return this.#listed;
  }
}
