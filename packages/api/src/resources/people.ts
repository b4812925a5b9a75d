import { z } from '@hono/zod-openapi';
import { list, names, pageOf, paging, several } from '../shapes.js';

/** Someone harmed whom reports name or describe; the name is null while it is covered. */
export const harmed = z
  .object({
    id: z.string(),
    name: z.string().nullable(),
    described: z.string().nullable(),
    covered: z.boolean(),
    public: z.boolean(),
    sex: z.enum(['female', 'male']).nullable(),
    age: z.number().nullable(),
    roles: list(z.string()),
    incidents: list(z.string()),
    roots: list(z.string()),
    reports: z.int(),
    mentions: list(z.object({ report: z.string(), start: z.int(), end: z.int() }).readonly()),
  })
  .readonly()
  .openapi('HarmedPerson');

export const peoplePage = pageOf(harmed).openapi('PeoplePage');
export const peopleList = paging.extend({ names, role: several, sex: several, incident: several });

export type HarmedPerson = z.output<typeof harmed>;
