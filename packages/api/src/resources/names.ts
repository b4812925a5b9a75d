import { z } from '@hono/zod-openapi';
import { bilingual } from '../shapes.js';

const named = z.record(z.string(), bilingual);

/** Words for every id that answers of this case hold: fetched once, kept by its ETag. */
export const names = z
  .object({
    types: z.record(
      z.string(),
      z.object({ label: bilingual, family: z.string(), harm: z.string().nullable() }).readonly(),
    ),
    families: named,
    actors: named,
    groups: named,
    measures: named,
    sources: named,
    places: named,
    terms: z.record(z.string(), named).openapi({
      description: 'By table: modalities, grades, kinds of disputes and checks, statuses of control, and the like.',
    }),
  })
  .readonly()
  .openapi('Names');

export type Names = z.output<typeof names>;
