import { z } from '@hono/zod-openapi';
import { work } from './work.js';

/** What /api/events sends, one JSON object a `data` line; `event` names the kind. */
export const liveEvent = z
  .discriminatedUnion('event', [
    z.object({ event: z.literal('hello'), revision: z.string() }).readonly(),
    z.object({ event: z.literal('decision'), id: z.string(), by: z.string(), revision: z.string() }).readonly(),
    z
      .object({
        event: z.literal('build'),
        stage: z.enum(['started', 'reading', 'record', 'failed']),
        done: z.int(),
        total: z.int(),
        code: z.string().optional().openapi({ description: 'Why it failed; see docs/MESSAGES.md.' }),
      })
      .readonly(),
    z.object({ event: z.literal('record'), revision: z.string() }).readonly(),
    z.object({ event: z.literal('work'), work }).readonly(),
  ])
  .openapi('LiveEvent');

export type LiveEvent = z.output<typeof liveEvent>;
