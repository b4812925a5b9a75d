import { z } from '@hono/zod-openapi';
import { bilingual, list } from '../shapes.js';

export const sourceRow = z
  .object({
    id: z.string(),
    name: bilingual,
    kind: z.enum(['outlet', 'source', 'report']),
    named: z.boolean(),
    reports: z.int().openapi({ description: 'Reports that it published.' }),
    claims: z.int().openapi({ description: 'Claims of which it is the root.' }),
    quoted: z.int().openapi({ description: 'Claims that pass through it.' }),
    incidents: z.int(),
    alone: z.int().openapi({ description: 'Incidents of which it is the only root.' }),
    copied: z.int().openapi({ description: 'Of its reports, those in copied wording.' }),
  })
  .readonly()
  .openapi('SourceRow');

/** Who depends on whom: an outlet on what it quotes or copies. */
export const dependence = z
  .object({
    from: z.string(),
    to: z.string(),
    how: z.enum(['quotes', 'copies']),
    claims: z.int().openapi({ description: 'Claims quoted; for copies, reports.' }),
  })
  .readonly()
  .openapi('Dependence');

export const sources = z
  .object({ sources: list(sourceRow), dependences: list(dependence) })
  .readonly()
  .openapi('Sources');

export type Sources = z.output<typeof sources>;
export type SourceRow = z.output<typeof sourceRow>;
