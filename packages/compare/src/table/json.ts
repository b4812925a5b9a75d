import { type Cells, noTable } from './cells.js';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const said = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(said).join('; ');
  if (isObject(value)) return said(value.name ?? value.title ?? value.slug ?? '');
  return typeof value === 'string' ? value.trim() : JSON.stringify(value);
};

/** The list of objects in a file: the file itself, or the first list of objects among its fields. */
const listIn = (json: unknown): readonly Readonly<Record<string, unknown>>[] | null => {
  if (Array.isArray(json)) return json.filter(isObject);
  if (!isObject(json)) return null;
  const list = Object.values(json).find((value) => Array.isArray(value) && value.some(isObject));
  return Array.isArray(list) ? list.filter(isObject) : null;
};

export const jsonCells = (text: string): Cells => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return noTable('compare/no-table', 'The file begins like JSON and is none. Fetch or save it again.');
  }
  const list = listIn(json);
  if (list === null || list.length === 0)
    return noTable('compare/no-table', 'The JSON holds no list of incidents. Give the list itself.');
  const headings = [...new Set(list.flatMap((one) => Object.keys(one)))];
  return {
    headings,
    rows: list.map((one, i) => ({ at: i + 1, cells: headings.map((heading) => said(one[heading])) })),
    notes: [],
  };
};
