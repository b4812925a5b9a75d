import { activeDecisions, type Claim, type Decision } from '@isnad/model';
import type { Level } from './alpha.js';

/** Fields that coders are compared in; a verdict is what they made of the claim as a whole. */
export const FIELDS: Readonly<Record<string, Level>> = {
  verdict: 'nominal',
  type: 'nominal',
  actors: 'nominal',
  targets: 'nominal',
  places: 'nominal',
  date: 'nominal',
  modality: 'nominal',
  measure: 'nominal',
  group: 'nominal',
  scope: 'nominal',
  min: 'ratio',
  max: 'ratio',
};

/** What one coder made of one claim. */
export interface Coding {
  readonly by: string;
  readonly claim: string;
  /** The decisions that it rests on, oldest first. */
  readonly decisions: readonly string[];
  /** All of them are in force: nobody has adjudicated. */
  readonly inForce: boolean;
  readonly values: ReadonlyMap<string, string | number>;
}

const JUDGING = new Set<Decision['kind']>(['accept', 'correct', 'reject']);

const plain = (value: unknown): string | number => {
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (Array.isArray(value))
    return value
      .map((one) => (typeof one === 'object' && one !== null && 'id' in one ? String(one.id) : String(one)))
      .sort()
      .join(' ');
  return value === null || value === undefined ? '–' : JSON.stringify(value);
};

/**
 * What each coder made of each claim: whoever accepts or corrects a claim gives every field a value, that of the reader
 * where it was left alone; who rejects it gives a verdict only. A decision that its own author took back does not
 * count; one that somebody else retired was adjudicated and still does.
 */
export const codingsOf = (
  decisions: readonly Decision[],
  asRead: (claim: string) => Claim | undefined,
): readonly Coding[] => {
  const authors = new Map(decisions.map(({ id, by }) => [id, by]));
  const active = activeDecisions(decisions);
  const inForce = new Set(active.map(({ id }) => id));
  const takenBack = new Set(
    active.flatMap(({ retires, by }) => (retires !== null && authors.get(retires) === by ? [retires] : [])),
  );
  const found = new Map<string, Decision[]>();
  for (const decision of decisions) {
    const isRetirement = decision.kind === 'accept' && decision.retires !== null;
    if (!JUDGING.has(decision.kind) || takenBack.has(decision.id) || isRetirement) continue;
    for (const claim of decision.about) {
      if (!asRead(claim)) continue;
      const key = `${claim}\n${decision.by}`;
      const some = found.get(key);
      if (some) some.push(decision);
      else found.set(key, [decision]);
    }
  }
  return [...found].map(([key, some]): Coding => {
    const [claim, by] = key.split('\n') as [string, string];
    const read = asRead(claim)!;
    const values = new Map<string, string | number>();
    const last = some.at(-1)!;
    const fields = Object.assign(
      {},
      read,
      ...some.map(({ kind, value }) => (kind === 'correct' ? value : {})),
    ) as Record<string, unknown>;
    const isCorrected = some.some(({ kind }) => kind === 'correct');
    values.set('verdict', last.kind === 'accept' && isCorrected ? 'correct' : last.kind);
    if (last.kind !== 'reject')
      for (const field of Object.keys(FIELDS)) if (field in read) values.set(field, plain(fields[field]));
    return { by, claim, decisions: some.map(({ id }) => id), inForce: some.every(({ id }) => inForce.has(id)), values };
  });
};
