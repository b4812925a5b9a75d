import { type Given, isEdtf, type Note, note } from '@isnad/model';
import { type Columns, readColumns } from './columns.js';

/** What a sidecar gives, and what is wrong with it. */
export interface Sidecar {
  readonly given: Given;
  /** Which columns hold what, beside a table. */
  readonly columns?: Columns;
  readonly notes: readonly Note[];
}

/** Path of the sidecar of a report: `reports/x.txt` → `reports/x.meta.json`. */
export const sidecarPath = (path: string): string => path.replace(/(?<=[^/\\])\.[^./\\]+$/, '').concat('.meta.json');

const FIELDS = ['outlet', 'published', 'url', 'title', 'author'] as const;

const bad = (path: string, what: string): Note =>
  note('archive/bad-sidecar', 'warning', `${path}: ${what}. The report is read without it; mend the file.`);

const objectOf = (json: string): Record<string, unknown> | string => {
  try {
    const value: unknown = JSON.parse(json.replace(/^\ufeff/, ''));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
    return 'is no JSON object';
  } catch (error) {
    return `is no JSON (${error instanceof Error ? error.message : 'unknown fault'})`;
  }
};

/**
 * The content of a sidecar: any of `outlet`, `published` (EDTF), `url`, `title`, `author`,
 * and beside a table `columns`; null and unknown fields
 * are passed over. A field that cannot be used is left out with a note; the others still count.
 */
export const readSidecar = (path: string, json: string): Sidecar => {
  const value = objectOf(json);
  if (typeof value === 'string') return { given: {}, notes: [bad(path, value)] };
  const given: { -readonly [field in keyof Given]: Given[field] } = {};
  const notes: Note[] = [];
  for (const field of FIELDS) {
    const content = value[field];
    if (content === undefined || content === null) continue;
    if (typeof content !== 'string' || content.trim() === '') notes.push(bad(path, `${field} is no text`));
    else if (field === 'published' && !isEdtf(content))
      notes.push(bad(path, `published is no EDTF date such as 2018-12-17 (found "${content}")`));
    else given[field] = content.trim();
  }
  if (value.columns === undefined || value.columns === null) return { given, notes };
  const columns = readColumns(value.columns);
  if (typeof columns === 'string') return { given, notes: [...notes, bad(path, columns)] };
  return { given, columns, notes };
};
