/** A figure on its way to a claim. */
export interface FigureDraft {
  readonly sentence: number;
  /** Items, inclusive. */
  readonly first: number;
  readonly last: number;
  readonly measure: string;
  /** A side or group; `both` for each of the two sides of the fighting told last. */
  readonly group: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly approximate: boolean;
  /** Index, among all figures of the report, of the figure of which it is a part. */
  readonly partOf: number | null;
  /** Item whose word gave the measure, or that is counted. */
  readonly source: number | null;
  readonly rule: string;
}

/** A figure before its whole is known. */
export type Made = Omit<FigureDraft, 'partOf' | 'sentence'>;
