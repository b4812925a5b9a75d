import { z } from '@hono/zod-openapi';
import { ROLES } from '@isnad/model';
import { bilingual, id, list, pageOf, paging } from '../shapes.js';

export const QUEUES = [
  'disputes',
  'look-alikes',
  'failed-checks',
  'ambiguous-places',
  'low-confidence',
  'undated-reports',
  'orphaned-decisions',
  'coder-disagreements',
] as const;

export const queueName = z.enum(QUEUES).openapi('QueueName');

/** Something that needs judgement. A decision of kind `accept` whose value `settles` its id takes it off. */
export const task = z
  .object({
    id: z.string(),
    queue: queueName,
    kind: z.string(),
    explain: bilingual,
    about: list(id).openapi({ description: 'Claims, incidents or reports that a decision would be about.' }),
    incident: z.string().nullable(),
    report: z.string().nullable(),
  })
  .readonly()
  .openapi('Task');

export const taskPage = pageOf(task).openapi('TaskPage');
export const taskList = paging;

export const overview = z
  .object({
    case: z.string(),
    program: z.object({ name: z.string(), version: z.string(), lexicon: z.string() }).readonly(),
    revision: z.string(),
    record: z.enum(['current', 'building', 'failed']).openapi({
      description: 'Whether these answers show all that was decided; `failed`: the last build did not succeed.',
    }),
    writable: z.boolean().openapi({ description: 'Whether whoever asks can decide in this case.' }),
    viewer: z
      .object({
        name: z.string().nullable().openapi({ description: 'Who is signed in; null where nobody has to.' }),
        role: z.enum(ROLES),
      })
      .readonly(),
    counts: z
      .object({
        reports: z.int(),
        undated: z.int(),
        copies: z.int(),
        outlets: z.int(),
        claims: z.int(),
        rejected: z.int(),
        incidents: z.int(),
        roots: z.int(),
        tolls: z.int(),
        places: z.int(),
        people: z.int(),
        disputes: z.int(),
        checks: z.int(),
        decisions: z.int(),
      })
      .readonly(),
    days: z.object({ first: z.string().nullable(), last: z.string().nullable() }).readonly(),
    queues: list(z.object({ queue: queueName, open: z.int(), settled: z.int() }).readonly()),
    changes: z
      .object({
        since: z.string().nullable(),
        decisions: z.int(),
        reports: z.int().nullable().openapi({ description: 'Reports added since; null when not known.' }),
        by: list(z.object({ by: z.string(), decisions: z.int() }).readonly()),
      })
      .readonly(),
  })
  .readonly()
  .openapi('Overview');

export const overviewQuery = z.object({
  since: z.iso.datetime({ offset: true }).optional().openapi({ description: 'Time of the last visit (RFC 3339).' }),
});

export type Overview = z.output<typeof overview>;
export type Task = z.output<typeof task>;
export type QueueName = z.output<typeof queueName>;
