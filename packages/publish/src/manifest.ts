import { createHash } from 'node:crypto';
import type { CaseRecord } from '@isnad/model';
import { canonicalLines } from './canonicalJson.js';

export interface ManifestInput {
  readonly record: Pick<CaseRecord, 'case' | 'program'>;
  readonly asOf: string;
  /** Private persons' names were let through. */
  readonly names: boolean;
  /** The publisher's reason for lifting the delay and coarsening of sensitive facts; null when they stand. */
  readonly lifted: string | null;
  /** What went in, by path or name, as the caller would have it named. */
  readonly inputs: readonly { readonly path: string; readonly sha256: string }[];
  readonly outputs: ReadonlyMap<string, string | Uint8Array>;
}

/** Hexadecimal SHA-256 of bytes or of the UTF-8 of a text. */
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : 0;

/** `manifest.json`: what went in and came out with its SHA-256, by which versions, as of which day. */
export const manifest = ({ record, asOf, names, lifted, inputs, outputs }: ManifestInput): string =>
  canonicalLines({
    case: record.case,
    program: record.program,
    as_of: asOf,
    names,
    policy_lifted: lifted,
    inputs: inputs.map(({ path, sha256: hash }) => ({ path, sha256: hash.replace(/^sha256:/, '') })).sort(byPath),
    outputs: [...outputs].map(([path, content]) => ({ path, sha256: sha256(content) })).sort(byPath),
  });
