import { readdirSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { CLAIMS } from '../../case.fixture.js';
import { exportCase } from '../export.js';
import { EXPORT, exportWith, FORM_WORDS } from '../form.fixture.js';
import { acled } from './acled.js';
import { subEventTypes } from './coding.js';
import eventTypes from './event-types.json' with { type: 'json' };
import { leastIn } from './fatalities.js';
import { interactionOf, missingSide, sideOf } from './sides.js';

type Row = Readonly<Record<string, string>>;

const rowsOf = async (input = EXPORT): Promise<readonly Row[]> => {
  const { files } = await exportCase(acled, 'valley.csv', input);
  return parse(String(files.get('valley.csv')), { columns: true });
};

const SYRIA = { alpha2: 'SY', alpha3: 'SYR', numeric: 760, name: 'Syria', region: 'Middle East', gw: 652 } as const;
const EXTERNAL = { name: 'x', class: 'External/Other forces', isOwnName: true } as const;

const COLUMNS =
  'event_id_cnty, event_date, year, time_precision, disorder_type, event_type, sub_event_type, actor1, assoc_actor_1, inter1, actor2, assoc_actor_2, inter2, interaction, civilian_targeting, iso, region, country, admin1, admin2, admin3, location, latitude, longitude, geo_precision, source, source_scale, notes, fatalities, tags, timestamp';
const MAY_BE_BLANK = /^(?:assoc_actor_[12]|actor2|inter2|civilian_targeting|admin[23]|tags)$/;

describe('ACLED', () => {
  it('has the 31 columns in their order', async () => {
    const [row] = await rowsOf();
    expect(Object.keys(row!)).toEqual(COLUMNS.split(', '));
  });

  it('leaves blank only what may be blank, and keeps to the codes', async () => {
    const rows = await rowsOf();
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) {
      for (const [name, value] of Object.entries(row))
        if (!MAY_BE_BLANK.test(name)) expect([name, value]).not.toEqual([name, '']);
      expect(row.event_date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(row.year).toBe(row.event_date!.slice(0, 4));
      expect(row.time_precision).toMatch(/^[123]$/);
      expect(row.geo_precision).toMatch(/^[123]$/);
      expect(row.fatalities).toMatch(/^\d+$/);
      expect(row.timestamp).toMatch(/^\d+$/);
      expect(row.latitude).toMatch(/^-?\d+(?:\.\d{1,4})?$/);
      expect(row.notes).toMatch(/^On \d{1,2} [A-Z][a-z]+ \d{4}/);
      const coding = subEventTypes.find(({ sub }) => sub === row.sub_event_type);
      expect([row.event_type, row.disorder_type]).toEqual([coding?.event, coding?.disorder]);
      expect(['', 'Civilians targeted']).toContain(row.civilian_targeting);
    }
  });

  it('codes a strike on civilians by its lowest number of dead', async () => {
    const row = (await rowsOf()).find(({ event_id_cnty: id }) => id === `SYR-${CLAIMS.strike.id}`);
    expect(row).toMatchObject({
      event_type: 'Explosions/Remote violence',
      sub_event_type: 'Air/drone strike',
      actor1: 'Government forces',
      inter1: 'State forces',
      actor2: 'Civilians (Syria)',
      interaction: 'State forces-Civilians',
      civilian_targeting: 'Civilians targeted',
      iso: '760',
      country: 'Syria',
      admin2: 'North District',
      location: 'Ayn ar-Rayhan',
      // About the third of March: two days back and one on.
      event_date: '2019-03-03',
      time_precision: '2',
      geo_precision: '1',
      // Children are among the civilians, and seven of the second report is a later count.
      fatalities: '5',
      source: 'Valley Observatory; وكالة الوادي',
    });
  });

  it('does not code what is denied or has no place, and says so', async () => {
    const { files, losses } = await exportCase(acled, 'valley.csv', EXPORT);
    expect(String(files.get('valley.csv'))).not.toContain(CLAIMS.denial.id);
    expect(losses).toContainEqual({ what: 'incident is denied, not told as having happened', count: 1 });
  });

  it('makes one event of the same sides in one place on one day, the highest type', async () => {
    const [strike, , capture] = EXPORT.record.incidents;
    const fight = { ...capture!, date: '2019-03-03', targets: ['government'] };
    const clash = { ...fight, id: 'c:clash', type: 'armed-clash', related: [] };
    const rows = await rowsOf(exportWith({ incidents: [strike!, clash, fight] }));
    expect(rows).toHaveLength(2);
    const battle = rows.find(({ event_type: type }) => type === 'Battles')!;
    expect(battle.sub_event_type).toBe('Non-state actor overtakes territory');
    expect(battle.notes).toContain('c:clash');
  });

  it.each([
    ['one day', '2019-03-03', '2019-03-03', '1'],
    ['a week: its middle', '2019-03-03/2019-03-09', '2019-03-06', '2'],
    ['a month: its middle', '2019-03', '2019-03-16', '3'],
  ])('dates %s', async (_, date, day, precision) => {
    const incidents = EXPORT.record.incidents.slice(0, 1).map((one) => ({ ...one, date }));
    const [row] = await rowsOf(exportWith({ incidents }));
    expect([row!.event_date, row!.time_precision]).toEqual([day, precision]);
  });

  it('does not code a date of more than a month', async () => {
    const incidents = EXPORT.record.incidents.map((one) => ({ ...one, date: '2019-03/2019-05' }));
    expect(await rowsOf(exportWith({ incidents }))).toEqual([]);
  });

  it.each([
    [5, 5, 'خمسة مدنيين', 5],
    [20, 99, 'عشرات المدنيين', 10],
    [100, 999, 'مئات المدنيين', 100],
    [1, null, 'قتلى', 3],
    [1, null, 'مدني على الأقل', 1],
    [6, null, 'أكثر من خمسة مدنيين', 6],
    [null, null, 'خسائر', null],
  ])('counts %s to %s («%s») as %s', (min, max, text, fatalities) => {
    expect(leastIn({ min, max, group: 'civilians', span: { start: 0, end: 0, text } }, FORM_WORDS)).toBe(fatalities);
  });

  it('puts state forces outside their country among the external forces, and names classes in order', () => {
    const abroad = sideOf('government', { ...SYRIA, alpha2: 'IQ', name: 'Iraq' }, FORM_WORDS)!;
    expect(abroad.class).toBe('External/Other forces');
    const [civilians, armed] = [missingSide('civilians', SYRIA), missingSide('armed', SYRIA)];
    expect(interactionOf(EXTERNAL, civilians)).toBe('External/Other forces-Civilians');
    expect(interactionOf(EXTERNAL, armed)).toBe('Political militia-External/Other forces');
    expect(interactionOf(armed, null)).toBe('Political militia only');
    expect(sideOf('children', SYRIA, FORM_WORDS)?.name).toBe('Civilians (Syria)');
  });

  it('decides for every event type that the reader knows whether and how it is coded', () => {
    const folder = new URL('../../../../claims/events/', import.meta.url);
    const types = readdirSync(folder).flatMap((name) => (name.endsWith('.yaml') ? name.slice(0, -5) : []));
    expect(Object.keys(eventTypes.types).sort()).toEqual(types.sort());
    const subs = Object.values(eventTypes.types).flatMap((lines) => (lines ?? []).map(({ sub }) => sub));
    for (const sub of subs) expect(subEventTypes.map((one) => one.sub)).toContain(sub);
    expect(subEventTypes).toHaveLength(25);
  });
});
