import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Place } from '../entries.js';
import { kilometres } from './distance.js';
import { loadGazetteer } from './gazetteer.js';
import { comparable } from './import/index.js';
import { loadPlaces } from './load.js';
import { PLACE_COLUMNS } from './row.js';

const places = loadPlaces();
const gazetteer = loadGazetteer();

describe('the tables', () => {
  it('hold at least 1,200 places, and each of the wars that the program is for', () => {
    expect(places.length).toBeGreaterThanOrEqual(1200);
    const count = (country: string) => places.filter((place) => place.country === country).length;
    for (const country of ['SY', 'IQ', 'YE', 'LY', 'PS', 'IL', 'LB', 'SD'])
      expect(count(country), country).toBeGreaterThanOrEqual(100);
  });

  it('place everything: A and B and C have a point, and each chain of parents ends', () => {
    for (const place of places) {
      if (place.certainty !== 'D') expect(place.lat, place.id).not.toBeNull();
      expect(new Set(gazetteer.ancestors(place.id)).size, place.id).toBe(gazetteer.ancestors(place.id).length);
    }
  });

  it('give each place of a country a way up to that country', () => {
    const tops = places.filter((place) => place.parent === null && place.country !== 'XX');
    expect(tops.filter((place) => place.kind !== 'country').map((place) => place.id)).toEqual([]);
  });

  it('give each place one name in English within its country', () => {
    const seen = new Map<string, string>();
    const twice = places.flatMap((place) => {
      const key = `${place.country} ${place.name}`;
      const earlier = seen.get(key);
      seen.set(key, place.id);
      return earlier ? [`${earlier} and ${place.id}`] : [];
    });
    expect(twice).toEqual([]);
  });
});

/** Each country with a box around it (degrees: south, west, north, east), its coast and islands included. */
const BOXES: Readonly<Record<string, readonly [number, number, number, number]>> = {
  SY: [32.2, 35.4, 37.5, 42.5],
  IQ: [29.0, 38.7, 37.5, 48.9],
  YE: [12.0, 41.5, 19.1, 54.7],
  LY: [19.4, 9.2, 34.0, 25.3],
  IL: [29.4, 34.0, 33.5, 35.95],
  PS: [31.1, 34.1, 32.7, 35.7],
  LB: [33.0, 34.9, 34.8, 36.7],
  SD: [8.6, 21.7, 23.2, 38.7],
};

describe('every row', () => {
  it('of the seven wars lies in its country', () => {
    const strays = places.filter(({ country, lat, lon }) => {
      const box = BOXES[country];
      return box && lat !== null && lon !== null && (lat < box[0] || lon < box[1] || lat > box[2] || lon > box[3]);
    });
    expect(strays.map(({ id, lat, lon }) => `${id} ${lat}, ${lon}`)).toEqual([]);
  });

  it('lies in a place that is of its country, or in none', () => {
    const strays = places.filter(({ country, parent }) => {
      const above = parent === null ? undefined : gazetteer.byId(parent);
      return above && above.country !== country && above.country !== 'XX';
    });
    expect(strays.map(({ id, parent }) => `${id} in ${parent}`)).toEqual([]);
  });

  it('that is not located says so and stands at its parent’s point', () => {
    const wrong = places.filter(({ certainty, source, parent, lat, lon }) => {
      const above = parent === null ? undefined : gazetteer.byId(parent);
      return certainty === 'D' && !(source.startsWith('not located') && lat === above?.lat && lon === above?.lon);
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

/** Reference data beside the checkout; the checks against it are skipped where it is absent. */
const SHARED = process.env.ISNAD_SHARED ?? fileURLToPath(new URL('../../../../../shared', import.meta.url));
const GEONAMES = join(SHARED, 'data', 'gazetteer');
const skipped = existsSync(GEONAMES) ? '' : ` (skipped: no tables in ${GEONAMES})`;

/** Says that a point is no gazetteer's, and that it is of a row that these tables lack. */
const IS_ESTIMATE = /^(?:estimate|not located|seat's point: estimate)/;
const IS_LACKING = /; not in Who's On First$/;
const NONE_NEAR = 'no such name near it';
const SETTLEMENTS = new Set(['city', 'town', 'village']);
const NEAR_KM = 5;

describe.skipIf(!existsSync(GEONAMES))(`against GeoNames and Who’s On First${skipped}`, () => {
  for (const country of ['SY', 'IQ']) {
    const file = join(GEONAMES, `${country}.txt`);
    const rows = (existsSync(file) ? readFileSync(file, 'utf8') : '')
      .trim()
      .split('\n')
      .map((line) => line.split('\t'))
      .filter(({ length }) => length > 5)
      .map((cells) => ({
        id: cells[0]!,
        names: cells[3]!.split(',').map(comparable).filter(Boolean),
        isArea: cells[6] === 'A',
        lat: Number(cells[4]),
        lon: Number(cells[5]),
      }));
    const byId = new Map(rows.map((row) => [row.id, row]));
    const byName = new Map<string, typeof rows>();
    for (const row of rows) for (const name of new Set(row.names)) byName.set(name, [...(byName.get(name) ?? []), row]);
    const own = places.filter((place) => place.country === country && place.lat !== null);
    const citedBy = ({ source }: Place) => /gn(\d+)/.exec(source)?.[1] ?? '';
    const away = (place: Place, row: { lat: number; lon: number }): number =>
      kilometres({ lat: place.lat!, lon: place.lon! }, row);
    const namesakesNear = (place: Place) =>
      place.forms.flatMap((form) => byName.get(comparable(form)) ?? []).filter((row) => away(place, row) <= NEAR_KM);

    it(`each row of ${country} lies within 5 km of its row there, or its source says why not`, () => {
      const strays = own.filter((place) => {
        const cited = byId.get(citedBy(place));
        if (IS_ESTIMATE.test(place.source) || IS_LACKING.test(place.source)) return false;
        return cited ? away(place, cited) > NEAR_KM : namesakesNear(place).length === 0;
      });
      expect(own.length).toBeGreaterThan(400);
      expect(strays.map((place) => place.id)).toEqual([]);
    });

    it(`each settlement of ${country} whose point is an estimate has no row there, and says so`, () => {
      const estimates = own.filter((place) => IS_ESTIMATE.test(place.source) && SETTLEMENTS.has(place.kind));
      const isThere = (place: Place) => namesakesNear(place).some(({ isArea }) => !isArea);
      const wrong = estimates.filter(
        (place) => isThere(place) || !(place.source.includes(NONE_NEAR) || place.certainty === 'D'),
      );
      expect(wrong.map((place) => place.id)).toEqual([]);
    });

    it(`each point of certainty A in ${country} carries a name that the cited row has, or that row has none in Arabic`, () => {
      const wrong = own.filter((place) => {
        const row = place.certainty === 'A' ? byId.get(citedBy(place)) : undefined;
        return row && row.names.length > 0 && !place.forms.some((form) => row.names.includes(comparable(form)));
      });
      expect(wrong.map((place) => place.id)).toEqual([]);
    });
  }
});

const GOLD = join(SHARED, 'gold', 'places.json');

describe.skipIf(!existsSync(GOLD))('against the annotated places of the five mission reports', () => {
  it('each is known by its English name, but for those that only describe an area', () => {
    const described = /^(areas|camps|farms|villages|main road) /;
    const gold: { name: string }[] = JSON.parse(readFileSync(GOLD, 'utf8'));
    const unknown = gold.filter(({ name }) => !described.test(name) && gazetteer.namedInEnglish(name).length === 0);
    expect(unknown.map(({ name }) => name)).toEqual([]);
  });
});

describe('a broken table is refused, with file, line and field', () => {
  const good = 'xx.land,Land,أرض,,country,,35,38,,C,test,,';
  const table = (...rows: string[]): string => {
    const folder = mkdtempSync(join(tmpdir(), 'places-'));
    writeFileSync(join(folder, 'test.csv'), [PLACE_COLUMNS.join(','), good, ...rows].join('\n'));
    return folder;
  };
  it.each([
    ['an unknown kind', 'xx.a,A,أ,,hamlet,xx.land,35,38,,C,test,,', /test\.csv:3: kind: "hamlet" is unknown/],
    ['an unknown parent', 'xx.a,A,أ,,town,xx.sea,35,38,,C,test,,', /test\.csv:3: parent: "xx\.sea" is no place/],
    ['a latitude off the globe', 'xx.a,A,أ,,town,xx.land,95,38,,C,test,,', /test\.csv:3: lat: "95" is out of range/],
    ['half a point', 'xx.a,A,أ,,town,xx.land,35,,,C,test,,', /test\.csv:3: lat: stands without its other half/],
    [
      'a point far from its country',
      'xx.a,A,أ,,town,xx.land,5,38,,C,test,,',
      /test\.csv:3: parent: "xx\.a" lies 3336 km/,
    ],
    ['an id given twice', 'xx.land,A,أ,,town,,35,38,,C,test,,', /test\.csv:3: id: "xx\.land" is taken by test\.csv:2/],
    ['no source', 'xx.a,A,أ,,town,xx.land,35,38,,C,,,', /test\.csv:3: source: is empty/],
    ['an unknown bank', 'xx.a,A,أ,,town,xx.land,35,38,north,C,test,,', /test\.csv:3: bank: "north" is unknown/],
    ['a malformed id', 'Aleppo,A,أ,,town,xx.land,35,38,,C,test,,', /test\.csv:3: id: "Aleppo" is malformed/],
    ['a place inside itself', 'xx.a,A,أ,,town,xx.a,35,38,,C,test,,', /test\.csv:3: parent: "xx\.a" lies inside itself/],
    ['too few cells', 'xx.a,A', /test\.csv:3: line: /],
  ])('%s', (_what, row, message) => {
    expect(() => loadPlaces(table(row))).toThrow(message);
  });

  it('but the same row without the slip is taken', () => {
    expect(loadPlaces(table('xx.a,A,أ,,town,xx.land,36,38,east,C,test,yes,B')).map((place) => place.id)).toEqual([
      'xx.land',
      'xx.a',
    ]);
  });
});
