import type { Certainty, Place } from '../entries.js';
import { LexiconError } from '../errors.js';
import { isPlaceKind } from './kinds.js';
import { spellings } from './spellings.js';

/** The columns of a table of places, in the order in which they are written. */
export const PLACE_COLUMNS = [
  'id',
  'name',
  'name_ar',
  'forms',
  'kind',
  'parent',
  'lat',
  'lon',
  'bank',
  'certainty',
  'source',
  'needs_head',
  'also',
] as const;

/** One line of a table, by column. */
export type PlaceCells = Readonly<Record<(typeof PLACE_COLUMNS)[number], string>>;

/** Behind a form that only a head noun or a companion place lets stand: الضفة!, the Bank. */
const WEAK = '!';

const list = (cell: string): string[] =>
  cell
    .split('|')
    .map((form) => form.trim())
    .filter(Boolean);

/** The place that one line tells; throws `LexiconError` for a broken one. */
export const readPlace = (file: string, line: number, cells: PlaceCells): Place => {
  type Column = keyof PlaceCells;
  const fail = (column: Column, wrong: string, todo: string): never => {
    throw new LexiconError(file, line, column, wrong, todo);
  };
  const filled = (column: Column): string => cells[column].trim() || fail(column, 'is empty', 'Fill it in');
  const oneOf = <T extends string>(column: Column, words: readonly T[]): T =>
    words.find((word) => word === cells[column].trim()) ??
    fail(column, `"${cells[column]}" is unknown`, `Use one of: ${words.map((word) => word || '(empty)').join(', ')}`);
  const degrees = (column: 'lat' | 'lon', limit: number): number | null => {
    const cell = cells[column].trim();
    if (cell === '') return null;
    const value = Number(cell);
    return Number.isFinite(value) && Math.abs(value) <= limit
      ? value
      : fail(column, `"${cell}" is out of range`, `Give WGS 84 degrees within ±${limit}`);
  };

  const id = filled('id');
  const country =
    /^([a-z]{2})\.[a-z0-9-]+$/.exec(id)?.[1] ??
    fail('id', `"${id}" is malformed`, 'Write country.name, such as sy.hajin');
  const kind = filled('kind');
  const nameAr = filled('name_ar');
  const lat = degrees('lat', 90);
  const lon = degrees('lon', 180);
  if ((lat === null) !== (lon === null)) fail('lat', 'stands without its other half', 'Give lat and lon, or neither');
  const also = list(cells.also);
  const forms = list(cells.forms);
  const strong = [...new Set([nameAr, ...forms.filter((form) => !form.endsWith(WEAK))].flatMap(spellings))];
  const weak = forms.filter((form) => form.endsWith(WEAK)).flatMap((form) => spellings(form.slice(0, -1)));
  return {
    id,
    name: filled('name'),
    nameAr,
    forms: [...strong, ...weak.filter((form) => !strong.includes(form))],
    kind: isPlaceKind(kind) ? kind : fail('kind', `"${kind}" is unknown`, 'Use a kind of PLACE_KINDS'),
    country: country.toUpperCase(),
    parent: cells.parent.trim() || null,
    lat,
    lon,
    bank: oneOf<'' | 'east' | 'west'>('bank', ['', 'east', 'west']) || null,
    certainty: oneOf<Certainty>('certainty', ['A', 'B', 'C', 'D']),
    source: filled('source'),
    needsHead: oneOf('needs_head', ['', 'yes']) === 'yes',
    // Written out where there are none too, so that all places have one shape.
    weakForms: weak.length > 0 ? weak : undefined,
    imported: undefined,
    also: also.length > 0 ? also : undefined,
  };
};
