import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import type { DataFile } from '../data-files.js';
import type { Place } from '../entries.js';
import { LexiconError } from '../errors.js';
import { kilometres } from './distance.js';
import { PLACE_COLUMNS, type PlaceCells, readPlace } from './row.js';

/** The gazetteer's own tables. */
export const PLACES_FOLDER = fileURLToPath(new URL('../../data/places', import.meta.url));

/** Farther than this from its parent, a point is a slip of the pen. */
const FARTHEST_FROM_PARENT_KM = 600;
/** A country's point is about its middle, and some are wide. */
const FARTHEST_FROM_COUNTRY_KM = 1500;
/** Countries that reach farther from their middle, and how far any of them does. */
const WIDE = new Set(['AR', 'AU', 'BR', 'CA', 'CL', 'CN', 'ID', 'IN', 'RU', 'US']);
const FARTHEST_FROM_WIDE_COUNTRY_KM = 4500;

interface Row {
  readonly file: string;
  readonly line: number;
  readonly place: Place;
}

const readTable = (folder: string, name: string): Row[] => {
  const file = join(folder, name);
  const [head = [], ...lines] = readCells(file);
  const missing = PLACE_COLUMNS.filter((column) => !head.includes(column));
  if (missing.length > 0) throw new LexiconError(file, 1, 'head', `lacks ${missing.join(', ')}`, 'Name every column');
  const at = PLACE_COLUMNS.map((column) => [column, head.indexOf(column)] as const);
  return lines.map((line, index) => {
    const cells = Object.fromEntries(at.map(([column, cell]) => [column, line[cell]!])) as PlaceCells;
    return { file, line: index + 2, place: readPlace(file, index + 2, cells) };
  });
};

/** The cells of each line; no cell of these tables holds a line break. */
const readCells = (file: string): string[][] => {
  const text = readFileSync(file, 'utf8');
  try {
    return plainCells(text) ?? parse(text, { bom: true });
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? 1;
    throw new LexiconError(file, line, 'line', (error as Error).message, 'Give each line as many cells as the head');
  }
};

/** The same, read far faster than by the library; null for what is not plain, such as lines of unequal length. */
const plainCells = (text: string): string[][] | null => {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  if (/[\r\ufeff]/.test(text) || lines.includes('')) return null;
  const rows = lines.map((line) => (line.includes('"') ? (parse(line) as string[][])[0]! : line.split(',')));
  return rows.every(({ length }) => length === rows[0]!.length) ? rows : null;
};

const indexRows = (rows: readonly Row[]): ReadonlyMap<string, Row> => {
  const byId = new Map<string, Row>();
  for (const row of rows) {
    const earlier = byId.get(row.place.id);
    if (earlier) {
      const where = `${basename(earlier.file)}:${earlier.line}`;
      throw new LexiconError(row.file, row.line, 'id', `"${row.place.id}" is taken by ${where}`, 'Choose another');
    }
    byId.set(row.place.id, row);
  }
  return byId;
};

const farthestFrom = ({ kind, country }: Place): number => {
  if (kind !== 'country') return FARTHEST_FROM_PARENT_KM;
  return WIDE.has(country) ? FARTHEST_FROM_WIDE_COUNTRY_KM : FARTHEST_FROM_COUNTRY_KM;
};

const checkParent = ({ file, line, place }: Row, byId: ReadonlyMap<string, Row>): void => {
  const fail = (wrong: string, todo: string): never => {
    throw new LexiconError(file, line, 'parent', wrong, todo);
  };
  if (place.parent === null) return;
  const parent =
    byId.get(place.parent)?.place ?? fail(`"${place.parent}" is no place of these tables`, 'Add its row first');
  const seen = new Set([place.id]);
  for (
    let above: Place | undefined = parent;
    above;
    above = above.parent === null ? undefined : byId.get(above.parent)?.place
  ) {
    if (seen.has(above.id)) fail(`"${place.id}" lies inside itself by way of "${above.id}"`, 'Break the circle');
    seen.add(above.id);
  }
  if (place.lat === null || place.lon === null || parent.lat === null || parent.lon === null) return;
  const away = kilometres({ lat: place.lat, lon: place.lon }, { lat: parent.lat, lon: parent.lon });
  const limit = farthestFrom(parent);
  if (away > limit)
    fail(`"${place.id}" lies ${Math.round(away)} km from "${parent.id}"`, 'Mend the coordinates or the parent');
};

/** The tables at a path: the file itself, or those of a folder in the order of their names. */
const tablesAt = (path: string): readonly string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith('.csv'))
        .sort()
        .map((name) => join(path, name))
    : [path];

/** Names and texts of imported tables, by which their version is known. */
export const importedTables = (path: string): readonly DataFile[] =>
  tablesAt(path).map((file) => ({ name: basename(file), text: readFileSync(file, 'utf8') }));

/**
 * Places of an imported table (`isnad gazetteer import`), or of a folder of such, that the project's own tables do
 * not hold. Their parents are places of either; a parent that is gone since leaves its place in its country. Throws
 * `LexiconError` for a broken row.
 */
export const loadImportedPlaces = (path: string, own: readonly Place[]): readonly Place[] => {
  const rows = tablesAt(path).flatMap((file) => readTable(dirname(file), basename(file)));
  const byId = indexRows(rows);
  const known = new Set(own.map(({ id }) => id));
  const countries = new Map(own.filter(({ kind }) => kind === 'country').map((place) => [place.country, place.id]));
  const added = rows.filter(({ place }) => !known.has(place.id));
  const ids = new Set(added.map(({ place }) => place.id));
  return added.map(({ place }): Place => {
    const isThere =
      place.parent !== null && (known.has(place.parent) || (byId.has(place.parent) && ids.has(place.parent)));
    return { ...place, imported: true, parent: isThere ? place.parent : (countries.get(place.country) ?? null) };
  });
};

/**
 * All places of the tables (`*.csv`) in a folder, in the order of file names and lines. `forms` hold the
 * written forms and the spellings that follow by rule, folded. Throws `LexiconError` for a broken row.
 */
export const loadPlaces = (folder: string = PLACES_FOLDER): readonly Place[] => {
  const rows = readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .flatMap((name) => readTable(folder, name));
  const byId = indexRows(rows);
  for (const row of rows) checkParent(row, byId);
  return rows.map((row) => row.place);
};
