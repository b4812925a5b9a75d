import { check } from '@placemarkio/check-geojson';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exportCase } from '../export.js';
import { EXPORT } from '../form.fixture.js';
import { geojson } from './geojson.js';

/** RFC 7946 as far as this form uses it. */
const collection = z.strictObject({
  type: z.literal('FeatureCollection'),
  about: z.object({ licence: z.string(), citation: z.string(), losses: z.array(z.string()) }),
  features: z.array(
    z.strictObject({
      type: z.literal('Feature'),
      id: z.string(),
      geometry: z
        .strictObject({
          type: z.literal('Point'),
          coordinates: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
        })
        .nullable(),
      properties: z.record(z.string(), z.unknown()),
    }),
  ),
});

const read = async () => {
  const { files } = await exportCase(geojson, 'valley.geojson', EXPORT);
  return collection.parse(JSON.parse(String(files.get('valley.geojson'))));
};

describe('GeoJSON', () => {
  it('has a feature an incident, geometry null where the place is not known', async () => {
    const incidents = (await read()).features.filter(({ properties }) => properties.is === 'incident');
    expect(incidents.map(({ id }) => id)).toEqual(EXPORT.record.incidents.map(({ id }) => id));
    expect(incidents[0]!.geometry?.coordinates).toEqual([40.4, 35.1]);
    expect(incidents.some(({ geometry }) => geometry === null)).toBe(true);
  });

  it('is GeoJSON to a checker of RFC 7946', async () => {
    const { files } = await exportCase(geojson, 'valley.geojson', EXPORT);
    expect(check(String(files.get('valley.geojson'))).type).toBe('FeatureCollection');
  });

  it('gives control over time back as the record has it', async () => {
    const control = (await read()).features.filter(({ properties }) => properties.is === 'control');
    const spans = control.map(({ properties: { controller, part, status, assessed, from, to, basis } }) => ({
      holder: controller,
      part,
      status,
      assessed,
      from,
      to,
      claims: basis,
    }));
    expect(spans).toEqual(EXPORT.record.control.flatMap(({ spans: all }) => all));
    expect(new Set(control.map(({ id }) => id)).size).toBe(control.length);
  });
});
