import type { Decision, Note } from '@isnad/model';
import type { Gathered } from './gather.js';
import type { Publication } from './swap.js';

export interface MakingOptions {
  readonly decisions: readonly Decision[];
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

/** Readings to the files of a publication: the record and publish packages, composed. Pure. */
export type CaseMaker = (gathered: Gathered, options: MakingOptions) => Made;
