import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parse, parseDocument, YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { LexiconError } from './errors.js';
import { readPlainYaml } from './plain-yaml.js';

/** A data file with its bytes as text; `name` is relative to the data folder and has forward slashes. */
export interface DataFile {
  readonly name: string;
  readonly text: string;
}

/** An entry and where it stands, so that a later check can name its line. */
export interface Placed<T> {
  readonly entry: T;
  readonly file: DataFile;
  readonly index: number;
}

/** All data files with an extension below a folder, in the order of their names. */
export const listFiles = (folder: string, extension: string, under = ''): readonly DataFile[] =>
  readdirSync(join(folder, under), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((found) => {
      const name = under ? `${under}/${found.name}` : found.name;
      if (found.isDirectory()) return listFiles(folder, extension, name);
      return name.endsWith(extension) ? [{ name, text: readFileSync(join(folder, name), 'utf8') }] : [];
    });

/** Reads one file as a list of entries of one shape. */
export const readEntries = <T>(file: DataFile, schema: z.ZodType<T>): readonly Placed<T>[] => {
  const rows = parseRows(file);
  return rows.map((row, index) => {
    const result = schema.safeParse(row);
    if (result.success) return { entry: result.data, file, index };
    const issue = result.error.issues[0]!;
    const { field, todo } = advice(issue);
    throw broken({ entry: row, file, index }, field, issue.message, todo);
  });
};

const parseRows = (file: DataFile): readonly unknown[] => {
  let rows: unknown;
  try {
    rows = readPlainYaml(file.text) ?? parse(file.text);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const first = error.message.split('\n')[0]!;
    throw new LexiconError(
      file.name,
      error.linePos?.[0].line ?? 1,
      'file',
      `is no YAML (${first})`,
      'Mend the spelling of this line.',
    );
  }
  if (Array.isArray(rows)) return rows;
  throw new LexiconError(file.name, 1, 'file', 'is no list', 'Begin each entry with "- ".');
};

const advice = (issue: z.core.$ZodIssue): { readonly field: readonly PropertyKey[]; readonly todo: string } => {
  if (issue.code === 'unrecognized_keys')
    return {
      field: [...issue.path, issue.keys[0]!],
      todo: 'Remove the field, or write its name as in docs/how-to/add-an-actor.md.',
    };
  if (issue.code === 'invalid_value') return { field: issue.path, todo: 'Write one of the words listed.' };
  if (issue.code === 'invalid_type' && issue.message.includes('received undefined'))
    return { field: issue.path, todo: 'Add the field; every entry needs it.' };
  return { field: issue.path, todo: 'Correct this value.' };
};

/** The error for an entry, with the line of the field (or of the entry, where the field is missing). */
export const broken = (at: Placed<unknown>, field: readonly PropertyKey[], wrong: string, todo: string): LexiconError =>
  new LexiconError(at.file.name, lineOf(at, field), field.join('.') || 'entry', `${naming(at.entry)}${wrong}`, todo);

const naming = (entry: unknown): string => {
  const id = typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : null;
  return typeof id === 'string' ? `in "${id}": ` : '';
};

/** The file is read a second time only when something is wrong: positions cost half of the reading time. */
const lineOf = (at: Placed<unknown>, field: readonly PropertyKey[]): number => {
  const lines = new LineCounter();
  const document = parseDocument(at.file.text, { lineCounter: lines });
  for (let depth = field.length; depth >= 0; depth--) {
    const node: unknown = document.getIn([at.index, ...field.slice(0, depth)], true);
    const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : null;
    if (Array.isArray(range) && typeof range[0] === 'number') return lines.linePos(range[0]).line;
  }
  return 1;
};
