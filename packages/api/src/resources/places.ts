import { z } from '@hono/zod-openapi';
import { bilingual, day, edtf, list, pageOf, paging } from '../shapes.js';
import { place } from './incidents.js';

/** A stretch of time in which someone is said to hold a place. */
export const controlSpan = z
  .object({
    holder: z.string().nullable(),
    part: z.enum(['whole', 'quarter', 'half', 'point']),
    status: z.enum(['taken', 'lost', 'held', 'fire-control', 'contested', 'besieged']),
    assessed: z.boolean().openapi({ description: 'Two independent roots say so, or the losing side does.' }),
    from: edtf.nullable(),
    to: edtf.nullable(),
    claims: list(z.string()),
  })
  .readonly()
  .openapi('ControlSpan');

export const ledger = z
  .object({ place, spans: list(controlSpan), parent: z.string().nullable() })
  .readonly()
  .openapi('ControlLedger');

export const control = z
  .object({
    ledgers: list(ledger),
    holders: list(z.object({ holder: z.string(), places: z.int() }).readonly()),
    days: z.object({ first: z.string().nullable(), last: z.string().nullable() }).readonly(),
  })
  .readonly()
  .openapi('Control');

export const controlQuery = z.object({
  on: day.optional().openapi({ description: 'Only spans that may cover this day.' }),
});

export const placeRow = z
  .object({
    ...place.unwrap().shape,
    kind: z.string().nullable(),
    label: bilingual,
    parent: z.string().nullable(),
    incidents: z.int(),
    claims: z.int(),
    reports: z.int(),
    disputes: z.int(),
    held: z.boolean().openapi({ description: 'Control of it is told.' }),
    listed: z.boolean().openapi({ description: 'The gazetteer holds it.' }),
  })
  .readonly()
  .openapi('PlaceRow');

export const placePage = pageOf(placeRow).openapi('PlacePage');
export const placeList = paging.extend({
  text: z.string().max(200).optional(),
  sort: z.enum(['name', '-incidents']).default('-incidents'),
});

export const placeDetail = z
  .object({
    ...placeRow.unwrap().shape,
    written: list(z.object({ text: z.string(), count: z.int() }).readonly()).openapi({
      description: 'How reports write it.',
    }),
    spans: list(controlSpan),
    within: list(z.string()).openapi({ description: 'Places of the case that lie in it.' }),
    namesakes: list(place.unwrap().extend({ kind: z.string(), parent: z.string().nullable() }).readonly()).openapi({
      description: 'Other places of the gazetteer that are written alike, which it might be.',
    }),
    lookAlikes: list(placeRow).openapi({ description: 'Places of the case that are written alike.' }),
  })
  .readonly()
  .openapi('PlaceDetail');

export type PlaceRow = z.output<typeof placeRow>;
export type PlaceDetail = z.output<typeof placeDetail>;
export type Control = z.output<typeof control>;
export type ControlSpan = z.output<typeof controlSpan>;
