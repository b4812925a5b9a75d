import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../gazetteer.js';
import { detectForm, importPlaces, tableOf } from './index.js';

const own = loadGazetteer();

/** One line of a GeoNames dump. */
const dumped = (
  id: number,
  name: string,
  arabic: string,
  lat: number | string,
  lon: number | string,
  rest = 'P\tPPL',
) => [id, name, name, arabic, lat, lon, rest, 'SY', '', '', '', '', '', '0', '', '', '', '2026-01-01'].join('\t');

const imported = (...lines: readonly string[]) => importPlaces([{ name: 'SY.txt', text: lines.join('\n') }], own);

const coded = ({ notes }: ReturnType<typeof importPlaces>) =>
  notes.map(
    ({ note }) => `${note.code} ${/^(?:line \d+|[^:]*\d+ (?:rows|of))/.exec(note.message)?.[0] ?? note.message}`,
  );

describe('a GeoNames country dump', () => {
  it('gives rows of the tables, inside the governorate of the places around them', () => {
    const { rows, read, known } = imported(dumped(901, 'Tall Tajrībah', 'تل تجريبة', 34.66, 40.86));
    expect({ read, known }).toEqual({ read: 1, known: 0 });
    expect(rows).toMatchObject([
      {
        id: 'sy.gn901',
        name: 'Tall Tajribah',
        name_ar: 'تل تجريبة',
        kind: 'village',
        parent: 'sy.deir-ez-zor-governorate',
        lat: '34.6600',
        source: 'GeoNames gn901 (CC BY 4.0)',
      },
    ]);
  });

  it('loses bad lines only, and names each by its number', () => {
    const bad = imported(
      dumped(901, 'A', 'قرية أولى', 34.66, 40.86),
      'no\tdump',
      dumped(902, 'B', 'قرية ثانية', 'north', 40.86),
      dumped(903, 'C', 'قرية ثالثة', 134.66, 40.86),
      dumped(901, 'D', 'قرية رابعة', 34.67, 40.87),
      dumped(904, 'E "quoted', 'قرية خامسة', 34.68, 40.88),
      dumped(905, 'F', 'Latin only', 34.69, 40.89),
      dumped(906, 'G', 'آبار', 34.69, 40.89, 'H\tWLL'),
      dumped(907, 'Ghost', 'خربة قديمة', 34.69, 40.89, 'P\tPPLQ'),
    );
    expect(bad.rows.map(({ id }) => id)).toEqual(['sy.gn901', 'sy.gn904']);
    expect(coded(bad)).toEqual([
      'gazetteer/bad-row line 2',
      'gazetteer/bad-point line 3',
      'gazetteer/bad-point line 4',
      'gazetteer/same-id line 5',
      'gazetteer/passed-over 1 rows',
      'gazetteer/passed-over 1 rows',
      'gazetteer/passed-over 1 rows',
    ]);
  });

  it('tells parents by the codes of areas, and the areas by their heads', () => {
    const areas = 'A\tADM2\tSY\t\t99\t9901\t\t\t0\t\t\t\t2026-01-01';
    const inside = 'P\tPPL\tSY\t\t99\t9901\t\t\t0\t\t\t\t2026-01-01';
    const line = (id: number, arabic: string, rest: string) => [id, 'X', 'X', arabic, 34.66, 40.86, rest].join('\t');
    const { rows } = imported(line(911, 'منطقة تجريبية', areas), line(912, 'حويجة تجريبية', inside));
    expect(rows).toMatchObject([
      { id: 'sy.gn911', kind: 'district', name_ar: 'منطقة تجريبية', parent: 'sy.deir-ez-zor-governorate' },
      { id: 'sy.gn912', parent: 'sy.gn911' },
    ]);
  });

  it('takes no Persian or Kurdish name for an Arabic one', () => {
    expect(imported(dumped(901, 'A', 'گوندێ نوێ,تل هفكار', 36.9, 40.5)).rows).toMatchObject([{ name_ar: 'تل هفكار' }]);
  });
});

describe('beside the project’s own places', () => {
  it('a place of the same name within 10 km is that place, however its article is written', () => {
    const { rows, known } = imported(
      dumped(901, 'Hajin', 'هجين', 34.7, 40.83),
      dumped(902, 'Susah', 'سوسة', 34.54, 40.96),
      dumped(903, 'Far Hajin', 'هجين', 36.7, 37.1),
    );
    expect(known).toBe(2);
    expect(rows.map(({ id }) => id)).toEqual(['sy.gn903']);
  });

  it('a row that the tables cite is that place, whatever it is called', () => {
    expect(imported(dumped(164623, 'Shuhayl', 'اسم آخر', 35.0865, 40.4523)).known).toBe(1);
  });

  it('rows of one place told twice are one, the larger', () => {
    const { rows, twice } = imported(
      dumped(901, 'Small', 'تل تجريبة', 34.66, 40.86),
      [
        902,
        'Large',
        'Large',
        'تل تجريبة',
        34.661,
        40.861,
        'P',
        'PPL',
        'SY',
        '',
        '',
        '',
        '',
        '',
        900,
        '',
        '',
        '',
        '',
      ].join('\t'),
      dumped(903, 'Other', 'تل تجريبة', 35.66, 39.86),
    );
    expect(twice).toBe(1);
    expect(rows.map(({ id }) => id)).toEqual(['sy.gn902', 'sy.gn903']);
  });

  it('names in English are kept apart', () => {
    const { rows } = imported(
      dumped(901, 'Hajin', 'حاجين الفوقا', 36.5, 37.0),
      dumped(902, 'Tall', 'تل تجريبة', 34.66, 40.86),
    );
    expect(rows.map(({ name }) => name)).toEqual(['Hajin (gn901)', 'Tall']);
  });
});

const feature = (id: number, properties: object) =>
  JSON.stringify({
    type: 'Feature',
    properties: {
      'wof:id': id,
      'wof:placetype': 'locality',
      'wof:country': 'SY',
      'geom:latitude': 34.66,
      'geom:longitude': 40.86,
      'name:ara_x_preferred': [`تل ${'ابجدهوزح'[id % 8]}جريب`],
      'name:eng_x_preferred': [`Tall ${id}`],
      ...properties,
    },
  });

describe('Who’s On First', () => {
  it('is read from features, one a file or one a line; what is given up or broken is left out', () => {
    const all = importPlaces(
      [
        { name: 'one.geojson', text: feature(421, {}) },
        {
          name: 'many.ndjson',
          text: [
            feature(422, { 'mz:is_current': 0 }),
            '{"type": "Feature", "properties": {"wof:id": 4',
            feature(423, { 'wof:superseded_by': [5] }),
            feature(424, { 'wof:placetype': 'venue' }),
            feature(425, { 'geom:latitude': null }),
            feature(426, {}),
          ].join('\n'),
        },
      ],
      own,
    );
    expect(all.rows.map(({ id }) => id)).toEqual(['sy.wof421', 'sy.wof426']);
    expect(all.notes.map(({ note }) => `${note.code}: ${note.message.split(':')[0]}`).slice(0, 2)).toEqual([
      'gazetteer/bad-row: many.ndjson, line 2',
      'gazetteer/bad-point: many.ndjson, line 5',
    ]);
  });
});

describe('an OCHA table', () => {
  const HEAD = 'admin1Name_en,admin1Name_ar,admin1Pcode,admin4Name_en,admin4Name_ar,admin4Pcode,Latitude,Longitude';
  it('is read with any of the usual heads; an open quotation mark costs its own line', () => {
    const all = importPlaces(
      [
        {
          name: 'syr.csv',
          text: [
            HEAD,
            '#adm1+name+en,#adm1+name+ar,#adm1+code,#adm4+name+en,#adm4+name+ar,#adm4+code,#geo+lat,#geo+lon',
            'Deir-ez-Zor,دير الزور,SY09,Trial Hill,تل تجريبة,C9001,34.66,40.86',
            'Deir-ez-Zor,دير الزور,SY09,"Open Hill,تل ثان,C9002,34.67,40.87',
            'Deir-ez-Zor,دير الزور,SY09,"Hill, Third",تل ثالث جديد,C9003,34.68,40.88',
            'Deir-ez-Zor,دير الزور,SY09,No Point,تل رابع,C9004,,',
            'Deir-ez-Zor,دير الزور,SY09,Twice,تل خامس,C9003,34.68,40.88',
            'Deir-ez-Zor,دير الزور',
          ].join('\r\n'),
        },
      ],
      own,
    );
    expect(all.rows).toMatchObject([
      { id: 'sy.c9001', kind: 'village', parent: 'sy.deir-ez-zor-governorate', source: 'OCHA p-code C9001' },
      { id: 'sy.c9003', name: 'Hill, Third' },
    ]);
    expect(coded(all)).toEqual([
      'gazetteer/bad-row line 4',
      'gazetteer/bad-point line 6',
      'gazetteer/same-id line 7',
      'gazetteer/bad-row line 8',
    ]);
    expect(tableOf(all.rows)).toContain('"Hill, Third"');
  });

  it.each([
    ['ADM3_EN,ADM3_AR,ADM3_PCODE,lat,lon'],
    ['adm1_name,adm1_name1,adm1_pcode,center_lat,center_lon'],
    ['admin2Name;admin2Name_ar;admin2Pcode;Lat;Long'],
  ])('%s', (head) => expect(detectForm(`${head}\n`)).toBe('ocha'));
});

describe('a file of another form', () => {
  it.each([['{"type": "FeatureCollection"}'], ['id,name\n1,a'], [''], ['نص عربي']])('%s costs a note', (text) => {
    const { rows, notes } = importPlaces([{ name: 'x.txt', text }], own);
    expect(rows).toEqual([]);
    expect(notes.map(({ note }) => note.code)).toEqual(['gazetteer/unknown-form']);
  });
});

it('places 30,000', () => {
  const lines = Array.from({ length: 30_000 }, (_, at) =>
    dumped(
      1_000_000 + at,
      `Hill ${at}`,
      `تل رقم ${'ابجدهوزحطي'[at % 10]}${'كلمنسعفصقر'[((at / 10) % 10) | 0]}`,
      33 + (at % 300) / 80,
      36 + (at % 500) / 90,
    ),
  );
  const { read } = imported(...lines);
  expect(read).toBe(30_000);
});
