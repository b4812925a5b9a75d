import { z } from 'zod';
import type { Claim, Reading } from './claim.js';
import { isEdtf } from './edtf.js';
import type { Decision } from './record.js';

/** Schemas of what comes from outside: readings (`--claims`) and decisions. Unknown fields are kept. */

const edtf = z.string().refine(isEdtf, 'not an EDTF date of the supported part');
const offset = z.number().int().nonnegative();
const span = z.looseObject({ start: offset, end: offset });
const quote = span.extend({ text: z.string() });
const count = z.number().nonnegative().nullable();
const ids = z.array(z.string());

const place = quote.extend({
  id: z.string(),
  name: z.string(),
  role: z.enum(['where', 'from', 'to', 'within']),
  lat: z.number().min(-90).max(90).nullable(),
  lon: z.number().min(-180).max(180).nullable(),
  precision: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).nullable(),
});

const said = z.looseObject({
  id: z.string().min(1),
  span: quote,
  places: z.array(place),
  attribution: ids,
  rule: z.string(),
});

const eventClaim = said.extend({
  kind: z.literal('event'),
  type: z.string().min(1),
  trigger: quote,
  actors: ids,
  targets: ids,
  date: edtf.nullable(),
  modality: z.enum(['asserted', 'denied', 'uncertain', 'possible', 'planned']),
  repeats: z.string().nullable(),
});

const figureClaim = said.extend({
  kind: z.literal('figure'),
  measure: z.string().min(1),
  group: z.string().min(1),
  min: count,
  max: count,
  approximate: z.boolean(),
  scope: z.enum(['incident', 'cumulative', 'standing']),
  from: edtf.nullable(),
  to: edtf.nullable(),
  partOf: z.string().nullable(),
  event: z.string().nullable(),
});

const claim = z.discriminatedUnion('kind', [eventClaim, figureClaim]);

const person = quote.extend({
  role: z.enum(['victim', 'detainee', 'missing', 'witness', 'official', 'leader', 'other']),
  public: z.boolean(),
  age: z.number().nonnegative().nullable(),
  sex: z.enum(['female', 'male']).nullable(),
});

const note = span.extend({
  code: z.string(),
  severity: z.enum(['info', 'warning', 'error']),
  message: z.string(),
});

const reading = z.looseObject({
  report: z.looseObject({
    path: z.string(),
    id: z.string().min(1),
    language: z.string(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    published: z.looseObject({
      edtf: edtf.nullable(),
      basis: z.enum(['stated', 'inferred', 'aligned', 'given', 'none']),
      reason: z.string(),
    }),
    furniture: z.array(span),
    namesBeside: z.array(z.string()).optional(),
    url: z.string().optional(),
  }),
  claims: z.array(claim),
  persons: z.array(person),
  notes: z.array(note),
});

const decision = z.looseObject({
  id: z.string().min(1),
  at: z.iso.datetime({ offset: true }),
  by: z.string().min(1),
  kind: z.enum(['accept', 'correct', 'reject', 'add', 'merge', 'split', 'date', 'place', 'grade', 'name', 'expunge']),
  about: z.array(z.string().min(1)),
  value: z.record(z.string(), z.unknown()).optional(),
  reason: z.string(),
  retires: z.string().nullable(),
});

/** What stands where in a value that is not of the expected shape. */
export interface ShapeFault {
  /** Where, as a path of keys: `0.claims.3.date`. */
  readonly path: string;
  readonly message: string;
}

export type Validated<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly ShapeFault[] };

const checkedBy =
  <T>(schema: z.ZodType) =>
  (value: unknown): Validated<T> => {
    const found = schema.safeParse(value);
    // The value itself is handed back: parsing must not drop what other versions add.
    if (found.success) return { ok: true, value: value as T };
    return { ok: false, faults: found.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) };
  };

/** Whether a value is an array of readings, the lines of `isnad read` (contract). */
export const validateReadings: (value: unknown) => Validated<readonly Reading[]> = checkedBy(z.array(reading));

/** Whether a value is an array of decisions, the lines of `decisions.ndjson` (contract). */
export const validateDecisions: (value: unknown) => Validated<readonly Decision[]> = checkedBy(z.array(decision));

/** Whether a value is one claim, such as a person adds. */
export const validateClaim: (value: unknown) => Validated<Claim> = checkedBy(claim);
