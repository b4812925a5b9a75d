import type { Given } from '@isnad/model';
import { canonical } from '../canonical.js';
import type { InputFile, InputState, KeptInput } from '../store.js';

/** An input as a store keeps it. */
export interface InputRow {
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly facts: string;
  readonly state: InputState;
  readonly at: string;
  readonly by: string;
}

/** A row as the input that it stands for. */
export const keptInput = ({ facts, ...row }: InputRow): KeptInput => ({
  ...row,
  ...(JSON.parse(facts) as { given: Given; url?: string; columns?: Readonly<Record<string, unknown>> }),
});

/** What is known of an input besides its bytes. */
export const inputFacts = ({ given, url, columns }: InputFile): string =>
  canonical({ given, ...(url === undefined ? {} : { url }), ...(columns === undefined ? {} : { columns }) });
