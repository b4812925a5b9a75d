/** What a thread of a served case is started with. */
export interface Place {
  readonly folder: string;
  readonly by: string;
  readonly gazetteer: string | undefined;
}

/** One call to a thread. */
export interface Asked {
  readonly number: number;
  readonly task: string;
  readonly args: readonly unknown[];
}

/** What comes back: any number of tellings how far it is, then one answer. */
export type Answered =
  | { readonly is: 'told'; readonly number: number; readonly args: readonly unknown[] }
  | { readonly is: 'done'; readonly number: number; readonly value: unknown }
  | {
      readonly is: 'failed';
      readonly number: number;
      /** For the log. */
      readonly why: string;
      /** For a person, where it can be mended. */
      readonly told: { readonly code: string; readonly what: string } | null;
    };
