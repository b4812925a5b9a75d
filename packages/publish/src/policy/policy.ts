import type { Bilingual } from '@isnad/model';
import table from './policy.json' with { type: 'json' };

/** What a publication holds back, and how far. */
export interface Policy {
  /** Nothing sensitive is published that is younger than this, in days before the as-of day. */
  readonly delayDays: number;
  /** Most words quoted for one claim. */
  readonly quoteWords: number;
  /** Kinds of place (lexicon) to which sensitive places are coarsened. */
  readonly coarsenTo: readonly string[];
  /** Sensitive measures and kinds of place, each with what it stands for; event types say so themselves. */
  readonly measures: Readonly<Record<string, Bilingual>>;
  readonly placeKinds: Readonly<Record<string, Bilingual>>;
  /** Words in a place's name that make it sensitive (مستشفى, hospital). */
  readonly placeWords: Readonly<Record<string, Bilingual>>;
  /** The publisher's reason for lifting the delay and the coarsening; null when they stand. */
  readonly lifted: string | null;
}

/** The policy that stands unless a publisher says otherwise. */
export const standingPolicy: Policy = {
  delayDays: table.delayDays,
  quoteWords: table.quoteWords,
  coarsenTo: table.coarsenTo,
  measures: table.measures,
  placeKinds: table.placeKinds,
  placeWords: table.placeWords,
  lifted: null,
};
