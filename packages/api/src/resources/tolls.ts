import { z } from '@hono/zod-openapi';
import { bilingual, edtf, list, pageOf, paging, several } from '../shapes.js';
import { check } from './incidents.js';

export const toll = z
  .object({
    id: z.string(),
    source: z.string(),
    measure: z.string(),
    group: z.string(),
    from: edtf.nullable(),
    to: edtf.nullable(),
    area: z.string().nullable(),
    areaName: bilingual.nullable(),
    partOf: z.string().nullable(),
    parts: list(z.string()),
    points: list(
      z
        .object({
          as_of: edtf.nullable(),
          min: z.number().nullable(),
          max: z.number().nullable(),
          approximate: z.boolean(),
          claim: z.string(),
          report: z.string(),
          outlet: z.string().nullable(),
          quote: z.string().openapi({ description: 'The words that say it, private names covered.' }),
        })
        .readonly(),
    ),
    checks: list(check),
  })
  .readonly()
  .openapi('Toll');

export const tollPage = pageOf(toll).openapi('TollPage');
export const tollList = paging.extend({
  source: several,
  measure: several,
  group: several,
  failed: z.enum(['true', 'false']).optional().openapi({ description: 'Only those with a check that fails.' }),
});

export type Toll = z.output<typeof toll>;
