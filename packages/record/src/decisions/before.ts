import { type Claim, type Decision, isEdtf, type Note, type Reading, type RecordedClaim } from '@isnad/model';
import { subjectGone, valueUnusable } from './notes.js';

/** Readings as people corrected them, before anything is derived from them. */
export interface Corrected<R extends Reading> {
  readonly readings: readonly R[];
  readonly rejected: readonly RecordedClaim[];
  /** Claims as they were read, of those that a person corrected. */
  readonly originals: readonly RecordedClaim[];
  readonly notes: readonly Note[];
}

/** Fields of a claim that `correct` may set; ids, spans and rules are what was read and stay. */
const CORRECTABLE = new Set([
  'type',
  'actors',
  'targets',
  'places',
  'date',
  'modality',
  'attribution',
  'repeats',
  'measure',
  'group',
  'min',
  'max',
  'approximate',
  'scope',
  'from',
  'to',
  'partOf',
  'event',
  'replaces',
]);

/** Applies what people decided about claims and reports: correct, reject, add, and the date of a report. */
export const correctReadings = <R extends Reading>(
  readings: readonly R[],
  decisions: readonly Decision[],
): Corrected<R> => {
  const reports = new Map(readings.map((reading) => [reading.report.id, reading]));
  const homes = new Map(
    readings.flatMap(({ report, claims }) => claims.map((claim) => [claim.id, report.id] as const)),
  );
  const rejected: RecordedClaim[] = [];
  const originals = new Map<string, RecordedClaim>();
  const notes: Note[] = [];
  const claimOf = (id: string): { readonly reading: R; readonly claim: Claim } | null => {
    const reading = reports.get(homes.get(id) ?? '');
    const claim = reading?.claims.find((one) => one.id === id);
    return reading && claim ? { reading, claim } : null;
  };
  const replace = (reading: R, claims: readonly Claim[]) => reports.set(reading.report.id, { ...reading, claims });

  const correct = (decision: Decision, id: string) => {
    const found = claimOf(id);
    if (!found) return notes.push(subjectGone(decision, id));
    const fields = Object.entries(decision.value ?? {}).filter(([name]) => CORRECTABLE.has(name));
    if (fields.length === 0)
      return notes.push(valueUnusable(decision, `one of the fields ${[...CORRECTABLE].join(', ')}`));
    if (!originals.has(id)) originals.set(id, { ...found.claim, report: found.reading.report.id });
    const corrected = { ...found.claim, ...Object.fromEntries(fields) } as Claim;
    return replace(
      found.reading,
      found.reading.claims.map((claim) => (claim.id === id ? corrected : claim)),
    );
  };
  const reject = (decision: Decision, id: string) => {
    const found = claimOf(id);
    if (!found) return notes.push(subjectGone(decision, id));
    rejected.push({ ...found.claim, report: found.reading.report.id });
    return replace(found.reading, withoutClaim(found.reading.claims, found.claim));
  };
  const add = (decision: Decision, id: string) => {
    const reading = reports.get(id);
    if (!reading) return notes.push(subjectGone(decision, id));
    const claim = decision.value?.claim as Claim | undefined;
    if (!claim?.id || (claim.kind !== 'event' && claim.kind !== 'figure'))
      return notes.push(valueUnusable(decision, 'a claim'));
    homes.set(claim.id, id);
    return replace(reading, [...reading.claims.filter((one) => one.id !== claim.id), claim]);
  };
  const date = (decision: Decision, id: string) => {
    const reading = reports.get(id);
    if (!reading) return; // the date of an incident, decided after clustering
    const edtf = decision.value?.date;
    if (typeof edtf !== 'string' || !isEdtf(edtf)) return void notes.push(valueUnusable(decision, 'an EDTF `date`'));
    const published = { edtf, basis: 'given' as const, reason: `${decision.by}: ${decision.reason}` };
    reports.set(id, { ...reading, report: { ...reading.report, published } });
  };

  const apply: Partial<Record<Decision['kind'], (decision: Decision, id: string) => unknown>> = {
    correct,
    reject,
    add,
    date,
  };
  for (const decision of decisions) for (const id of decision.about) apply[decision.kind]?.(decision, id);
  return { readings: [...reports.values()], rejected, originals: [...originals.values()], notes };
};

/** A rejected claim leaves no one pointing at it: what repeated it repeats what it repeated. */
const withoutClaim = (claims: readonly Claim[], gone: Claim): readonly Claim[] => {
  const heir =
    gone.kind === 'event'
      ? (gone.repeats ?? claims.find((claim) => claim.kind === 'event' && claim.repeats === gone.id)?.id ?? null)
      : null;
  return claims
    .filter((claim) => claim.id !== gone.id)
    .map((claim) => {
      if (claim.kind === 'event')
        return claim.repeats === gone.id ? { ...claim, repeats: claim.id === heir ? null : heir } : claim;
      const event = claim.event === gone.id ? heir : claim.event;
      return { ...claim, event, partOf: claim.partOf === gone.id ? null : claim.partOf };
    });
};
