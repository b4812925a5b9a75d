import type { Workshop } from './workshop.js';

/** What the worker is started with. */
export interface WorkshopPlace {
  readonly folder: string;
  readonly by: string;
  readonly gazetteer: string | undefined;
}

/** One call to the worker, and what it answers. */
export type Call = {
  [Task in keyof Workshop]: { readonly task: Task; readonly args: Parameters<Workshop[Task]> };
}[keyof Workshop];

export type Asked = Call & { readonly number: number };

export type Answered =
  | { readonly number: number; readonly ok: true; readonly value: unknown }
  | {
      readonly number: number;
      readonly ok: false;
      readonly why: string;
      readonly told: { readonly code: string; readonly what: string } | null;
    };
