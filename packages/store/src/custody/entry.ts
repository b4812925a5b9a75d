import { createHash } from 'node:crypto';
import type { Stamp } from '../stamp.js';

/** What can happen to a case. `expunge` is the one that removes. */
export type Deed =
  | 'create'
  | 'preserve'
  | 'extract'
  | 'appear'
  | 'read'
  | 'complete'
  | 'decide'
  | 'build'
  | 'release'
  | 'fetch'
  | 'expunge'
  | 'migrate';

/** Something that was done. Hashes only, no names or wording: an entry can never be taken out again. */
export interface Act {
  readonly what: Deed;
  /** Id of a report, an input, a decision; the thing that it was done to. */
  readonly subject: string;
  /** `sha256:…` of what went in and what came out; null where there is none. */
  readonly input: string | null;
  readonly output: string | null;
}

/** One line of the custody log, chained to the line before it. */
export interface CustodyEntry extends Act, Stamp {
  /** 1 for the first. */
  readonly number: number;
  /** Hash of the line before; of the first, 64 zeros. */
  readonly previous: string;
  readonly hash: string;
}

export const FIRST = '0'.repeat(64);

export const sha256 = (content: string | Uint8Array): string =>
  `sha256:${createHash('sha256').update(content).digest('hex')}`;

/** The hash of a line: over all its fields in this order, so that none can be changed, moved or left out. */
export const chained = (entry: Omit<CustodyEntry, 'hash'>): string => {
  const { number, at, by, what, subject, input, output, tool, version, previous } = entry;
  const fields = [number, at, by, what, subject, input, output, tool, version, previous];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
};

/** Lines for what was done, behind the last one. */
export const chainedOnto = (
  last: CustodyEntry | undefined,
  acts: readonly Act[],
  { at, by, tool, version }: Stamp,
): readonly CustodyEntry[] => {
  let [number, previous] = last ? [last.number, last.hash] : [0, FIRST];
  return acts.map(({ what, subject, input, output }) => {
    const entry = { number: ++number, at, by, what, subject, input, output, tool, version, previous };
    previous = chained(entry);
    return { ...entry, hash: previous };
  });
};

/** The first line at which a log does not follow from the line before it; null when it is whole. */
export const brokenAt = (entries: Iterable<CustodyEntry>, after?: CustodyEntry): CustodyEntry | null => {
  let [number, previous] = after ? [after.number, after.hash] : [0, FIRST];
  for (const entry of entries) {
    if (entry.number !== number + 1 || entry.previous !== previous || entry.hash !== chained(entry)) return entry;
    number = entry.number;
    previous = entry.hash;
  }
  return null;
};
