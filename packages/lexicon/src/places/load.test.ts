import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fold } from '@isnad/arabic';
import { describe, expect, it } from 'vitest';
import { kilometres } from './distance.js';
import { loadGazetteer } from './gazetteer.js';
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

/** Reference data beside the checkout; the checks against it are skipped where it is absent. */
const SHARED = process.env.ISNAD_SHARED ?? fileURLToPath(new URL('../../../../../shared', import.meta.url));
const GEONAMES = join(SHARED, 'data', 'gazetteer');

/** Names as two gazetteers may be compared: folded, no articles, no spaces. */
const bare = (name: string): string =>
  fold(name)
    .split(' ')
    .map((word) => word.replace(/^ال/, ''))
    .join('')
    .replace(/[^\u0621-\u064a]/g, '');

describe.skipIf(!existsSync(GEONAMES))('against GeoNames and Who’s On First', () => {
  for (const country of ['SY', 'IQ']) {
    const rows = readFileSync(join(GEONAMES, `${country}.txt`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('\t'))
      .map((cells) => ({
        id: cells[0]!,
        names: cells[3]!.split(',').map(bare),
        lat: Number(cells[4]),
        lon: Number(cells[5]),
      }));
    const byId = new Map(rows.map((row) => [row.id, row]));
    const byName = new Map<string, typeof rows>();
    for (const row of rows) for (const name of new Set(row.names)) byName.set(name, [...(byName.get(name) ?? []), row]);

    it(`each settlement of ${country} lies within 5 km of its row there, or its source says why not`, () => {
      const settlements = places.filter(
        (place) => place.country === country && ['city', 'town', 'village'].includes(place.kind),
      );
      const strays = settlements.filter((place) => {
        const point = { lat: place.lat!, lon: place.lon! };
        const isNear = (row: { lat: number; lon: number }) => kilometres(point, row) <= 5;
        const cited = /gn(\d+)/.exec(place.source)?.[1];
        if (cited) return byId.has(cited) && !isNear(byId.get(cited)!);
        const same = place.forms.flatMap((form) => byName.get(bare(form)) ?? []);
        return !same.some(isNear) && !/^(estimate|not located)/.test(place.source);
      });
      expect(settlements.length).toBeGreaterThan(150);
      expect(strays.map((place) => place.id)).toEqual([]);
    });

    it(`each point of certainty A in ${country} carries a name that the cited row has, or that row has none in Arabic`, () => {
      const wrong = places.filter((place) => {
        const row =
          place.country === country && place.certainty === 'A'
            ? byId.get(/gn(\d+)/.exec(place.source)?.[1] ?? '')
            : undefined;
        return row?.names.some(Boolean) && !place.forms.some((form) => row.names.includes(bare(form)));
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
