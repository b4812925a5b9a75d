import { readFileSync } from 'node:fs';
import { Failure, systemReason } from '../failure.js';

export interface Line {
  /** 1 for the first. */
  readonly number: number;
  /** The parsed line, or what is wrong with it. */
  readonly value: { readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly why: string };
}

/** The non-empty lines of an NDJSON file. */
export const readNdjson = (file: string): readonly Line[] => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const what = `cannot read ${file}: ${systemReason(error)}`;
    throw new Failure('cli/unreadable-file', what, 'Check its name and its permissions.', { cause: error });
  }
  return text
    .replace(/^\ufeff/, '')
    .split('\n')
    .flatMap((line, index): Line[] => {
      if (line.trim() === '') return [];
      try {
        return [{ number: index + 1, value: { ok: true, json: JSON.parse(line) } }];
      } catch (error) {
        const why = error instanceof Error ? error.message : 'no JSON';
        return [{ number: index + 1, value: { ok: false, why } }];
      }
    });
};
