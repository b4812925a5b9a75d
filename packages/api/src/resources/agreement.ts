import { z } from '@hono/zod-openapi';
import { list, pageOf, paging } from '../shapes.js';

/** Krippendorff's alpha of what coders decided about the same claims, field by field. */
export const agreement = z
  .object({
    coders: list(z.object({ by: z.string(), decisions: z.int(), claims: z.int() }).readonly()),
    fields: list(
      z
        .object({
          field: z.string(),
          level: z.enum(['nominal', 'interval', 'ratio']),
          alpha: z.number().nullable().openapi({
            description: '1 full agreement, 0 what chance would give; null where it cannot be computed.',
          }),
          units: z.int().openapi({ description: 'Claims that two coders or more decided on.' }),
          values: z.int().openapi({ description: 'Values given to these.' }),
          disagreements: z.int(),
        })
        .readonly(),
    ),
  })
  .readonly()
  .openapi('Agreement');

export const disagreement = z
  .object({
    id: z.string(),
    field: z.string(),
    claim: z.string(),
    report: z.string().nullable(),
    incident: z.string().nullable(),
    values: list(z.object({ by: z.string(), value: z.string(), decision: z.string() }).readonly()),
  })
  .readonly()
  .openapi('Disagreement');

export const disagreementPage = pageOf(disagreement).openapi('DisagreementPage');
export const disagreementList = paging;

export type Agreement = z.output<typeof agreement>;
export type Disagreement = z.output<typeof disagreement>;
