import { z } from '@hono/zod-openapi';
import { FACETS, INCIDENT_ORDERS } from '../facets.js';
import { bilingual, day, edtf, list, pageOf, paging, several } from '../shapes.js';
import { claim, modality } from './claims.js';
import { decision } from './decisions.js';

export const place = z
  .object({
    id: z.string(),
    name: z.string(),
    nameAr: z.string().nullable(),
    lat: z.number().nullable(),
    lon: z.number().nullable(),
    precision: z.number().nullable().openapi({
      description: '1 the place itself · 2 near it · 3 a district or larger · 4 a governorate, river or front.',
    }),
  })
  .readonly()
  .openapi('Place');

export const grade = z
  .object({
    value: z.enum(['confirmed', 'fair', 'weak', 'contested', 'discounted']),
    by: z.string().openapi({ description: '`suggested`, or the name of who set it.' }),
  })
  .readonly()
  .openapi('Grade');

export const range = z
  .object({
    measure: z.string(),
    group: z.string(),
    low: z.number().nullable(),
    best: z.number().nullable(),
    high: z.number().nullable(),
  })
  .readonly()
  .openapi('FigureRange');

const row = {
  id: z.string(),
  type: z.string(),
  title: bilingual,
  date: edtf.nullable(),
  place: place.nullable(),
  actors: list(z.string()),
  targets: list(z.string()),
  figures: list(range),
  reports: z.int(),
  outlets: z.int(),
  roots: list(z.string()),
  independent: z.int(),
  grade: grade.nullable(),
  modality,
  disputes: z.int().openapi({ description: 'Number of disputes that it is in.' }),
  lookAlikes: z.int(),
};

/** An incident as a list shows it. */
export const incidentRow = z.object(row).readonly().openapi('IncidentRow');

/** One claim's number for a figure of an incident. */
export const saying = z
  .object({
    claim: z.string(),
    report: z.string(),
    outlet: z.string().nullable(),
    root: z.string(),
    published: edtf.nullable(),
    min: z.number().nullable(),
    max: z.number().nullable(),
    approximate: z.boolean(),
  })
  .readonly()
  .openapi('Saying');

/** Who has it from whom: reports point to their outlets, these to the sources that they quote, down to the roots. */
export const chain = z
  .object({
    nodes: list(
      z
        .object({
          id: z.string(),
          kind: z.enum(['report', 'outlet', 'source']),
          label: bilingual,
          root: z.boolean(),
          named: z.boolean().openapi({ description: 'False for unnamed sources, which are no roots.' }),
        })
        .readonly(),
    ),
    edges: list(
      z
        .object({
          from: z.string(),
          to: z.string(),
          how: z.enum(['published-by', 'quotes', 'copies']),
          claims: list(z.string()),
        })
        .readonly(),
    ),
    roots: list(z.string()),
  })
  .readonly()
  .openapi('Chain');

export const dispute = z
  .object({
    id: z.string(),
    kind: z.enum(['figure', 'responsibility', 'control', 'occurrence', 'date', 'place', 'arithmetic', 'headline']),
    claims: list(z.string()),
    explain: bilingual,
    settled: z.string().nullable().openapi({ description: 'The decision that settled it.' }),
  })
  .readonly()
  .openapi('Dispute');

export const check = z
  .object({
    id: z.string(),
    kind: z.string(),
    ok: z.boolean(),
    claims: list(z.string()),
    explain: bilingual,
    settled: z.string().nullable(),
  })
  .readonly()
  .openapi('Check');

export const related = z
  .object({ how: z.enum(['part-of', 'follows', 'look-alike']), incident: incidentRow })
  .readonly()
  .openapi('Related');

export const incident = z
  .object({
    ...row,
    figures: list(z.object({ ...range.unwrap().shape, said: list(saying) }).readonly()),
    claims: list(claim),
    chain,
    related: list(related),
    disputes: list(dispute),
    checks: list(check),
    why: list(z.object({ a: z.string(), b: z.string(), because: list(z.string()) }).readonly()),
    people: z.int().openapi({ description: 'People harmed in it whom reports name or describe.' }),
    decisions: list(decision).openapi({ description: 'Decisions about it or its claims, oldest first.' }),
  })
  .readonly()
  .openapi('Incident');

export const incidentFilter = z.object({
  type: several,
  family: several,
  actor: several.openapi({ description: 'Actor on either side.' }),
  place: several.openapi({ description: 'Place id, that of the incident or of a place around it.' }),
  group: several.openapi({ description: 'Group harmed or counted.' }),
  measure: several,
  grade: several,
  source: several.openapi({ description: 'Root source.' }),
  outlet: several,
  modality: several,
  dispute: several.openapi({ description: 'Kind of dispute.' }),
  from: day.optional(),
  to: day.optional(),
  undated: z.enum(['with', 'without', 'only']).optional().openapi({
    description: 'Incidents without a date: by default they are left out once `from` or `to` is given.',
  }),
  bbox: z
    .string()
    .regex(/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/)
    .optional()
    .openapi({ description: 'west,south,east,north in degrees (WGS 84).', example: '40.5,34.3,41.2,35.1' }),
  text: z.string().max(200).optional().openapi({ description: 'Words that its title or claims hold.' }),
});

export const incidentList = incidentFilter.extend(paging.shape).extend({
  sort: z.enum(INCIDENT_ORDERS).default('date'),
});

export const incidentPage = pageOf(incidentRow).openapi('IncidentPage');

export const facets = z
  .object({
    total: z.int(),
    facets: list(
      z
        .object({
          facet: z.enum(FACETS),
          values: list(z.object({ value: z.string(), count: z.int() }).readonly()).openapi({
            description: 'Most frequent first; counts are under all other filters, not this facet’s own.',
          }),
          more: z.int().openapi({ description: 'Further values that are not listed.' }),
        })
        .readonly(),
    ),
  })
  .readonly()
  .openapi('Facets');

/** Rows as columns; `type`, `family` and `grade` are positions in the lists of the same name in `keys`. */
export const mapPoints = z
  .object({
    total: z.int().openapi({ description: 'Incidents under the filter, placed or not.' }),
    placed: z.int(),
    keys: z.object({ type: list(z.string()), grade: list(z.string()), place: list(z.string()) }).readonly(),
    columns: z
      .object({
        id: list(z.string()),
        lat: list(z.number()),
        lon: list(z.number()),
        precision: list(z.int()),
        place: list(z.int()),
        type: list(z.int()),
        grade: list(z.int()).openapi({ description: '-1 where there is none.' }),
        first: list(z.int().nullable()).openapi({ description: 'First possible day, in days since 1970-01-01.' }),
        last: list(z.int().nullable()),
        reports: list(z.int()),
        disputes: list(z.int()),
      })
      .readonly(),
  })
  .readonly()
  .openapi('MapPoints');

export const timeline = z
  .object({
    unit: z.enum(['day', 'week', 'month', 'year']),
    bins: list(
      z
        .object({
          from: z.string(),
          to: z.string().openapi({ description: 'Last day, inclusive.' }),
          count: z.int(),
          vague: z.int().openapi({ description: 'Of these, those whose date reaches beyond the bin.' }),
        })
        .readonly(),
    ),
    undated: z.int(),
  })
  .readonly()
  .openapi('Timeline');

export const timelineQuery = incidentFilter.extend({
  unit: z.enum(['auto', 'day', 'week', 'month', 'year']).default('auto'),
});

export type Place = z.output<typeof place>;
export type IncidentRow = z.output<typeof incidentRow>;
export type Incident = z.output<typeof incident>;
export type IncidentFilter = z.output<typeof incidentFilter>;
export type IncidentFilterInput = z.input<typeof incidentFilter>;
export type Facets = z.output<typeof facets>;
export type MapPoints = z.output<typeof mapPoints>;
export type Timeline = z.output<typeof timeline>;
export type Chain = z.output<typeof chain>;
export type Dispute = z.output<typeof dispute>;
export type Check = z.output<typeof check>;
export type Saying = z.output<typeof saying>;
