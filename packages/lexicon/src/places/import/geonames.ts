import type { PlaceKind } from '../../entries.js';
import type { ForeignTable, RowReading } from './foreign.js';
import { gatherRows } from './gather.js';
import { type Line, tabbedLines } from './lines.js';
import { arabicNames, plainLatin, pointFrom } from './names.js';

/** Columns of a GeoNames country dump (download.geonames.org/export/dump/readme.txt). */
const COLUMNS = 19;

/** Feature codes that reports are placed by, with the kind of place that each is. */
const KINDS: Readonly<Record<string, PlaceKind>> = {
  PCLI: 'country',
  ADM1: 'governorate',
  ADM2: 'district',
  ADM3: 'subdistrict',
  ADM4: 'subdistrict',
  PPLC: 'city',
  PPLA: 'city',
  PPLA2: 'town',
  PPLA3: 'town',
  PPLA4: 'town',
  PPLX: 'quarter',
  CMPRF: 'camp',
  AIRP: 'airport',
  AIRB: 'base',
  AIRF: 'airport',
  DAM: 'dam',
  BDG: 'bridge',
  OILF: 'field',
  GASF: 'field',
  PRN: 'prison',
  HSP: 'hospital',
  PRT: 'port',
  ISL: 'island',
  LK: 'lake',
  STM: 'river',
  WAD: 'valley',
  MT: 'mountain',
  MTS: 'mountain',
};

/** Settlements that were given up, destroyed or are of history only. */
const GONE = new Set(['PPLH', 'PPLQ', 'PPLW', 'ADM1H', 'ADM2H', 'ADM3H', 'ADM4H', 'PCLH']);

const CITY = 100_000;
const TOWN = 10_000;

const kindOf = (code: string, population: number): PlaceKind | null => {
  const kind = KINDS[code];
  if (kind !== undefined) return kind;
  if (!code.startsWith('PPL')) return null;
  return population >= CITY ? 'city' : population >= TOWN ? 'town' : 'village';
};

/** Whether a line looks like one of such a dump. */
export const isGeonames = (line: string): boolean => {
  const cells = line.split('\t');
  return cells.length === COLUMNS && /^\d+$/.test(cells[0]!) && /^[A-Z]?$/.test(cells[6]!);
};

/**
 * GeoNames has eight digits at most. Tables made from Who’s On First in the columns of GeoNames mark that gazetteer's
 * own ids, longer ones, with a 9 in front.
 */
const keyOf = (id: string): string => (/^9\d{8,}$/.test(id) ? `wof${id.slice(1)}` : `gn${id}`);

const readRow = ({ cells }: Line): RowReading => {
  if (cells.length !== COLUMNS)
    return { code: 'gazetteer/bad-row', message: `holds ${cells.length} cells in place of ${COLUMNS}` };
  const [id, name, , alternates, lat, lon, , code, country] = cells as string[] & { length: 19 };
  if (!/^\d+$/.test(id!)) return { code: 'gazetteer/bad-row', message: `"${id}" is no GeoNames id` };
  if (!/^[A-Z]{2}$/.test(country!)) return { code: 'gazetteer/bad-row', message: `"${country}" is no country code` };
  if (GONE.has(code!)) return 'gone';
  const population = Number(cells[14]) || 0;
  const kind = kindOf(code!, population);
  if (kind === null) return 'no-kind';
  const point = pointFrom(lat, lon);
  if (point === null) return { code: 'gazetteer/bad-point', message: `"${lat}, ${lon}" is no point on the globe` };
  const arabic = arabicNames([name!, ...alternates!.split(',')]);
  if (arabic.length === 0) return 'no-arabic';
  return {
    key: keyOf(id!),
    english: plainLatin(name!) || keyOf(id!),
    arabic,
    kind,
    country: country!,
    ...point,
    within: withinOf(code!, country!, cells.slice(10, 14)),
    population,
    source: `${keyOf(id!).startsWith('wof') ? 'Who’s On First' : 'GeoNames'} ${keyOf(id!)} (CC BY 4.0)`,
  };
};

/** Names of areas by their codes, the smallest first: `adm:SY.03.0301`, `adm:SY.03`. */
const withinOf = (code: string, country: string, codes: readonly string[]): readonly string[] => {
  const own = /^ADM([1-4])$/.exec(code)?.[1];
  const filled = codes.slice(0, own === undefined ? 4 : Number(own) - 1);
  return filled
    .map((_, index) => filled.slice(0, index + 1))
    .filter((path) => path.every((part) => part !== '' && part !== '00'))
    .map((path) => `adm:${[country, ...path].join('.')}`)
    .reverse();
};

/** The name by which places of a dump call the area of a line: its codes. Null for what is no area. */
const areaOf = ({ cells }: Line): string | null => {
  const level = /^ADM([1-4])$/.exec(cells[7] ?? '')?.[1];
  if (level === undefined) return null;
  const path = cells.slice(10, 10 + Number(level));
  return path.every((part) => part !== '') ? `adm:${[cells[8], ...path].join('.')}` : null;
};

/** Reads a GeoNames country dump (`SY.txt`). */
export const readGeonames = (text: string): ForeignTable => {
  const lines = tabbedLines(text);
  const areas = new Map(
    lines.flatMap((line) => {
      const area = areaOf(line);
      return area === null ? [] : [[area, keyOf(line.cells[0]!)] as const];
    }),
  );
  const table = gatherRows(lines.map((line) => ({ where: `line ${line.line}`, reading: readRow(line) })));
  return {
    ...table,
    places: table.places.map((place) => ({
      ...place,
      within: place.within.flatMap((area) => areas.get(area) ?? []),
    })),
  };
};
