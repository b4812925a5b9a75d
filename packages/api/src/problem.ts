import { z } from '@hono/zod-openapi';

/** What went wrong, in the manner of RFC 9457: the one shape of every error. */
export const problem = z
  .object({
    type: z.literal('about:blank'),
    status: z.int(),
    code: z.string().openapi({ description: 'Stable; see docs/MESSAGES.md.', example: 'api/not-found' }),
    title: z.string().openapi({ description: 'What is wrong.' }),
    detail: z.string().openapi({ description: 'Why, and what to do.' }),
    faults: z
      .array(z.object({ path: z.string(), message: z.string() }).readonly())
      .readonly()
      .optional()
      .openapi({ description: 'What stands where in a request that is not of the expected shape.' }),
  })
  .readonly()
  .openapi('Problem');

export type Problem = z.output<typeof problem>;

export const PROBLEM_TYPE = 'application/problem+json';
