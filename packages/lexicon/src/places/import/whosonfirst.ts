import type { PlaceKind } from '../../entries.js';
import type { ForeignTable, RowReading } from './foreign.js';
import { gatherRows } from './gather.js';
import { arabicNames, plainLatin, pointFrom } from './names.js';

/** Placetypes that reports are placed by (whosonfirst.org/docs/placetypes). */
const KINDS: Readonly<Record<string, PlaceKind>> = {
  country: 'country',
  region: 'governorate',
  macrocounty: 'district',
  county: 'district',
  localadmin: 'subdistrict',
  locality: 'village',
  borough: 'quarter',
  neighbourhood: 'quarter',
  macrohood: 'quarter',
};

const CITY = 100_000;
const TOWN = 10_000;

type Properties = Readonly<Record<string, unknown>>;

const isProperties = (value: unknown): value is Properties => typeof value === 'object' && value !== null;

/** Names of one language, in the order in which they are preferred. */
const namesIn = (properties: Properties, language: string): readonly string[] =>
  ['preferred', 'colloquial', 'variant'].flatMap((rank) => {
    const names = properties[`name:${language}_x_${rank}`];
    return Array.isArray(names) ? names.filter((name): name is string => typeof name === 'string') : [];
  });

const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

const readFeature = (feature: unknown): RowReading => {
  const properties = isProperties(feature) && isProperties(feature.properties) ? feature.properties : null;
  if (properties === null) return { code: 'gazetteer/bad-row', message: 'is no feature with properties' };
  const id = text(properties['wof:id']);
  if (!/^\d+$/.test(id)) return { code: 'gazetteer/bad-row', message: 'has no wof:id' };
  const replaced = properties['wof:superseded_by'];
  if (properties['mz:is_current'] === 0 || (Array.isArray(replaced) && replaced.length > 0)) return 'gone';
  if (!/^(?:|uuuu|u|\.\.)$/.test(text(properties['edtf:deprecated']))) return 'gone';
  const country = (text(properties['wof:country']) || text(properties['iso:country'])).toUpperCase();
  if (!/^[A-Z]{2}$/.test(country)) return { code: 'gazetteer/bad-row', message: `"${country}" is no country code` };
  const listed = KINDS[text(properties['wof:placetype'])];
  if (listed === undefined) return 'no-kind';
  const point =
    pointFrom(properties['lbl:latitude'], properties['lbl:longitude']) ??
    pointFrom(properties['geom:latitude'], properties['geom:longitude']);
  if (point === null) return { code: 'gazetteer/bad-point', message: 'holds no point on the globe' };
  const arabic = arabicNames([...namesIn(properties, 'ara'), text(properties['wof:name'])]);
  if (arabic.length === 0) return 'no-arabic';
  const population = Number(properties['wof:population']) || 0;
  return {
    key: `wof${id}`,
    english: plainLatin(namesIn(properties, 'eng')[0] ?? text(properties['wof:name'])) || `wof${id}`,
    arabic,
    kind: listed === 'village' ? (population >= CITY ? 'city' : population >= TOWN ? 'town' : 'village') : listed,
    country,
    ...point,
    within: withinOf(properties, id),
    population,
    source: `Who’s On First wof${id} (CC BY 4.0)`,
  };
};

const LEVELS = ['localadmin', 'county', 'macrocounty', 'region', 'country'];

const withinOf = (properties: Properties, id: string): readonly string[] => {
  const [hierarchy] = Array.isArray(properties['wof:hierarchy']) ? (properties['wof:hierarchy'] as unknown[]) : [];
  const levels = isProperties(hierarchy) ? LEVELS.map((level) => text(hierarchy[`${level}_id`])) : [];
  return [text(properties['wof:parent_id']), ...levels]
    .filter((above, at, all) => /^\d+$/.test(above) && above !== id && all.indexOf(above) === at)
    .map((above) => `wof${above}`);
};

/** A GeoJSON text with its name: a feature, a collection of them, or one a line. */
export interface GeoJsonText {
  readonly name: string;
  readonly text: string;
}

const featuresOf = function* ({ name, text: json }: GeoJsonText): Generator<{ where: string; feature: unknown }> {
  let whole: unknown;
  try {
    whole = JSON.parse(json);
  } catch {
    let line = 0;
    for (const written of json.split('\n')) {
      line++;
      if (written.trim() === '') continue;
      let feature: unknown = null;
      try {
        feature = JSON.parse(written);
      } catch {
        // Told as a broken row below, with its line.
      }
      yield { where: `${name}, line ${line}`, feature };
    }
    return;
  }
  if (isProperties(whole) && Array.isArray(whole.features))
    for (const [index, feature] of whole.features.entries()) yield { where: `${name}, feature ${index + 1}`, feature };
  else yield { where: name, feature: whole };
};

/** Reads the GeoJSON records of Who’s On First. */
export const readWhosOnFirst = (texts: Iterable<GeoJsonText>): ForeignTable => {
  const rows = function* () {
    for (const one of texts)
      for (const { where, feature } of featuresOf(one)) yield { where, reading: readFeature(feature) };
  };
  return gatherRows(rows());
};
