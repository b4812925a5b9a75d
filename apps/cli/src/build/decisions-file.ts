import type { Decision, DecisionKind } from '@isnad/model';
import { readNdjson } from '../disk/ndjson.js';
import { faultIn } from '../disk/shape.js';
import { Failure } from '../failure.js';

const KINDS: readonly DecisionKind[] = [
  'accept',
  'correct',
  'reject',
  'add',
  'merge',
  'split',
  'date',
  'place',
  'grade',
  'name',
  'expunge',
];
const FIELDS = {
  id: 'string',
  at: 'string',
  by: 'string',
  about: 'list',
  reason: 'string',
  retires: 'string?',
} as const;

const faultOf = (json: unknown): string | null => {
  const fault = faultIn(json, FIELDS);
  if (fault !== null) return fault;
  const { kind } = json as Decision;
  return KINDS.includes(kind) ? null : `kind must be one of ${KINDS.join(', ')}`;
};

/**
 * The decisions of a file. One that cannot be read stops the build: a record without what a person decided
 * would look whole and be wrong.
 */
export const readDecisions = (file: string): readonly Decision[] =>
  readNdjson(file).map(({ number, value }) => {
    const fault = value.ok ? faultOf(value.json) : `is no JSON (${value.why})`;
    if (fault === null && value.ok)
      return { ...(value.json as Decision), retires: (value.json as Partial<Decision>).retires ?? null };
    throw new Failure('cli/bad-decision', `${file}:${number}: ${fault}`, 'Mend that line; nothing was built.');
  });
