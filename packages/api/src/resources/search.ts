import { z } from '@hono/zod-openapi';
import { edtf, list, pageOf, paging, span } from '../shapes.js';

export const hit = z
  .object({
    in: z.enum(['report', 'claim']),
    report: z.string(),
    claim: z.string().nullable(),
    incident: z.string().nullable(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    published: edtf.nullable(),
    excerpt: z.string().openapi({ description: 'Words of the report around the hits, private names covered.' }),
    at: z.int().openapi({ description: 'Where the excerpt begins in the text of the report.' }),
    marks: list(span).openapi({ description: 'Hits, as offsets into the excerpt.' }),
  })
  .readonly()
  .openapi('Hit');

export const hitPage = pageOf(hit).openapi('HitPage', {
  description: 'For claims, `total` is an upper bound, and a page may hold fewer than `limit`.',
});
export const searchQuery = paging.extend({
  q: z.string().min(1).max(200).openapi({ description: 'Words, in Arabic or Latin letters; "…" for a phrase.' }),
  in: z.enum(['reports', 'claims']).default('reports'),
});

export type Hit = z.output<typeof hit>;
