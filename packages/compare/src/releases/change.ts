import type { Bilingual } from '@isnad/model';

/** Why something changed between two releases. */
export interface Cause {
  readonly kind:
    | 'report-new'
    | 'report-gone'
    | 'report-changed'
    | 'report-redated'
    | 'decision'
    | 'decision-retired'
    | 'program'
    | 'delay-over'
    | 'elsewhere';
  /** Ids of the reports or the decision. */
  readonly about: readonly string[];
  readonly explain: Bilingual;
}

export type ChangeKind =
  | 'incident-new'
  | 'incident-gone'
  | 'incident-merged'
  | 'incident-split'
  | 'figure'
  | 'date'
  | 'place'
  | 'sides'
  | 'type'
  | 'telling'
  | 'grade'
  | 'sources'
  | 'dispute-new'
  | 'dispute-gone'
  | 'dispute'
  | 'check-failed'
  | 'check-mended'
  | 'check'
  | 'toll-new'
  | 'toll-gone'
  | 'toll'
  | 'control';

/** One change in a sentence of each language, and because of what. */
export interface Change {
  readonly kind: ChangeKind;
  /** Ids of the incidents, the running count, the place, dispute or check that it is about, the earlier first. */
  readonly about: readonly string[];
  readonly say: Bilingual;
  readonly because: readonly Cause[];
}
