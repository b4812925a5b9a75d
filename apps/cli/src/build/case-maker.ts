import type { Gathered } from '@isnad/casework';
import type { CaseRecord, Decision, Note } from '@isnad/model';
import type { Publication } from './swap.js';

export interface MakingOptions {
  /** Day (EDTF) on which the publication is made; it rules what the policy delays. */
  readonly asOf: string;
  /** Let private persons' names through. */
  readonly names: boolean;
}

/** A publication, and what its making has to remark: decisions that were not applied and the like. */
export interface Made {
  readonly files: Publication;
  readonly notes: readonly Note[];
}

/** Readings to a record, and a record to the files of a publication: the record and publish packages, composed. Pure. */
export interface CaseMaker {
  /** The working record: private persons and the notes of what was gathered included. */
  readonly record: (gathered: Gathered, decisions: readonly Decision[]) => CaseRecord;
  /** Forgets what it would use again for another record of the same reports; what it gives afterwards is the same. */
  readonly forget: () => void;
  readonly publication: (record: CaseRecord, gathered: Gathered, options: MakingOptions) => Made;
}
