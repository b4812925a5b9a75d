import { z } from '@hono/zod-openapi';
import { day, edtf, list, names, pageOf, paging, quote, several, span } from '../shapes.js';
import { claim } from './claims.js';
import { decision } from './decisions.js';

export const published = z
  .object({
    edtf: edtf.nullable(),
    basis: z.enum(['stated', 'inferred', 'aligned', 'given', 'none']),
    reason: z.string(),
  })
  .readonly()
  .openapi('Published');

const row = {
  id: z.string(),
  path: z.string(),
  title: z.string().nullable(),
  outlet: z.string().nullable(),
  published,
  roots: list(z.string()),
  copiesOf: list(z.string()),
  url: z.string().nullable(),
  claims: z.int(),
  events: z.int(),
  figures: z.int(),
};

export const reportRow = z.object(row).readonly().openapi('ReportRow');
export const reportPage = pageOf(reportRow).openapi('ReportPage');

export const person = z
  .object({
    ...quote.unwrap().shape,
    role: z.enum(['victim', 'detainee', 'missing', 'witness', 'official', 'leader', 'other']),
    public: z.boolean(),
    covered: z.boolean(),
  })
  .readonly()
  .openapi('PersonMention');

export const report = z
  .object({
    ...row,
    language: z.string().nullable(),
    text: z.string().nullable().openapi({
      description: 'The decoded original; null when it is not at hand. To be shown as text, never as HTML.',
    }),
    names: z.enum(['covered', 'shown']),
    claims: list(claim),
    furniture: list(span),
    masked: list(span).openapi({ description: 'What is no wording, such as the tags of a page; not to be shown.' }),
    scopes: list(
      z.object({ attribution: list(z.string()), start: z.int(), end: z.int(), claims: list(z.string()) }).readonly(),
    ).openapi({ description: 'Stretches of text said by one chain of sources.' }),
    persons: list(person),
    appearances: list(
      z
        .object({
          path: z.string(),
          outlet: z.string().nullable(),
          title: z.string().nullable(),
          published,
          url: z.string().nullable(),
        })
        .readonly(),
    ),
    copiedBy: list(z.string()),
    notes: list(z.object({ code: z.string(), severity: z.string(), message: z.string() }).readonly()),
    decisions: list(decision),
  })
  .readonly()
  .openapi('Report');

export const reportList = paging.extend({
  outlet: several,
  source: several,
  from: day.optional(),
  to: day.optional(),
  undated: z.enum(['with', 'without', 'only']).optional(),
  text: z.string().max(200).optional(),
  sort: z.enum(['published', '-published', '-claims', 'path']).default('published'),
});

export const nameQuery = z.object({ names });

export const reportQuery = nameQuery.extend({
  coder: z.string().min(1).max(120).optional().openapi({
    description:
      'Name of a coder who is to decide independently: the claims as they were read and as this coder decided, without what others decided.',
  }),
});

export type ReportRow = z.output<typeof reportRow>;
export type Report = z.output<typeof report>;
export type PersonMention = z.output<typeof person>;
