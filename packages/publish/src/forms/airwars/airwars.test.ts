import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exportCase } from '../export.js';
import { EXPORT, exportWith } from '../form.fixture.js';
import { airwars } from './airwars.js';

const count = z.int().nonnegative();
const incident = z.strictObject({
  unique_reference_code: z.string(),
  post_id: z.null(),
  permalink: z.null(),
  date: z.iso.date().nullable(),
  country: z.string().nullable(),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  geolocation_accuracy: z.string().nullable(),
  strike_status: z.enum(['declared-strike', 'likely-strike', 'single-source-claim', 'contested-strike']),
  grading: z.enum(['confirmed', 'fair', 'weak', 'contested', 'discounted']),
  civilians_killed_min: count,
  civilians_killed_max: count,
  civilians_injured_min: count,
  civilians_injured_max: count,
  militants_killed_min: count,
  militants_killed_max: count,
  targeted_belligerents: z.array(z.string()),
  belligerents: z.array(z.string()),
});
const file = z.object({ incidents: z.array(incident) });

const read = async (input = EXPORT) => {
  const { files } = await exportCase(airwars, 'valley.json', input);
  return file.parse(JSON.parse(String(files.get('valley.json')))).incidents;
};
const [strike] = EXPORT.record.incidents;

describe('Airwars', () => {
  it('holds incidents of harm to civilians, lowest and highest number over all sources', async () => {
    expect(await read()).toEqual([
      expect.objectContaining({
        unique_reference_code: strike!.id,
        date: '2019-03-03',
        country: 'Syria',
        geolocation_accuracy: 'town',
        grading: 'weak',
        strike_status: 'single-source-claim',
        civilians_killed_min: 5,
        civilians_killed_max: 7,
        militants_killed_max: 0,
        belligerents: ['Government forces'],
        targeted_belligerents: [],
      }),
    ]);
  });

  it.each([
    ['declared where the side itself says it', { roots: ['government'] }, 'declared-strike'],
    ['likely with two voices', { independent: 2 }, 'likely-strike'],
    ['contested with rival accounts', { grade: { value: 'contested' as const, by: 'suggested' } }, 'contested-strike'],
  ])('is %s', async (_, more, status) => {
    const [only] = await read(exportWith({ incidents: [{ ...strike!, ...more }] }));
    expect(only!.strike_status).toBe(status);
  });

  it('has fighters and civilians apart', async () => {
    const figures = [
      { measure: 'killed', group: 'civilians', low: 2, best: 3, high: 3 },
      { measure: 'killed', group: 'plain-faction', low: 4, best: 4, high: null },
      { measure: 'wounded', group: 'children', low: 1, best: 1, high: 1 },
    ];
    const [only] = await read(exportWith({ incidents: [{ ...strike!, figures }] }));
    expect(only).toMatchObject({
      civilians_killed_min: 2,
      civilians_killed_max: 3,
      civilians_injured_min: 1,
      militants_killed_min: 4,
      militants_killed_max: 4,
    });
  });
});
