import { z } from '@hono/zod-openapi';
import { bilingual, list } from '../shapes.js';

export const actorRow = z
  .object({
    id: z.string(),
    name: bilingual,
    kind: z.string().nullable(),
    acted: z.int().openapi({ description: 'Incidents in which it acts.' }),
    targeted: z.int(),
    holds: z.int().openapi({ description: 'Places it is said to hold or have held.' }),
    hostile: z.int().openapi({ description: 'Mentions with a hostile word.' }),
    own: z.int().openapi({ description: 'Mentions in its own wording.' }),
  })
  .readonly()
  .openapi('ActorRow');

/** How one outlet names one side, counted over event claims. */
export const framing = z
  .object({
    actor: z.string(),
    outlet: z.string(),
    stance: z.enum(['hostile', 'own']),
    words: z.string(),
    count: z.int(),
    claims: list(z.string()).openapi({ description: 'At most twenty of them.' }),
  })
  .readonly()
  .openapi('Framing');

export const actors = z
  .object({
    actors: list(actorRow),
    framing: list(framing),
    mentions: list(z.object({ actor: z.string(), outlet: z.string(), count: z.int() }).readonly()).openapi({
      description: 'How often each outlet tells of each side at all, so that framing can be held against it.',
    }),
  })
  .readonly()
  .openapi('Actors');

export type Actors = z.output<typeof actors>;
export type ActorRow = z.output<typeof actorRow>;
