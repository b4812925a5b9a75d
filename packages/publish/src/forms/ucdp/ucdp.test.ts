import { readdirSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { CLAIMS } from '../../case.fixture.js';
import { daysOf } from '../days.js';
import { exportCase } from '../export.js';
import { EXPORT, exportWith } from '../form.fixture.js';
import { gridCellOf } from './columns.js';
import { datePrecisionOf } from './event.js';
import tables from './tables.json' with { type: 'json' };
import { ucdp } from './ucdp.js';

type Row = Readonly<Record<string, string>>;

const rowsOf = async (input = EXPORT): Promise<readonly Row[]> => {
  const { files } = await exportCase(ucdp, 'valley.csv', input);
  return parse(String(files.get('valley.csv')), { columns: true });
};

const COLUMNS =
  'id, relid, year, active_year, code_status, type_of_violence, conflict_dset_id, conflict_new_id, conflict_name, dyad_dset_id, dyad_new_id, dyad_name, side_a_dset_id, side_a_new_id, side_a, side_b_dset_id, side_b_new_id, side_b, number_of_sources, source_article, source_office, source_date, source_headline, source_original, where_prec, where_coordinates, where_description, adm_1, adm_2, latitude, longitude, geom_wkt, priogrid_gid, country, country_id, region, event_clarity, date_prec, date_start, date_end, deaths_a, deaths_b, deaths_civilians, deaths_unknown, best, high, low, gwnoa, gwnob';

const [strike] = EXPORT.record.incidents;
const capture = EXPORT.record.incidents[2]!;
/** The government against the faction: a fight of its own with 4 of the faction's dead. */
const battle = {
  ...capture,
  type: 'armed-clash',
  date: '2019-03-10',
  targets: ['government'],
  figures: [{ measure: 'killed', group: 'plain-faction', low: 4, best: 4, high: 4 }],
};
const counted = {
  ...CLAIMS.seven,
  id: 'f:counted',
  group: 'plain-faction',
  scope: 'cumulative' as const,
  event: capture.id,
  min: 30,
  max: 30,
};
const toll = {
  id: 't:faction',
  source: 'valley-observatory',
  measure: 'killed',
  group: 'plain-faction',
  from: '2019-03-01',
  to: '2019-04-30',
  area: null,
  partOf: null,
  points: [{ as_of: '2019-04-30', min: 30, max: 33, approximate: false, claim: counted.id }],
  checks: [],
};
const withToll = exportWith({ incidents: [battle], claims: [...EXPORT.record.claims, counted], tolls: [toll] });

describe('UCDP GED', () => {
  it('has the 49 columns in their order', async () => {
    expect(Object.keys((await rowsOf())[0]!)).toEqual(COLUMNS.split(', '));
  });

  it('codes a strike with dead, and only that: what kills nobody, or is denied, is no event', async () => {
    const rows = await rowsOf(exportWith({ tolls: [] }));
    expect(rows.map(({ id }) => id)).toEqual([CLAIMS.strike.id]);
    expect(rows[0]).toMatchObject({
      type_of_violence: '3',
      side_a: 'Government of Syria',
      side_b: 'Civilians',
      where_prec: '1',
      date_prec: '2',
      date_start: '2019-03-01',
      date_end: '2019-03-04',
      event_clarity: '1',
      deaths_civilians: '7',
      low: '5',
      best: '7',
      high: '7',
      country_id: '652',
      region: 'Middle East',
      gwnoa: '652',
      number_of_sources: '2',
      geom_wkt: 'POINT (40.4 35.1)',
    });
  });

  it('keeps low, best and high in order, and best the sum of the dead by side', async () => {
    for (const row of [...(await rowsOf()), ...(await rowsOf(withToll))]) {
      const [low, best, high] = [row.low, row.best, row.high].map(Number) as [number, number, number];
      expect(low).toBeLessThanOrEqual(best);
      expect(best).toBeLessThanOrEqual(high);
      expect(best).toBeGreaterThan(0);
      const { deaths_a: a, deaths_b: b, deaths_civilians: c, deaths_unknown: u } = row;
      expect([a, b, c, u].map(Number).reduce((sum, n) => sum + n)).toBe(best);
      expect(row.date_start! <= row.date_end!).toBe(true);
    }
  });

  it('puts the government first in state-based violence', async () => {
    const [row] = await rowsOf(exportWith({ incidents: [battle], tolls: [] }));
    expect(row).toMatchObject({ type_of_violence: '1', side_a: 'Government of Syria', deaths_a: '0', deaths_b: '4' });
  });

  it('gives of a running count only what events do not give', async () => {
    const rows = await rowsOf(withToll);
    const [summary] = rows.filter(({ event_clarity: clarity }) => clarity === '2');
    expect(rows).toHaveLength(2);
    expect(summary).toMatchObject({ id: 't:faction', deaths_b: '26', best: '26', high: '29', date_prec: '5' });
    expect([summary!.date_start, summary!.date_end]).toEqual(['2019-03-01', '2019-04-30']);
  });

  it('takes one of two running counts of the same dead', async () => {
    const twice = { ...toll, id: 't:other', source: 'government' };
    const input = { ...withToll, record: { ...withToll.record, tolls: [toll, twice] } };
    const { losses } = await exportCase(ucdp, 'valley.csv', input);
    expect((await rowsOf(input)).filter(({ event_clarity: clarity }) => clarity === '2')).toHaveLength(1);
    expect(losses).toContainEqual({
      what: 'running count of the same dead as another in the same time',
      count: 1,
    });
  });

  it.each([
    ['2018-12-14', 1],
    ['2018-12-14~', 2],
    ['2018-12-10/2018-12-15', 2],
    ['2018-12-10/2018-12-16', 3],
    ['2018-12', 4],
    ['2018-09-10/2018-12-17', 5],
    ['2018', 5],
    ['2017/2018', null],
  ])('dates %s with precision %s', (edtf, precision) => {
    expect(datePrecisionOf(daysOf(edtf)!)).toBe(precision);
  });

  it('counts cells of PRIO-GRID from the south-west', () => {
    expect(gridCellOf({ lat: -90, lon: -180 })).toBe(1);
    expect(gridCellOf({ lat: 89.9, lon: 179.9 })).toBe(259_200);
  });

  it('names only event types that the reader knows as armed force', () => {
    const folder = new URL('../../../../claims/events/', import.meta.url);
    const types = readdirSync(folder);
    for (const type of tables.armed) expect(types).toContain(`${type}.yaml`);
  });

  it('has dead of children within the civilians, not beside them', async () => {
    const [row] = await rowsOf(exportWith({ incidents: [strike!], tolls: [] }));
    expect([row!.deaths_civilians, row!.deaths_unknown]).toEqual(['7', '0']);
  });
});
