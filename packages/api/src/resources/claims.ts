import { z } from '@hono/zod-openapi';
import { edtf, list, quote } from '../shapes.js';

export const modality = z.enum(['asserted', 'denied', 'uncertain', 'possible', 'planned']).openapi('Modality');

export const mention = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(['where', 'from', 'to', 'within']),
    lat: z.number().nullable(),
    lon: z.number().nullable(),
    precision: z.number().nullable(),
    start: z.int(),
    end: z.int(),
    text: z.string(),
  })
  .readonly()
  .openapi('PlaceMention');

const shared = {
  id: z.string(),
  report: z.string(),
  outlet: z.string().nullable().openapi({ description: 'Outlet of its report.' }),
  published: edtf.nullable().openapi({ description: 'Publication of its report.' }),
  root: z.string().openapi({ description: 'Root source: the last named hop of its chain.' }),
  span: quote,
  places: list(mention),
  attribution: list(z.string()),
  rule: z.string(),
  incident: z.string().nullable(),
  rejected: z.boolean().openapi({ description: 'A person rejected it: it counts nowhere.' }),
  decided: list(z.string()).openapi({ description: 'Ids of the decisions in force about it.' }),
};

export const eventClaim = z
  .object({
    ...shared,
    kind: z.literal('event'),
    type: z.string(),
    trigger: quote,
    actors: list(z.string()),
    targets: list(z.string()),
    date: edtf.nullable(),
    dateReason: z.string().nullable(),
    modality,
    repeats: z.string().nullable(),
    framing: list(
      z
        .object({
          actor: z.string(),
          stance: z.enum(['hostile', 'own']),
          start: z.int(),
          end: z.int(),
          text: z.string(),
        })
        .readonly(),
    ),
  })
  .readonly()
  .openapi('EventClaim');

export const figureClaim = z
  .object({
    ...shared,
    kind: z.literal('figure'),
    measure: z.string(),
    group: z.string(),
    min: z.number().nullable(),
    max: z.number().nullable(),
    approximate: z.boolean(),
    scope: z.enum(['incident', 'cumulative', 'standing']),
    from: edtf.nullable(),
    to: edtf.nullable(),
    partOf: z.string().nullable(),
    event: z.string().nullable(),
    replaces: z.boolean(),
  })
  .readonly()
  .openapi('FigureClaim');

/** What one report says, in one place, with where it stands in the record. */
export const claim = z.discriminatedUnion('kind', [eventClaim, figureClaim]).openapi('Claim');

export const explanation = z
  .object({
    claim: z.string(),
    rule: z.string(),
    lines: list(z.object({ depth: z.int(), text: z.string() }).readonly()).openapi({
      description: 'The tree of rules over the place, line by line; empty when the reader is not at hand.',
    }),
    links: list(z.object({ other: z.string(), because: list(z.string()) }).readonly()).openapi({
      description: 'Why it was held to be of one occurrence with other claims.',
    }),
  })
  .readonly()
  .openapi('Explanation');

export type Claim = z.output<typeof claim>;
export type EventClaim = z.output<typeof eventClaim>;
export type FigureClaim = z.output<typeof figureClaim>;
export type PlaceMention = z.output<typeof mention>;
export type Explanation = z.output<typeof explanation>;
