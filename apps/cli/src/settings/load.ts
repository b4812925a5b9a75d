import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import { isObject } from '../disk/shape.js';
import { Failure, systemReason } from '../failure.js';
import { SETTINGS, type Settings, settingsSchema } from './schema.js';

/** Settings with where each was found. */
export interface Found {
  readonly settings: Settings;
  /** By path: the file or the variable. What stands nowhere is not in it. */
  readonly from: ReadonlyMap<string, string>;
}

const FIX = 'docs/how-to/settings.md lists all settings.';

const bad = (what: string, todo = FIX): Failure => new Failure('cli/bad-settings', what, todo);

const read = (file: string, what: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw bad(`${what} cannot be read: ${file}: ${systemReason(error)}`, 'Name a file that is there and may be read.');
  }
};

const valuesIn = (file: string): Readonly<Record<string, unknown>> => {
  const lines = new LineCounter();
  const document = parseDocument(read(file, 'the file of settings'), { lineCounter: lines });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw bad(`${file}:${line}:${col} is no YAML: ${error.message.split('\n')[0]!.replace(/ at line \d+.*$/, '')}`);
  }
  const values: unknown = document.toJS();
  if (values === null) return {};
  if (!isObject(values)) throw bad(`${file} holds no settings`);
  return values;
};

/** The value of a variable: itself, or what the file holds that `NAME_FILE` names (as containers hand in secrets). */
const variableOf = (name: string, env: NodeJS.ProcessEnv): { readonly value: string; readonly from: string } | null => {
  const [value, file] = [env[name], env[`${name}_FILE`]];
  if (value !== undefined && value !== '') return { value, from: name };
  if (file === undefined || file === '') return null;
  return { value: read(file, `${name}_FILE`).trim(), from: `${name}_FILE` };
};

const at = (values: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inner, key) => (isObject(inner) ? inner[String(key)] : undefined), values);

const withValue = (
  values: Readonly<Record<string, unknown>>,
  [key, ...rest]: readonly string[],
  value: unknown,
): Readonly<Record<string, unknown>> => {
  const inner = values[key!];
  return { ...values, [key!]: rest.length === 0 ? value : withValue(isObject(inner) ? inner : {}, rest, value) };
};

/**
 * The settings of a file (YAML; none when not given) and of the environment, which wins. What cannot be is said with
 * where it stands; the value is never shown, it may be a secret.
 */
export const loadSettings = (file: string | undefined, env: NodeJS.ProcessEnv): Found => {
  let values = file === undefined ? {} : valuesIn(file);
  const from = new Map<string, string>();
  for (const { path, variable } of SETTINGS) {
    const keys = path.split('.');
    const given = variableOf(variable, env);
    if (given) {
      values = withValue(values, keys, given.value);
      from.set(path, given.from);
    } else if (file !== undefined && at(values, keys) !== undefined) from.set(path, file);
  }
  const checked = settingsSchema.safeParse(values);
  if (checked.success) return { settings: checked.data, from };
  const [issue] = checked.error.issues;
  const path = issue!.path.join('.');
  const where = [...from].find(([known]) => path === known || path.startsWith(`${known}.`))?.[1] ?? file!;
  const why =
    issue!.code === 'unrecognized_keys'
      ? `there is no setting ${unknownIn(path, issue!.keys)}`
      : `${path}: ${issue!.message}`;
  throw bad(`${where}: ${why}`);
};

const unknownIn = (path: string, keys: readonly string[]): string =>
  keys.map((key) => (path === '' ? key : `${path}.${key}`)).join(', ');
