import type { Modality } from '@isnad/model';
import type { Sentence } from './sentence.js';

/** A word that puts what it governs in another light: `first`–`last` are the items that it reaches. */
export interface Operator {
  readonly modality: Exclude<Modality, 'asserted'>;
  readonly at: number;
  readonly first: number;
  readonly last: number;
  /** It governs the first event that it reaches and those joined to it, not all of them. */
  readonly one: boolean;
  /** It reaches into relative clauses: الأنباء التي تتحدث عن غارة (the reports that tell of a raid). */
  readonly deep: boolean;
  /** It puts in doubt no event that is told of as known: ما إذا أسفر الهجوم (whether the attack resulted). */
  readonly spares: 'known' | null;
}

/** What a word of one kind puts in another light: `nothing` where it is of that kind and reaches nothing, null where it is not. */
export type Found = Operator | 'nothing' | null;

/** Asks whether the word at an item is an operator of one kind. */
export type OperatorRule = (sentence: Sentence, at: number) => Found;

const over =
  (how: Partial<Pick<Operator, 'one' | 'deep' | 'spares'>>) =>
  (modality: Operator['modality'], at: number, first: number, last: number): Operator => ({
    modality,
    at,
    first,
    last,
    one: false,
    deep: false,
    spares: null,
    ...how,
  });

/** An operator that reaches all events from `first` to `last`. */
export const overAll = over({});

/** An operator that reaches relative clauses, too. */
export const overDeep = over({ deep: true });

/** An operator of the first event that it reaches and those joined to it. */
export const overOne = over({ one: true });

/** An operator that reaches all events but those told of as known. */
export const overUnknown = over({ spares: 'known' });
