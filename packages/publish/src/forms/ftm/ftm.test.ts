import { defaultModel, Model } from '@alephdata/followthemoney';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CLAIMS } from '../../case.fixture.js';
import { exportCase } from '../export.js';
import { EXPORT } from '../form.fixture.js';
import { ftm } from './ftm.js';

/** Properties that FollowTheMoney's schemata know, with those that must be there. */
const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  Article: ['fileName', 'title', 'publisher', 'publishedAt', 'sourceUrl'],
  Organization: ['name', 'alias', 'country'],
  Address: ['full', 'state', 'country', 'latitude', 'longitude'],
  Event: [
    'name',
    'date',
    'startDate',
    'endDate',
    'recordId',
    'summary',
    'keywords',
    'location',
    'country',
    'addressEntity',
    'involved',
    'proof',
  ],
  Documentation: ['document', 'entity', 'role', 'summary'],
};
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  Article: ['fileName'],
  Event: ['name'],
  Organization: ['name'],
};
const LINKS = ['addressEntity', 'involved', 'proof', 'document', 'entity'];

const entity = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9._-]+$/),
  schema: z.enum(Object.keys(PROPERTIES) as [string, ...string[]]),
  properties: z.record(z.string(), z.array(z.string().min(1)).min(1)),
});

const { files } = await exportCase(ftm, 'valley.ijson', EXPORT);
const entities = String(files.get('valley.ijson'))
  .trimEnd()
  .split('\n')
  .map((line) => entity.parse(JSON.parse(line)));

describe('FollowTheMoney', () => {
  it('writes entities a line, with properties that their schemata know', () => {
    for (const { schema, properties } of entities) {
      for (const name of Object.keys(properties)) expect(PROPERTIES[schema]).toContain(name);
      for (const name of REQUIRED[schema] ?? []) expect(Object.keys(properties)).toContain(name);
      for (const code of properties.country ?? []) expect(code).toMatch(/^[a-z]{2}$/);
      for (const [name, values] of Object.entries(properties))
        if (name !== 'summary') for (const value of values) expect(value.length).toBeLessThanOrEqual(250);
    }
  });

  it('holds by the schemata of FollowTheMoney itself: properties, what must be there, and what may be linked', () => {
    const model = new Model(defaultModel);
    const schemaOf = new Map(entities.map(({ id, schema }) => [id, model.getSchema(schema)]));
    for (const { id, schema: name, properties } of entities) {
      const schema = schemaOf.get(id)!;
      for (const property of schema.required ?? []) expect(Object.keys(properties), name).toContain(property);
      for (const [property, values] of Object.entries(properties)) {
        expect(schema.hasProperty(property), `${name}.${property}`).toBe(true);
        const { type, range } = model.getSchema(name).getProperty(property) as unknown as {
          type: { name: string };
          range?: { name: string } | string | null;
        };
        if (type.name !== 'entity') continue;
        const wanted = typeof range === 'string' ? range : (range?.name ?? 'Thing');
        for (const value of values) expect(schemaOf.get(value)!.isA(wanted), `${name}.${property}`).toBe(true);
      }
    }
  });

  it('names nothing twice and links only to what is there', () => {
    const ids = entities.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { properties } of entities)
      for (const name of LINKS) for (const id of properties[name] ?? []) expect(ids).toContain(id);
  });

  it('has an event for the strike, with its place, side, reports and numbers in words', () => {
    const strike = entities.find(({ properties }) => properties.recordId?.[0] === CLAIMS.strike.id)!;
    expect(strike.schema).toBe('Event');
    expect(strike.properties).toMatchObject({
      startDate: ['2019-03-01'],
      endDate: ['2019-03-04'],
      country: ['sy'],
      location: ['Ayn ar-Rayhan', 'عين الريحان'],
    });
    expect(strike.properties.proof).toHaveLength(2);
    expect(strike.properties.summary).toContain('killed, civilians: 5–7');
  });
});
