import { z } from '@hono/zod-openapi';

/** How far the reading of a case has come, where workers read it. */
export const work = z
  .object({
    workers: z.int().openapi({ description: 'Programs of the team that are at work now, for whichever case.' }),
    waiting: z.int().openapi({ description: 'Reports that are to be read.' }),
    running: z
      .int()
      .openapi({ description: 'Jobs of this case that a worker has taken: batches of reports, the record.' }),
    done: z.int().openapi({ description: 'Reports that are read.' }),
    set_aside: z.int().openapi({ description: 'Reports that nobody could read; `isnad queue` names them.' }),
  })
  .readonly()
  .openapi('Work');

export const workAnswer = z
  .object({ work: work.nullable().openapi({ description: 'Null where the case is kept on one machine.' }) })
  .readonly()
  .openapi('WorkAnswer');

export type Work = z.output<typeof work>;
