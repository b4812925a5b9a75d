import type { FigureDraft, Made } from './draft.js';

/** What has been read of a sentence's figures so far. */
export interface State {
  readonly sentence: number;
  /** Figures of the sentences before. */
  readonly before: readonly FigureDraft[];
  readonly figures: FigureDraft[];
  /** Index (in the report) of the whole whose parts are being listed. */
  whole: number | null;
  /** Measure of the people now listed where no whole was counted: «من بين القتلى موظفون». */
  hint: string | null;
  /** Index of the last figure that is no part. */
  top: number | null;
  /** Item up to which words are used. */
  taken: number;
}

/** A figure with the index of the figure of which it is a part. */
export interface Judged {
  readonly made: Made;
  readonly partOf: number | null;
}

export const figureAt = ({ before, figures }: State, index: number | null): FigureDraft | undefined =>
  index === null ? undefined : index < before.length ? before[index] : figures[index - before.length];

/** Index of the figure read last; -1 when there is none. */
export const lastIndex = ({ before, figures }: State): number => before.length + figures.length - 1;

/** How many figures back a later one may refer: more than any report tells, few enough for a text as long as a book. */
const LOOK_BACK = 500;

/** Index of the last figure that passes a test; -1 when none of those near enough does. */
export const lastWhere = (state: State, test: (figure: FigureDraft) => boolean): number => {
  const last = lastIndex(state);
  for (let index = last; index >= 0 && last - index < LOOK_BACK; index--)
    if (test(figureAt(state, index)!)) return index;
  return -1;
};

/** The last figure that passes a test. */
export const lastOf = (state: State, test: (figure: FigureDraft) => boolean): FigureDraft | undefined =>
  figureAt(state, lastWhere(state, test));

export const add = (state: State, { made, partOf }: Judged): void => {
  state.figures.push({
    sentence: state.sentence,
    first: made.first,
    last: made.last,
    measure: made.measure,
    group: made.group,
    min: made.min,
    max: made.max,
    approximate: made.approximate,
    partOf,
    source: made.source,
    rule: made.rule,
  });
  state.taken = Math.max(state.taken, made.last);
  if (partOf === null) state.top = lastIndex(state);
};
