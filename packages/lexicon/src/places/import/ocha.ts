import type { PlaceKind } from '../../entries.js';
import type { ForeignPlace, ForeignTable } from './foreign.js';
import { gatherRows, type Told } from './gather.js';
import { commaLines, type Line } from './lines.js';
import { arabicNames, plainLatin, pointFrom } from './names.js';

const KINDS: readonly PlaceKind[] = ['country', 'governorate', 'district', 'subdistrict', 'village'];

/** Columns of one level. The tables of common operational datasets name them in several ways. */
interface Level {
  readonly level: number;
  readonly code: number;
  readonly arabic: number;
  readonly english: number;
}

interface Columns {
  readonly levels: readonly Level[];
  readonly lat: number;
  readonly lon: number;
}

const LATITUDE = /^(?:lat|latitude|latitude_?y|y|point_?y|center_?lat|centroid_?lat|lat_?dd)$/;
const LONGITUDE = /^(?:lon|long|longitude|longitude_?x|x|point_?x|center_?lon|centroid_?lon|lon_?dd)$/;

/** admin3Pcode, ADM3_PCODE, adm3_pcode … of each level that a head holds. */
export const ochaColumns = (head: readonly string[]): Columns | null => {
  const heads = head.map((name) => name.trim().toLowerCase().replace(/\s+/g, '_'));
  const at = (pattern: RegExp): number => heads.findIndex((name) => pattern.test(name));
  const levels = KINDS.map((_, level) => ({
    level,
    code: at(new RegExp(`^adm(?:in)?_?${level}_?p_?code$`)),
    arabic: at(new RegExp(`^adm(?:in)?_?${level}(?:_?name)?_?ar$|^adm${level}_name[12]$`)),
    english: at(new RegExp(`^adm(?:in)?_?${level}(?:_?name)?_?en$|^adm(?:in)?_?${level}_?name$`)),
  })).filter(({ code }) => code >= 0);
  return levels.length > 0 && levels.some(({ arabic }) => arabic >= 0)
    ? { levels, lat: at(LATITUDE), lon: at(LONGITUDE) }
    : null;
};

/** Whether a first line is the head of such a table. */
export const isOcha = (line: string): boolean =>
  ochaColumns(line.split(/[,;\t]/).map((cell) => cell.replace(/^\ufeff|"/g, ''))) !== null;

const keyOf = (code: string): string => code.toLowerCase().replace(/[^a-z0-9]+/g, '-');

type Area = Omit<ForeignPlace, 'lat' | 'lon'> & {
  readonly points: { lat: number; lon: number }[];
  readonly level: number;
};

/** Reads an administrative table of OCHA (common operational dataset), saved as CSV. */
export const readOcha = (text: string): ForeignTable => {
  const [head, ...lines] = commaLines(text);
  const columns = head ? ochaColumns(head.cells) : null;
  if (!columns) return { places: [], notes: [] };
  const areas = new Map<string, Area>();
  const told: Told[] = [];
  for (const line of lines) {
    const reading = readRow(line, columns, head!.cells.length, areas);
    if (reading) told.push({ where: `line ${line.line}`, reading });
  }
  for (const { points, level: _, ...area } of areas.values()) {
    if (area.arabic.length === 0) told.push({ where: area.key, reading: 'no-arabic' });
    else if (points.length > 0) told.push({ where: area.key, reading: { ...area, ...middleOf(points) } });
  }
  return gatherRows(told);
};

/** Takes the smallest level of a row as a place, and notes the larger ones by what lies in them. */
const readRow = (
  { cells, broken }: Line,
  { levels, lat, lon }: Columns,
  width: number,
  areas: Map<string, Area>,
): Told['reading'] | null => {
  if (broken !== undefined) return { code: 'gazetteer/bad-row', message: `cannot be parted into cells (${broken})` };
  if (cells.length !== width)
    return { code: 'gazetteer/bad-row', message: `holds ${cells.length} cells in place of ${width}` };
  const filled = levels.filter(({ code }) => cells[code] !== '');
  const smallest = filled.at(-1);
  // A second head, with the tags of the Humanitarian Exchange Language.
  if (cells.some((cell) => /^#(?:adm|geo|country)/.test(cell))) return null;
  if (!smallest) return { code: 'gazetteer/bad-row', message: 'has no p-code' };
  const code = cells[smallest.code]!;
  const country = /^([A-Z]{2})/.exec(code)?.[1] ?? /^([A-Z]{2})/.exec(cells[filled[0]!.code]!)?.[1];
  if (country === undefined) return { code: 'gazetteer/bad-row', message: `"${code}" begins with no country code` };
  const point = pointFrom(cells[lat], cells[lon]);
  if (point === null)
    return {
      code: 'gazetteer/bad-point',
      message:
        lat < 0 || lon < 0 ? 'the table has no columns of latitude and longitude' : 'holds no point on the globe',
    };
  const within: string[] = [];
  if (areas.get(keyOf(code))?.level === smallest.level)
    return { code: 'gazetteer/same-id', message: `${code} stood before` };
  for (const { level, code: column, arabic, english } of filled) {
    const written = cells[column]!;
    const key = keyOf(written);
    const known = areas.get(key);
    if (known) known.points.push(point);
    else
      areas.set(key, {
        key,
        level: level === smallest.level ? level : -1,
        english: plainLatin(cells[english] ?? '') || key,
        arabic: arabicNames([cells[arabic] ?? '']),
        kind: KINDS[level]!,
        country,
        within: [...within],
        population: 0,
        source: `OCHA p-code ${written}`,
        points: [point],
      });
    within.unshift(key);
  }
  return null;
};

const middleOf = (points: readonly { lat: number; lon: number }[]): { lat: number; lon: number } => ({
  lat: points.reduce((sum, { lat }) => sum + lat, 0) / points.length,
  lon: points.reduce((sum, { lon }) => sum + lon, 0) / points.length,
});
