import { z } from '@hono/zod-openapi';
import { author, bilingual, edtf, list } from '../shapes.js';

/** A numbered, frozen publication of the case. */
export const release = z
  .object({
    number: z.int().positive(),
    asOf: edtf,
    note: z.string(),
    licence: z.string().nullable(),
    citation: z.string().nullable(),
    names: z.boolean().openapi({ description: 'Private persons’ names were let through.' }),
    previous: z.int().nullable(),
    counts: z.record(z.string(), z.int()),
    files: list(z.object({ name: z.string(), href: z.string() }).readonly()),
  })
  .readonly()
  .openapi('Release');

export const releases = z
  .object({
    releasing: z.boolean().openapi({ description: 'Whether releases can be made here.' }),
    releases: list(release).openapi({ description: 'Newest first.' }),
  })
  .readonly()
  .openapi('Releases');

export const newRelease = z
  .object({
    by: author,
    note: z.string().max(4000).default(''),
    licence: z.string().max(300).optional().openapi({ description: 'Licence of the data: its name or address.' }),
    citation: z.string().max(1000).optional(),
  })
  .openapi('NewRelease');

const state = z.object({ number: z.int().nullable(), asOf: edtf }).readonly();

const changedReport = z
  .object({ id: z.string(), title: z.string().nullable(), outlet: z.string().nullable(), published: edtf.nullable() })
  .readonly();

export const change = z
  .object({
    kind: z.string().openapi({ description: 'Such as incident-new, figure, toll, dispute-gone.' }),
    about: list(z.string()).openapi({ description: 'Ids of what it is about, the earlier first.' }),
    say: bilingual,
    because: list(z.object({ kind: z.string(), about: list(z.string()), explain: bilingual }).readonly()),
  })
  .readonly()
  .openapi('Change');

/** What changed between two releases, or since one, in sentences, and because of what. */
export const comparison = z
  .object({
    from: state,
    to: state,
    reports: z
      .object({ added: list(changedReport), gone: list(changedReport), changed: list(changedReport) })
      .readonly(),
    decisions: list(z.string()).openapi({ description: 'Ids of the decisions that are new.' }),
    changes: list(change),
  })
  .readonly()
  .openapi('Comparison');

export const comparedStates = z.object({
  from: z.coerce.number().int().positive(),
  to: z.union([z.literal('now'), z.coerce.number().int().positive()]),
});

export type Release = z.output<typeof release>;
export type Releases = z.output<typeof releases>;
export type Change = z.output<typeof change>;
export type Comparison = z.output<typeof comparison>;
