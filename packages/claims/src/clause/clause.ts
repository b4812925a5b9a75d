/** How a clause hangs on the text before it. */
export type Opener = 'main' | 'coordinated' | 'relative' | 'complement' | 'connector' | 'purpose' | 'resumed';

/** A clause: a run of items with at most one finite verb as its head. Item indices inclusive. */
export interface Clause {
  readonly index: number;
  readonly opener: Opener;
  readonly first: number;
  last: number;
  /** Item of the finite verb. */
  verb: number | null;
  /** Clause on which it hangs. */
  readonly parent: number | null;
  /** Item that a relative clause describes. */
  readonly antecedent: number | null;
}
