import { z } from '@hono/zod-openapi';
import { bilingual, list } from '../shapes.js';

/** What a publication holds back, and which forms it can take. */
export const policy = z
  .object({
    delayDays: z.int(),
    quoteWords: z.int(),
    coarsenTo: list(z.string()),
    sensitive: list(
      z.object({ what: z.enum(['measure', 'place-kind', 'place-word']), id: z.string(), name: bilingual }).readonly(),
    ),
  })
  .readonly()
  .openapi('Policy');

export const form = z
  .object({
    id: z.string(),
    about: bilingual,
    ending: z
      .string()
      .nullable()
      .openapi({ description: 'Null for a form of several files, which come as one archive.' }),
  })
  .readonly()
  .openapi('Form');

export const publishing = z
  .object({
    policy,
    forms: list(form),
    exporting: z.boolean().openapi({ description: 'Whether exports can be made here.' }),
  })
  .readonly()
  .openapi('Publishing');

/** An export, made of what the policy lets through as of today. */
export const exported = z
  .object({
    form: z.string(),
    asOf: z.string(),
    files: list(z.object({ name: z.string(), bytes: z.int(), href: z.string() }).readonly()).openapi({
      description: '`href` downloads the file.',
    }),
    losses: list(z.object({ what: z.string(), count: z.int().nullable(), said: z.string() }).readonly()).openapi({
      description: 'What the form cannot hold, or was left out; `count` is null where it touches everything.',
    }),
  })
  .readonly()
  .openapi('Export');

export type Export = z.output<typeof exported>;
export type Publishing = z.output<typeof publishing>;
