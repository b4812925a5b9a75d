import { type FileForm, reasonOf, refused } from '../../arrival.js';
import { linesOf, writtenIn } from '../../encoding/lines.js';
import type { Columns } from '../../sidecar/columns.js';
import { firstSign } from '../first-sign.js';
import { isObject, type JsonObject } from '../json-object.js';
import { knownColumns } from '../table/known-columns.js';
import { noTextColumn, readRow } from '../table/row.js';

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;

/** A field by its name, or by a path of names such as `author.name`. */
const fieldOf = (object: JsonObject, name: string): string | undefined => {
  if (Object.hasOwn(object, name)) {
    const value = object[name];
    if (!isObject(value)) return Array.isArray(value) ? value.map(textOf).filter(Boolean).join('، ') : textOf(value);
    return fieldOf(value, 'name');
  }
  const [first, ...rest] = name.split('.');
  const inner = Object.hasOwn(object, first!) ? object[first!] : undefined;
  return rest.length > 0 && isObject(inner) ? fieldOf(inner, rest.join('.')) : undefined;
};

const parsed = (line: string): JsonObject | string => {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : 'it is no object';
  } catch (error) {
    return reasonOf(error);
  }
};

const FIRST_LINE = /^\ufeff?\s*\{.*\}\s*$/;

/** Whether a file of no telling name holds two JSON objects, one a line. */
const isLines = (head: Uint8Array): boolean => {
  const [first, second] = new TextDecoder().decode(head).split('\n');
  return (
    FIRST_LINE.test(first ?? '') && isObject(parsed((first ?? '').replace('\ufeff', ''))) && /^\s*\{/.test(second ?? '')
  );
};

/** A JSON object a line, each a report. Read a line at a time; a line that is broken costs itself. */
export const jsonLines: FileForm = {
  form: 'json-lines',
  accepts: (path, head) => /\.(?:jsonl|ndjson)$/i.test(path) || (firstSign(head) === '{' && isLines(head)),
  read: async function* (source, context) {
    const { encoding, notes } = await writtenIn(source);
    if (encoding === 'binary') return yield refused(source.path, context.given, 'archive/binary', notes[0]!.message);
    const encoder = new TextEncoder();
    let last: { readonly keys: string; readonly columns: Columns } = { keys: '', columns: {} };
    let isEmpty = true;
    for await (const { number, text, over } of linesOf(source, encoding, context.limits.bytes)) {
      const line = text.replace(/^\ufeff/, '').replace(/\r?\n$/, '');
      if (line.trim() === '') continue;
      isEmpty = false;
      const path = `${source.path}!/${number}`;
      const object = over ? 'it is longer than the limit for one report' : parsed(line);
      if (typeof object === 'string') {
        const message = `Line ${number} is no JSON object (${object}), so it was left out; the others are read. Mend that line.`;
        yield refused(path, context.given, 'archive/bad-line', message);
        continue;
      }
      const names = Object.keys(object);
      const keys = names.join('\u0000');
      if (keys !== last.keys) last = { keys, columns: knownColumns(names, context.columns) };
      const table = { path: source.path, form: 'json-lines', encoding, notes, columns: last.columns };
      if (last.columns.text === undefined) yield noTextColumn(path, names, context);
      else
        yield readRow({ path, bytes: encoder.encode(line), valueOf: (name) => fieldOf(object, name) }, table, context);
    }
    if (isEmpty)
      yield refused(
        source.path,
        context.given,
        'archive/empty',
        'The file is empty, so nothing was read. Fetch it again.',
      );
  },
};
