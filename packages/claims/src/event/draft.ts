import type { Modality } from '@isnad/model';
import type { Roles } from '../frame/roles.js';
import type { Sense } from '../words/senses.js';

/** An event mention on its way to a claim: items of its sentence, type and roles. */
export interface EventDraft {
  readonly sentence: number;
  readonly item: number;
  /** Item behind which its own arguments stand: that of the word, or the و of the group that it tells second. */
  readonly from: number;
  readonly type: string;
  readonly family: string;
  readonly sense: Sense;
  readonly roles: Roles;
  /** The means that gave the type, if any. */
  readonly by: string | null;
  /** Measure of the people whom such an event befalls. */
  readonly counts: string | null;
  readonly countedAs: string | null;
  readonly standing: boolean;
  modality: Modality;
  /** Gives way to another event of its clause: a killing whose means is told. */
  readonly yields: boolean;
  /** The word may point back to an event told before. */
  readonly anaphora: boolean;
  readonly definite: boolean;
}
