import type { FigureDraft, Made } from '../draft.js';
import type { Splits } from '../harm.js';
import type { MeasureSource, Used } from '../measure.js';
import type { Counting } from '../noun.js';
import { figuresFor } from '../people.js';
import type { Quantity } from '../quantity.js';
import type { Judged, State } from '../state.js';
import type { topicsOf } from '../topic.js';

/** What is prepared once for a sentence. */
export interface Prepared {
  readonly counting: Counting;
  readonly splits: Splits;
  readonly topics: ReturnType<typeof topicsOf>;
}

/** A quantity with all that the rules weigh. */
export interface Context extends Prepared {
  readonly state: State;
  readonly quantity: Quantity;
  /** Whom it counts. */
  readonly group: string;
  /** The whole whose parts are being listed. */
  readonly whole: FigureDraft | undefined;
  /** The last figure of the sentence. */
  readonly last: FigureDraft | undefined;
  /** An earlier figure of the same people. */
  readonly again: FigureDraft | undefined;
  readonly used: Used;
}

/** A rule makes figures of a quantity, decides that it tells none, or leaves it to the next rule (null). */
export type Rule = (context: Context) => readonly Judged[] | null;

/** Figures as parts of the whole now being listed, or of another. */
export const asParts = (
  { state }: Context,
  made: readonly Made[],
  partOf: number | null = state.whole,
): readonly Judged[] => made.map((one) => ({ made: one, partOf }));

/** Figures of the quantity with a measure, in the group given or that of the context. */
export const figures = (
  context: Context,
  source: MeasureSource,
  rule: string,
  group = context.group,
): readonly Made[] => figuresFor(context.counting, context.quantity, group, source, rule);

/** A measure taken from elsewhere than a word before or behind. */
export const measured = (measures: readonly string[], item: number): MeasureSource => ({
  measures,
  item,
  behind: false,
});

/** Harm to people whose noun tells something else of them. */
export const DEADLY: ReadonlySet<string> = new Set(['killed', 'wounded', 'casualties']);
